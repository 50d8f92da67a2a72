import { isJsonObject, type Json, literal, toBoolean, toFraction } from "../../terraform";

/** Whether a text is a template whose value only Terraform knows. */
export function isTemplate(value: Json | undefined): value is string {
  return typeof value === "string" && /(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/.test(value);
}

/**
 * Whether Terraform converts a value to a type, such as `"5"` to a number. What is a template, or holds one, may fit.
 *
 * @param type Terraform's notation, such as `list(string)`.
 */
export function fits(type: string, value: Json): boolean {
  if (value === null || isTemplate(value)) return true;
  const [, collection, element] = /^(list|set|map)\((.+)\)$/.exec(type) ?? [];
  if (collection === "map")
    return isJsonObject(value) && Object.values(value).every((each) => fits(element ?? "", each));
  if (collection !== undefined) return Array.isArray(value) && value.every((each) => fits(element ?? "", each));
  if (type === "string") return typeof value !== "object";
  if (type === "number") return converts(() => toFraction(literal(value)));
  return type !== "bool" || converts(() => toBoolean(literal(value)));
}

function converts(conversion: () => unknown): boolean {
  try {
    conversion();
    return true;
  } catch {
    return false;
  }
}

/** A type in words, for messages. */
export function typeInWords(type: string): string {
  const [, collection, element] = /^(list|set|map)\((.+)\)$/.exec(type) ?? [];
  if (collection === "map") return `an object whose values are ${plural(element)}`;
  if (collection !== undefined) return `a list of ${plural(element)}`;
  return { string: "a string", number: "a number", bool: "true or false" }[type] ?? `of type ${type}`;
}

function plural(element = ""): string {
  return { string: "strings", number: "numbers", bool: "true or false" }[element] ?? `${element}s`;
}
