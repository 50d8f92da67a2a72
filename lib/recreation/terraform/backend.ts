import { isJsonObject, type JsonObject, literal, property } from "../values/json";
import { isMap, type Value } from "../values/value";
import { stateLocation } from "./state-location";

/** A short name for where the state of a configuration is; undefined when the configuration does not say. */
export function backendOf(input: unknown): string | undefined {
  const terraform = isJsonObject(input) ? firstObject(property(input, "terraform")) : undefined;
  const backend = terraform && firstObject(property(terraform, "backend"));
  for (const [type, body] of Object.entries(backend ?? {})) {
    if (type !== "//") return located(type, firstObject(body) ?? {});
  }
  const cloud = terraform && firstObject(property(terraform, "cloud"));
  return cloud && located("cloud", cloud);
}

function located(type: string, body: JsonObject): string {
  const settings = literal(body);
  return stateLocation(type, isMap(settings) ? settings : new Map<string, Value>());
}

function firstObject(value: unknown): JsonObject | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isJsonObject(first) ? first : undefined;
}
