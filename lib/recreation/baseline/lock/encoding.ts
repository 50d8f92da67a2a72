import type { Json, JsonObject } from "../../values/json";
import { property } from "../../values/json";
import {
  Digest,
  isMap,
  Marked,
  ObjectReference,
  OpaqueValue,
  Unknown,
  type Value,
  type ValueMap,
} from "../../values/value";

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
  if (value instanceof Unknown) return { $unknown: value.cause ?? "" };
  if (value instanceof Digest)
    return value.symbolic ? { $digest: value.digest, $symbolic: true } : { $digest: value.digest };
  if (value instanceof Marked) {
    return {
      $value: encodeValue(value.value),
      ...(value.marks.variable === undefined ? {} : { $variable: value.marks.variable }),
    };
  }
  const { identity, inherited } = value.options;
  return {
    $symbol: value.key,
    ...(identity === undefined ? {} : { $identity: [identity.type, identity.address] }),
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
  const [symbol, digest, unknown] = [property(json, "$symbol"), property(json, "$digest"), property(json, "$unknown")];
  if (typeof symbol === "string") return decodeSymbol(symbol, json);
  if (typeof digest === "string") return new Digest(digest, property(json, "$symbolic") === true, salt);
  if (typeof unknown === "string") return new Unknown(unknown === "" ? undefined : unknown);
  if (!Object.hasOwn(json, "$value")) return undefined;
  const value = decodeValue(property(json, "$value") ?? null, salt);
  const variable = property(json, "$variable");
  return typeof variable === "string" && !(value instanceof Marked) ? new Marked(value, { variable }) : value;
}

function decodeSymbol(key: string, json: JsonObject): OpaqueValue {
  const [identity, inherited] = [property(json, "$identity"), property(json, "$inherited")];
  const [type, address] = Array.isArray(identity) ? identity : [];
  return new OpaqueValue(key, {
    ...(typeof type === "string" && typeof address === "string" ? { identity: { type, address } } : {}),
    ...(typeof inherited === "string" ? { inherited } : {}),
  });
}
