import { compareTexts } from "../values/text";
import { isMap, type Value } from "../values/value";
import { canonical, distinct } from "../values/walk";

/** An expression that cannot have a value; `try` and `can` catch it. */
export class EvaluationError extends Error {}

/** An expression that Terraform gives a value, and this library does not: a doubt, which neither `try` nor `can` decides. */
export class NotComputed extends EvaluationError {}

/** Terraform's conversion to string. @throws EvaluationError for collections and null. */
export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return withoutExponent(value);
  if (typeof value === "boolean") return String(value);
  throw new EvaluationError("a string is required");
}

/** Terraform writes every digit of a number. */
function withoutExponent(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Terraform's conversion to number. @throws EvaluationError when the value is none. */
export function toNumber(value: Value): number {
  const number = typeof value === "string" && decimal.test(value) ? exactNumber(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new EvaluationError("a number is required");
}

/** Digits that a double holds, whichever they are. */
const EXACT_DIGITS = 15;

/**
 * A number as it is written, where a double is that number: Terraform's have 512 bits.
 *
 * @throws NotComputed for one that has more digits
 */
export function exactNumber(text: string): number {
  const digits = text
    .replace(/[eE].*$/, "")
    .replace(/[-+.]/g, "")
    .replace(/^0+/, "");
  const number = Number(text);
  if (digits.length <= EXACT_DIGITS && Math.abs(number) < 1e15) return number;
  throw new NotComputed("a number of many digits");
}

/** A fraction of this many bits is a double's, and Terraform's. */
const EXACT_FRACTION = 2 ** 20;

/** The result of an operation on numbers, where doubles give Terraform's. @throws NotComputed elsewhere */
export function exactResult(result: number, ...operands: readonly number[]): number {
  if (Object.is(result, -0)) throw new NotComputed("a zero with a sign");
  if ([result, ...operands].every((each) => Number.isSafeInteger(each * EXACT_FRACTION))) return result;
  throw new NotComputed("a number that is not a double's");
}

/** Elements as Terraform gives them one type: texts where some are texts. @throws NotComputed where they differ in another way */
export function unified(items: readonly Value[]): Value[] {
  const kinds = new Set(
    items.filter((item) => item !== null).map((item) => (typeof item === "object" ? "other" : typeof item)),
  );
  if (kinds.size <= 1) return Array.from(items);
  if (!kinds.has("string") || kinds.has("other")) throw new NotComputed("elements of several types");
  return items.map((item) => (item === null ? null : toText(item)));
}

/** Distinct elements in the order of a set. @throws NotComputed where only Terraform knows the order */
export function orderedSet(items: readonly Value[]): Value[] {
  const found = distinct(unified(items));
  if (found.every((item) => typeof item === "string")) return found.sort(compareTexts);
  if (found.every((item) => typeof item === "number")) return found.sort((a, b) => a - b);
  return found.sort((a, b) => compareTexts(canonical(a), canonical(b)));
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
    if (Array.isArray(part)) return `[${part.map(write).join(",")}]`;
    if (isMap(part)) {
      const keys = [...part.keys()].sort(compareTexts);
      return `{${keys.map((key) => `${JSON.stringify(key)}:${write(part.get(key) ?? null)}`).join(",")}}`;
    }
    return JSON.stringify(part);
  };
  return write(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
