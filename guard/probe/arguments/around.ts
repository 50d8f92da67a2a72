import { type Field, fieldsTo, type ResourceSchema } from "../schema";
import type { ObjectValue } from "../value";
import { configOf } from "../values/candidates";

/** What is required, and what leads to the field. */
export function around({ type, fields }: ResourceSchema, { path }: Field): ObjectValue {
  const leading = new Set(fieldsTo(fields, path).map((field) => field.path));
  return configOf(type, fields, (field) => field.required || leading.has(field.path));
}
