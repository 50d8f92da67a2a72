import { RecreationInputError } from "../errors";
import type { Value } from "./value";

/** A parsed JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

const deepestNesting = 200;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads an own property only, so that `constructor` and `__proto__` are absent unless written. */
export function property(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The kind of a JSON value in words, for messages. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** What may be written as one or as a list of them, as a list; nothing is an empty one. */
export function asList(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * Blocks, which are written as an object or as a list of them.
 *
 * @param where The name by which anything else is refused. @default - anything else is passed over
 * @throws RecreationInputError for what is no block, where it is named
 */
export function blocksOf(value: Json | undefined, where?: string): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => blocksOf(item, where));
  if (isJsonObject(value)) return [value];
  if (where === undefined || value === undefined || value === null) return [];
  throw new RecreationInputError(`${where}: expected an object or a list of objects, got ${describe(value)}`);
}

/** A list of objects, or nothing. @throws RecreationInputError for anything else */
export function objectsOf(value: Json | undefined, where: string): JsonObject[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isJsonObject)) return value;
  throw new RecreationInputError(`${where}: expected a list of objects, got ${describe(value)}`);
}

/**
 * Refuses what recursion could not survive.
 *
 * @throws RecreationInputError when the value nests deeper than 200 levels.
 */
export function checkNesting(value: unknown, what: string): void {
  const visit = (part: unknown, depth: number): void => {
    if (typeof part !== "object" || part === null) return;
    if (depth > deepestNesting)
      throw new RecreationInputError(`${what} is nested deeper than ${deepestNesting} levels`);
    const object = part as Record<string, unknown>;
    for (const key in object) visit(object[key], depth + 1);
  };
  visit(value, 0);
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [before, after] = [a as Record<string, Json>, b as Record<string, Json>];
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => Object.hasOwn(after, key) && sameJson(before[key] ?? null, after[key] ?? null))
  );
}

/** A JSON value as it is, without evaluating templates. */
export function literal(json: Json | undefined): Value {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json)) return json.map(literal);
  if (typeof json !== "object") return json;
  return new Map(Object.entries(json).map(([key, part]) => [key, literal(part)]));
}
