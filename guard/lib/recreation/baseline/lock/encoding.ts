import {
  Address,
  Digest,
  isMap,
  isOpaqueOrigin,
  type Json,
  type JsonObject,
  LongNumber,
  Marked,
  ObjectReference,
  OpaqueValue,
  property,
  Unknown,
  type Value,
  type ValueMap,
} from "../../../terraform";

/** A map of values as JSON, in order of its keys. What JSON has no word for is an object with a key that starts with `$`. */
export function encodeMap(values: ValueMap): Record<string, Json> {
  const entries: [string, Json][] = [];
  for (const key of [...values.keys()].sort()) {
    entries.push([key.startsWith("$") ? `$${key}` : key, encodeValue(values.get(key) ?? null)]);
  }
  return Object.fromEntries(entries);
}

function encodeValue(value: Value): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(encodeValue);
  if (isMap(value)) return encodeMap(value);
  if (value instanceof ObjectReference) return encodeValue(value.whole);
  if (value instanceof LongNumber) return { $number: value.text };
  if (value instanceof Unknown) return { $unknown: value.cause?.toString() ?? "" };
  if (value instanceof Digest)
    return value.opaque ? { $digest: value.digest, $opaquePart: true } : { $digest: value.digest };
  if (value instanceof Marked) {
    return {
      $value: encodeValue(value.value),
      ...(value.marks.fromVariableDefault === undefined ? {} : { $variable: value.marks.fromVariableDefault }),
    };
  }
  const { identity, inherited } = value.options;
  return {
    $opaque: value.key,
    ...(value.options.origin === undefined ? {} : { $because: value.options.origin }),
    ...(identity === undefined ? {} : { $identity: [identity.type, identity.toString()] }),
    ...(inherited === undefined ? {} : { $inherited: inherited }),
  };
}

/** The value that `encodeMap` wrote. */
export function decodeValue(json: Json, salt: string): Value {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((item) => decodeValue(item, salt));
  const special = decodeSpecial(json, salt);
  if (special !== undefined) return special;
  return new Map(
    Object.entries(json).map(([key, part]): [string, Value] => [
      key.startsWith("$$") ? key.slice(1) : key,
      decodeValue(part, salt),
    ]),
  );
}

function decodeSpecial(json: JsonObject, salt: string): Value | undefined {
  const [opaque, digest, unknown] = [property(json, "$opaque"), property(json, "$digest"), property(json, "$unknown")];
  if (typeof opaque === "string") return decodeOpaque(opaque, json);
  if (typeof digest === "string") return new Digest(digest, property(json, "$opaquePart") === true, salt);
  const long = property(json, "$number");
  if (typeof long === "string") return new LongNumber(long);
  if (typeof unknown === "string") return new Unknown(Address.tryParse(unknown));
  if (!Object.hasOwn(json, "$value")) return undefined;
  const value = decodeValue(property(json, "$value") ?? null, salt);
  const variable = property(json, "$variable");
  return typeof variable === "string" && !(value instanceof Marked)
    ? new Marked(value, { fromVariableDefault: variable })
    : value;
}

function decodeOpaque(key: string, json: JsonObject): OpaqueValue {
  const [identity, inherited] = [property(json, "$identity"), property(json, "$inherited")];
  const origin = property(json, "$because");
  const [, written] = Array.isArray(identity) ? identity : [];
  const address = typeof written === "string" ? Address.tryParse(written) : undefined;
  return new OpaqueValue(key, {
    ...(isOpaqueOrigin(origin) ? { origin } : {}),
    ...(address === undefined ? {} : { identity: address }),
    ...(typeof inherited === "string" ? { inherited } : {}),
  });
}
