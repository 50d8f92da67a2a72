import { changed, type Predicate, unknownBecauseOf, type Verdict } from "../lib/recreation";
import { Unknown as LibraryUnknown, type Value as LibraryValue } from "../lib/terraform";
import { changes, type Observation } from "./observation";
import { valueAt } from "./places";
import { replaces } from "./replacement";
import type { Field, ResourceSchema } from "./schema";
import { isObject, Unknown, type Value } from "./value";

/** An edit for which a predicate is sure of something else than the provider. */
export interface Contradiction {
  readonly verdict: Extract<Verdict, string>;
  readonly edit: Observation;
  /** What the provider does. */
  readonly replaces: boolean;
}

/** Where the plans and a predicate are sure of different things. */
export function contradictions(
  schema: ResourceSchema,
  field: Field,
  predicate: Predicate,
  seen: readonly Observation[],
): Contradiction[] {
  return seen.flatMap((edit) => {
    if (!changes(edit, field.path)) return [];
    const verdict = predicate.decide(changeOf(field, edit));
    const planned = replaces(schema, field, edit);
    if (typeof verdict === "object" || planned === undefined) return [];
    return (verdict === "replaces") === planned ? [] : [{ verdict, edit, replaces: planned }];
  });
}

function changeOf(field: Field, { prior, planned, to }: Observation): Parameters<Predicate["decide"]>[0] {
  const top = (object: typeof prior) => (name: string) => toLibrary(object[name] ?? null);
  return {
    outcome: to instanceof Unknown ? unknownBecauseOf(undefined) : changed,
    before: toLibrary(valueAt(prior, field.path) ?? null),
    after: toLibrary(valueAt(planned, field.path) ?? null),
    fromState: true,
    planned: top(planned),
    prior: top(prior),
  };
}

function toLibrary(value: Value): LibraryValue {
  if (value instanceof Unknown) return new LibraryUnknown();
  if (Array.isArray(value)) return value.map(toLibrary);
  return isObject(value) ? new Map(Object.entries(value).map(([name, part]) => [name, toLibrary(part)])) : value;
}
