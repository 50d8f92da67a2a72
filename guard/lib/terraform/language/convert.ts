import { compareStrings, isMap, LongNumber, type Value } from "../values";
import { EvaluationError } from "./errors";
import type { Fraction } from "./fraction";
import { fractionOf, type NumberValue, parseNumber, textOf, valueOf, wholeNumber } from "./number";

export function isNumber(value: Value): value is NumberValue {
  return typeof value === "number" || value instanceof LongNumber;
}

/** Terraform's conversion to string. @throws EvaluationError for collections and null. */
export function toTerraformString(value: Value): string {
  if (typeof value === "string") return value;
  if (isNumber(value)) return textOf(value);
  if (typeof value === "boolean") return String(value);
  throw new EvaluationError("a string is required");
}

/** Terraform's conversion to number. @throws EvaluationError when the value is none. */
export function toFraction(value: Value): Fraction {
  if (typeof value === "string") return parseNumber(value);
  if (isNumber(value)) return fractionOf(value);
  throw new EvaluationError("a number is required");
}

/** The same as a value. @throws EvaluationError when the value is none. */
export function toNumber(value: Value): NumberValue {
  return isNumber(value) ? value : valueOf(toFraction(value));
}

/** A number that counts something. @throws EvaluationError when the value is none, or has a fraction. */
export function toWhole(value: Value): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : wholeNumber(toFraction(value));
}

/** Terraform's conversion to bool. @throws EvaluationError when the value is none. */
export function toBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  throw new EvaluationError("a bool is required");
}

/** @throws EvaluationError when the value is not a list, set or tuple. */
export function toList(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  throw new EvaluationError("a list is required");
}

/** @throws EvaluationError when the value is not a map or object. */
export function toMap(value: Value): Map<string, Value> {
  if (isMap(value)) return value;
  throw new EvaluationError("a map is required");
}

/** What `jsonencode` makes of a known value. Terraform escapes these characters for HTML and JavaScript. */
export function toJson(value: Value): string {
  const write = (part: Value): string => {
    if (isNumber(part)) return textOf(part);
    if (Array.isArray(part)) return `[${part.map(write).join(",")}]`;
    if (isMap(part)) {
      const keys = [...part.keys()].sort(compareStrings);
      return `{${keys.map((key) => `${JSON.stringify(key)}:${write(part.get(key) ?? null)}`).join(",")}}`;
    }
    return JSON.stringify(part);
  };
  return write(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
