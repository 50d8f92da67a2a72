import { isJsonObject, type Json, type JsonObject } from "../terraform";

/** A property of an object as an object; empty where there is none. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const found = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isJsonObject(found) ? found : {};
}

/** An object without some of its properties. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
