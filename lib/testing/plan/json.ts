/** A parsed JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property of an object as an object; empty where there is none. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

/** An object without some of its properties. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Blocks may be written as one object or as a list. */
export function blocksOf(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => blocksOf(item));
  return isObject(value) ? [value] : [];
}
