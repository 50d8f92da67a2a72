import type { Baseline } from "./baselines";
import { changes, type Observation } from "./observation";
import { type Field, fieldsTo, type ResourceSchema } from "./schema";
import { Unknown } from "./value";

/** What the plans say of one attribute. */
export interface Replacement {
  /** Edits that made the attribute another, by whether that replaces the resource. */
  readonly replacing: readonly Observation[];
  readonly updating: readonly Observation[];
  /** Edits of which the plan does not say whether this attribute or another one is the reason. */
  readonly unattributed: readonly Observation[];
}

/** Sorts the edits that changed an attribute. An unknown value may be any, so those decide nothing here. */
export function replacementOf(schema: ResourceSchema, field: Field, seen: readonly Observation[]): Replacement {
  const edits = seen.filter((each) => !(each.to instanceof Unknown) && isEdit(field, each));
  const answers = edits.map((edit) => ({ edit, replaces: replaces(schema, field, edit) }));
  return {
    replacing: answers.flatMap(({ edit, replaces: yes }) => (yes === true ? [edit] : [])),
    updating: answers.flatMap(({ edit, replaces: yes }) => (yes === false ? [edit] : [])),
    unattributed: answers.flatMap(({ edit, replaces: yes }) => (yes === undefined ? [edit] : [])),
  };
}

/** A block is changed when it comes or goes; what changes inside is about its attributes. */
function isEdit(field: Field, observation: Observation): boolean {
  const comesOrGoes = observation.from === undefined || observation.to === undefined;
  return (field.nesting === undefined || comesOrGoes) && changes(observation, field.path);
}

/** Whether an edit replaces because of this attribute; undefined where another one may be the reason. */
export function replaces(
  schema: ResourceSchema,
  field: Field,
  { baseline, replaces: paths }: Pick<Observation, "replaces"> & { baseline: Baseline["name"] },
): boolean | undefined {
  const set = fieldsTo(schema.fields, field.path).find(({ nesting }) => nesting === "set");
  if (set === undefined || !paths.includes(set.path)) return paths.includes(field.path);
  // Inside a set, the provider names the set alone, so only a lone attribute tells that it is the reason.
  if (set === field) return set.fields.some((inner) => inner.computed) ? undefined : true;
  return baseline === "alone" ? true : undefined;
}
