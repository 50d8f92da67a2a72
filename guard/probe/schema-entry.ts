import type { AttributeEntry } from "../lib/provider";
import { type Field, isTimeouts, typeName } from "./schema";

/** What the schema says, which needs no plan. */
export function schemaEntries(fields: readonly Field[]): [string, AttributeEntry][] {
  return fields
    .filter((field) => !isTimeouts(field))
    .flatMap((field): [string, AttributeEntry][] => [[field.path, schemaEntry(field)], ...schemaEntries(field.fields)]);
}

function schemaEntry({ type, nesting, computed, sensitive, writeOnly }: Field): AttributeEntry {
  return {
    ...(type === undefined ? {} : { type: typeName(type) }),
    ...(nesting === undefined ? {} : { block: nesting }),
    ...(computed ? { computed } : {}),
    ...(sensitive ? { sensitive } : {}),
    ...(writeOnly ? { writeOnly } : {}),
  };
}
