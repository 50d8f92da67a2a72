import { decode as unpack, encode as pack, ExtensionCodec } from "@msgpack/msgpack";

import { Unknown, type Value } from "../value";

/** Terraform's extension for an unknown value, and the one for an unknown value of which something is known. */
const UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: UNKNOWN,
  encode: (value) => (value instanceof Unknown ? new Uint8Array([0]) : null),
  decode: () => Unknown.value,
});
extensionCodec.register({ type: REFINED_UNKNOWN, encode: () => null, decode: () => Unknown.value });

export function encodeValue(value: Value): Uint8Array {
  return pack(value, { extensionCodec });
}

export function decodeValue(bytes: Uint8Array): Value {
  return unpack(bytes, { extensionCodec }) as Value;
}
