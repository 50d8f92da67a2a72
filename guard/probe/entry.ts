import type { AttributeEntry, NotProbed, ResourceEntry } from "../lib/provider";
import { predicateFor } from "../lib/recreation";
import { type Baseline, baselines } from "./baselines";
import { contradictions } from "./condition";
import { equivalencesOf } from "./equivalence";
import { changes, type Observation, type Observations, observe } from "./observation";
import { valueAt } from "./places";
import { contradicted, uncovered } from "./remarks";
import { replacementOf } from "./replacement";
import type { Resource } from "./resource";
import { configurableFields, type Field, type ResourceSchema } from "./schema";
import { schemaEntries } from "./schema-entry";
import { type SideEffect, sideEffects } from "./side-effects";
import { isDecidedInside, undecidedBecause } from "./undecided";
import { type UnsetBehaviour, unsetBehaviourOf } from "./unset-behaviour";
import { equal, isEmpty, Unknown } from "./value";

export interface ProbedResource {
  readonly entry: ResourceEntry;
  readonly notProbed: readonly NotProbed[];
  /** What a person has to look at: a condition that no predicate covers, or a predicate that a plan contradicts. */
  readonly remarks: readonly string[];
}

/** Asks the provider about every attribute of a resource. */
export async function probeResource(resource: Resource, release: string): Promise<ProbedResource> {
  const { schema } = resource;
  const attributes = new Map(schemaEntries(schema.fields));
  const seen = new Map<string, readonly Observation[]>();
  const notProbed: NotProbed[] = [];
  const remarks: string[] = [];
  for (const field of configurableFields(schema.fields)) {
    const around = baselines(schema, field.path);
    const observations = await observe(resource, field, around);
    seen.set(field.path, observations.seen);
    const found = replacementEntry(schema, field, observations, release);
    const entry = {
      ...attributes.get(field.path),
      ...found.entry,
      ...(await comparisonEntry(resource, field, around, observations.seen)),
    };
    attributes.set(field.path, entry);
    remarks.push(...found.remarks);
    if (found.undecided !== undefined)
      notProbed.push({ type: schema.type, attribute: field.path, because: found.undecided });
  }
  for (const effect of sideEffects(schema, seen)) addSideEffect(attributes, effect);
  const framework = [...seen.values()].flat().some(({ legacy }) => !legacy);
  const entry = { ...(framework ? { framework } : {}), attributes: Object.fromEntries([...attributes].sort(byPath)) };
  return { entry, notProbed: notProbed.filter((each) => !isDecidedInside(each, attributes)), remarks };
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

interface Found {
  readonly entry: Partial<AttributeEntry>;
  readonly remarks: readonly string[];
  /** Why the plans do not say whether a change replaces. */
  readonly undecided?: string;
}

/** Whether a change replaces: always, never, or by a rule that has a name. */
function replacementEntry(schema: ResourceSchema, field: Field, observations: Observations, release: string): Found {
  const { seen, refusals } = observations;
  const replacement = replacementOf(schema, field, seen);
  const { replacing, updating } = replacement;
  const because = undecidedBecause(field, replacement, observations);
  const undecided = because === undefined ? {} : { undecided: because };
  const always = replacing.length > 0 && updating.length === 0;
  const predicate = predicateFor(schema.type, field.path, release);
  if (predicate === undefined) {
    const remarks = replacing.length > 0 && !always ? [uncovered(schema, field, replacing, updating)] : [];
    return { entry: replacing.length > 0 ? { forceNew: true } : {}, remarks, ...undecided };
  }
  const contradicting = contradictions(schema, field, predicate, seen);
  const remarks = contradicting[0] ? [contradicted(schema, field, predicate.name, contradicting)] : [];
  // Where the predicate would keep what the provider replaces, any change has to count until it is written anew.
  if (contradicting.some((each) => each.replaces)) return { entry: { forceNew: true }, remarks, ...undecided };
  const forceNew = always && refusals.length === 0 ? { forceNew: true } : {};
  return { entry: { ...forceNew, condition: predicate.name }, remarks, ...undecided };
}

/** What makes two values one, and what stands where the configuration says nothing. */
async function comparisonEntry(
  resource: Resource,
  field: Field,
  around: readonly Baseline[],
  seen: readonly Observation[],
): Promise<Partial<AttributeEntry>> {
  const unset = unsetBehaviourOf(resource.schema, field, seen);
  const { sameAs, unordered, untold } = await equivalencesOf(resource, field, around);
  return {
    ...(unset.kept ? { computed: true } : {}),
    ...(unset.default === undefined ? {} : { default: unset.default }),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    ...(unordered ? { unordered } : {}),
    ...(untold || ignoresSome(field, { ...unset, presence: sameAs.includes("presence") }, seen)
      ? { diffSuppress: true }
      : {}),
  };
}

/** Whether some plan leaves an attribute as it is although the configuration says otherwise. */
function ignoresSome(
  field: Field,
  known: UnsetBehaviour & { readonly presence: boolean },
  seen: readonly Observation[],
): boolean {
  return seen.some((observation) => {
    const { from, to, prior } = observation;
    if (field.nesting !== undefined || from === undefined || to instanceof Unknown) return false;
    const held = valueAt(prior, field.path) ?? null;
    if (known.presence && isEmpty(held) !== isEmpty(to ?? null)) return false;
    const left = to === undefined && !field.computed && equal(held, from) && !isEmpty(held) && held !== known.default;
    const refused = to !== undefined && !equal(held, to);
    return (left || refused) && !changes(observation, field.path);
  });
}

function addSideEffect(attributes: Map<string, AttributeEntry>, { attribute, causes }: SideEffect): void {
  attributes.set(attribute, { ...attributes.get(attribute), recomputed: causes ?? true });
}
