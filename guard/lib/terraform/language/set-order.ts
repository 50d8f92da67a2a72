import { compareStrings, distinct, isMap, ListValue, LongNumber, MapValue, SetValue, type Value } from "../values";
import { isNumber } from "./convert";
import { NotComputed } from "./errors";
import { fractionOf, textOf } from "./number";

/** Distinct elements of one type in the order of a set. */
export function orderedSet(items: readonly Value[]): Value[] {
  return distinct(items).sort(compareElements);
}

function compareElements(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (isNumber(a) && isNumber(b)) return fractionOf(a).compare(fractionOf(b));
  return compareStrings(sortKey(a), sortKey(b));
}

/** The text by which Terraform puts in order what has no order of its own. */
function sortKey(value: Value): string {
  if (value === null) return "~";
  if (typeof value === "boolean") return value ? "T" : "F";
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof LongNumber) throw new NotComputed("the order of long numbers");
  if (typeof value === "number") return textOf(value);
  const inside = (parts: readonly Value[]): string => parts.map((part) => `${sortKey(part)};`).join("");
  if (value instanceof ListValue || value instanceof SetValue) return `[${inside(value)}]`;
  if (Array.isArray(value)) return `<${inside(value)}>`;
  if (!isMap(value)) return "?";
  const keys = [...value.keys()].sort(compareStrings);
  if (value instanceof MapValue)
    return `{${keys.map((key) => `${JSON.stringify(key)}:${sortKey(value.get(key) ?? null)};`).join("")}}`;
  return `<${inside(keys.map((key) => value.get(key) ?? null))}>`;
}
