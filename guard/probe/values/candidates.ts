import { wrapped } from "../places";
import { emptyObject, type Field, isTimeouts } from "../schema";
import type { ObjectValue, Value } from "../value";
import { hintFor } from "./hints";
import { plausible } from "./plausible";

/** A configuration that sets the fields that are wanted, each block once. */
export function configOf(type: string, fields: readonly Field[], wanted: (field: Field) => boolean): ObjectValue {
  const set = fields.filter((field) => wanted(field) && !isTimeouts(field));
  return {
    ...emptyObject(fields),
    ...Object.fromEntries(set.map((field) => [field.name, first(type, field, wanted)])),
  };
}

function first(type: string, field: Field, wanted: (field: Field) => boolean): Value {
  return field.nesting === undefined
    ? (plausible(field, type)[0] ?? null)
    : wrapped(field, configOf(type, field.fields, wanted));
}

/** Values that a configuration could give an attribute or a block, of which no two are the same. */
export function candidates(type: string, field: Field): readonly Value[] {
  if (field.nesting === undefined) return plausible(field, type);
  const whole = configOf(
    type,
    field.fields,
    (inner) => inner.configurable && hintFor(type, inner.path)?.exclusive !== true,
  );
  return [wrapped(field, whole), wrapped(field, emptyObject(field.fields))];
}
