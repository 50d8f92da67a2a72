import { changed, unknownBecauseOf } from "../lib/recreation/diff/outcome";
import type { Predicate } from "../lib/recreation/prediction/predicates/predicate";
import { Unknown as LibraryUnknown, type Value as LibraryValue } from "../lib/recreation/values/value";
import { changes, type Observation } from "./observation";
import { valueAt } from "./places";
import { replaces } from "./replacement";
import type { Field, ResourceSchema } from "./schema";
import { canonical, isObject, Unknown, type Value } from "./value";

/** The edits for which a predicate is sure of something else than the provider. */
export function contradictions(
  schema: ResourceSchema,
  field: Field,
  predicate: Predicate,
  seen: readonly Observation[],
): string[] {
  return seen.flatMap((observation) => {
    if (!changes(observation, field.path)) return [];
    const verdict = predicate.decide(changeOf(field, observation));
    const planned = replaces(schema, field, observation);
    if (typeof verdict === "object" || planned === undefined) return [];
    if ((verdict === "replaces") === planned) return [];
    const edit = `${describe(observation.from)} -> ${describe(observation.to)}`;
    return [
      `${schema.type}.${field.path}: ${predicate.name} says "${verdict}" for ${edit}, the plan ` +
        `${planned ? "replaces" : "updates"} (${observation.baseline})`,
    ];
  });
}

function changeOf(field: Field, { prior, planned, to }: Observation): Parameters<Predicate["decide"]>[0] {
  const top = (object: typeof prior) => (name: string) => toLibrary(object[name] ?? null);
  return {
    outcome: to instanceof Unknown ? unknownBecauseOf(undefined) : changed,
    before: toLibrary(valueAt(prior, field.path) ?? null),
    after: toLibrary(valueAt(planned, field.path) ?? null),
    planned: top(planned),
    prior: top(prior),
  };
}

function toLibrary(value: Value): LibraryValue {
  if (value instanceof Unknown) return new LibraryUnknown();
  if (Array.isArray(value)) return value.map(toLibrary);
  return isObject(value) ? new Map(Object.entries(value).map(([name, part]) => [name, toLibrary(part)])) : value;
}

/** A value in a message; undefined is what the configuration leaves out. */
export function describe(value: Value | undefined): string {
  return value === undefined ? "unset" : canonical(value);
}
