import type { Observation } from "./observation";
import { valueAt } from "./places";
import { type Field, fieldsTo, type ResourceSchema } from "./schema";
import { equal, isEmpty, isWhollyKnown, type Value } from "./value";

/** What a provider does where the configuration leaves an attribute out. */
export interface UnsetBehaviour {
  readonly default?: boolean | number | string;
  /** A block that was there stays, which its schema does not say. */
  readonly kept: boolean;
}

/** Reads from edits that take an attribute out of the configuration what the provider plans in its place. */
export function unsetBehaviourOf(schema: ResourceSchema, field: Field, seen: readonly Observation[]): UnsetBehaviour {
  const unset = seen
    .filter(({ from, to }) => from !== undefined && to === undefined)
    .map(({ prior, planned }) => [valueAt(prior, field.path) ?? null, valueAt(planned, field.path) ?? null] as const);
  const kept = unset.length > 0 && unset.every(([before, after]) => !isAbsent(before) && equal(before, after));
  if (field.nesting !== undefined) return { kept };
  if (field.required) return { kept: false };
  const [first = null] = unset.map(([, after]) => after);
  const agreed =
    unset.every(([, after]) => equal(after, first)) &&
    ((isEmpty(first) && !field.computed) || unset.some(([before]) => !equal(before, first)));
  return { kept: false, ...(agreed && isScalar(first) && !isFiller(schema, field, first) ? { default: first } : {}) };
}

/** Inside a set, the plugin SDK writes out what is empty. */
function isFiller({ fields }: ResourceSchema, { path }: Field, value: Value): boolean {
  return value === "" && fieldsTo(fields, path).some(({ nesting }) => nesting === "set");
}

function isAbsent(value: Value): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isScalar(value: Value): value is boolean | number | string {
  return value !== null && typeof value !== "object" && isWhollyKnown(value);
}
