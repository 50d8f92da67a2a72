import { withValueAt } from "../places";
import { argumentFields, emptyObject, type Field, type ResourceSchema } from "../schema";
import { canonical, type ObjectValue } from "../value";
import { candidates, configOf } from "../values/candidates";
import { hintFor } from "../values/hints";

/**
 * Configurations of a resource type that an upgrade is tried on: all arguments, those that are required, and each argument by itself, with
 * the required ones and without: a plan asks for none of them, and one may make the provider refuse the rest.
 */
export function configurationsOf(schema: ResourceSchema): ObjectValue[] {
  const { type, fields } = schema;
  const all = configOf(type, fields, (field) => field.configurable && hintFor(type, field.path)?.exclusive !== true);
  const bases = [configOf(type, fields, (field) => field.required), emptyObject(fields)];
  const each = argumentFields(fields).flatMap((field) =>
    bases.flatMap((base) => valuesOf(type, field).map((value) => withValueAt(schema, base, field.path, value))),
  );
  const found = [all, ...bases, ...each];
  return [...new Map(found.map((config) => [canonical(config), config])).values()];
}

/** One value of an argument; of a block also what is in it by itself. */
function valuesOf(type: string, field: Field): ObjectValue[string][] {
  const values = candidates(type, field);
  return field.nesting === undefined ? values.slice(0, 1) : [...values];
}
