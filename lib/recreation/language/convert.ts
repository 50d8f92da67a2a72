import { isMap, type Value } from "../values/value";

/** An expression that cannot have a value; `try` and `can` catch it. */
export class EvaluationError extends Error {}

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
  const number = typeof value === "string" && decimal.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new EvaluationError("a number is required");
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
      const keys = [...part.keys()].sort();
      return `{${keys.map((key) => `${JSON.stringify(key)}:${write(part.get(key) ?? null)}`).join(",")}}`;
    }
    return JSON.stringify(part);
  };
  return write(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
