import { isJsonObject, isMap, type JsonObject, literal, property, type Value, type ValueMap } from "../values";
import { exactStateLocation, stateLocation } from "./state-location";

/** A short name for where the state of a configuration is; undefined when the configuration does not say. */
export function backendOf(input: unknown): string | undefined {
  return locatedBackend(input, stateLocation);
}

/** The same, to tell two states apart on this machine. */
export function exactBackendOf(input: unknown): string | undefined {
  return locatedBackend(input, exactStateLocation);
}

function locatedBackend(input: unknown, locate: typeof stateLocation): string | undefined {
  const terraform = isJsonObject(input) ? firstObject(property(input, "terraform")) : undefined;
  const backend = terraform && firstObject(property(terraform, "backend"));
  for (const [type, body] of Object.entries(backend ?? {})) {
    if (type !== "//") return locate(type, settingsOf(firstObject(body) ?? {}));
  }
  const cloud = terraform && firstObject(property(terraform, "cloud"));
  return cloud && locate("cloud", settingsOf(cloud));
}

function settingsOf(body: JsonObject): ValueMap {
  const settings = literal(body);
  return isMap(settings) ? settings : new Map<string, Value>();
}

function firstObject(value: unknown): JsonObject | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isJsonObject(first) ? first : undefined;
}
