import type { Field, ResourceSchema } from "../schema";
import { isObject, isWhollyKnown, type ObjectValue, Unknown, type Value } from "../value";
import { IDS, plausible } from "./plausible";

/** A planned state as it may be after apply: what the provider leaves unknown gets a plausible value. */
export function fill(schema: ResourceSchema, planned: ObjectValue): ObjectValue {
  const state = filledObject(schema.type, schema.fields, planned);
  return planned.id instanceof Unknown ? { ...state, id: identity(schema) } : state;
}

/** Identities carry the zone or region of what they name. */
function identity({ fields }: ResourceSchema): string {
  const isZonal = fields.some(({ name }) => name === "zone");
  return `${isZonal ? "fr-par-1" : "fr-par"}/${IDS[0]}`;
}

function filledObject(type: string, fields: readonly Field[], planned: ObjectValue): ObjectValue {
  return Object.fromEntries(fields.map((field) => [field.name, filled(type, field, planned[field.name] ?? null)]));
}

function filled(type: string, field: Field, value: Value): Value {
  if (isWhollyKnown(value)) return value;
  if (field.nesting === undefined) return filledAttribute(type, field, value);
  if (value instanceof Unknown) return field.nesting === "single" ? null : field.nesting === "map" ? {} : [];
  const inside = (element: Value): Value => (isObject(element) ? filledObject(type, field.fields, element) : element);
  return Array.isArray(value) ? value.map(inside) : inside(value);
}

function filledAttribute(type: string, field: Field, value: Value): Value {
  if (Array.isArray(value)) return value.filter(isWhollyKnown);
  const [collection] = typeof field.type === "string" ? [] : (field.type ?? []);
  if (collection !== undefined)
    return collection === "list" || collection === "set" ? [] : collection === "map" ? {} : null;
  // What is off until asked for is the likelier choice of a provider.
  return field.type === "bool" ? false : (plausible(field, type)[0] ?? null);
}
