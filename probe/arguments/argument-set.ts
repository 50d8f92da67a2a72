import type { ArgumentSet, BlockArgument, ValueArgument } from "../../lib/schema/argument-table";
import { type Field, isTimeouts, typeName } from "../schema";

/** What the schema says of the fields of a resource or block. */
export function argumentSet(
  fields: readonly Field[],
  accepted: ReadonlyMap<string, readonly string[]>,
  refused: ReadonlySet<string>,
): ArgumentSet {
  const isArgument = (field: Field): boolean => field.configurable && !refused.has(field.path);
  const known = fields.filter((field) => !isTimeouts(field));
  const readOnly = known.filter((field) => !isArgument(field)).map(({ name }) => name);
  return {
    arguments: Object.fromEntries(
      known
        .filter(isArgument)
        .map((field) => [field.name, argumentOf(field, accepted, refused)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    ...(readOnly.length > 0 ? { readOnly: readOnly.sort() } : {}),
  };
}

function argumentOf(
  field: Field,
  accepted: ReadonlyMap<string, readonly string[]>,
  refused: ReadonlySet<string>,
): ValueArgument | BlockArgument {
  const required = field.required ? { required: true } : {};
  const oneOf = accepted.get(field.path);
  if (field.nesting === undefined)
    return { type: typeName(field.type ?? "string"), ...required, ...(oneOf === undefined ? {} : { oneOf }) };
  const maxItems = field.nesting !== "single" && field.maxItems > 0 ? { maxItems: field.maxItems } : {};
  return { block: field.nesting, ...required, ...maxItems, ...argumentSet(field.fields, accepted, refused) };
}
