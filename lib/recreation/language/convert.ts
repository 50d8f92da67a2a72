import { isMap, type Value } from "../values/value";

/** An expression that cannot have a value; `try` and `can` catch it. */
export class EvaluationError extends Error {}

/** Terraform's conversion to string. @throws EvaluationError for collections and null. */
export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new EvaluationError("a string is required");
}

/** Terraform's conversion to number. @throws EvaluationError when the value is none. */
export function toNumber(value: Value): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new EvaluationError("a number is required");
}

/** Terraform's conversion to bool. @throws EvaluationError when the value is none. */
export function toBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
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

/** What `jsonencode` makes of a known value. Terraform escapes these three characters for HTML. */
export function toJson(value: Value): string {
  const write = (part: Value): string => {
    if (Array.isArray(part)) return `[${part.map(write).join(",")}]`;
    if (isMap(part)) {
      const keys = [...part.keys()].sort();
      return `{${keys.map((key) => `${JSON.stringify(key)}:${write(part.get(key) ?? null)}`).join(",")}}`;
    }
    return JSON.stringify(part);
  };
  return write(value).replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}
