import { attributesOf, type Existing, priorValue } from "../baseline/existing";
import { ignoredIn, withIgnored } from "../baseline/ignored";
import { compare, isEmpty } from "../diff/compare";
import { type Compared, type Difference, difference } from "../diff/difference";
import { causeOf, changed, doubtOf, isSure, type Outcome, unknownBecauseOf } from "../diff/outcome";
import { type Attribute, behaviourOf } from "../provider/behaviour";
import { generatedWhenUnset } from "../provider/side-effects";
import type { ResourceBlock } from "../terraform/configuration";
import { matches } from "../values/digests";
import type { Doubt } from "../values/doubt";
import { Digest, mark, Unknown, unmark, type Value, type ValueMap } from "../values/value";
import { canonical } from "../values/walk";
import { dormantChanges } from "./dormant";
import { predicateNamed } from "./predicates";
import type { ReplacementCause } from "./prediction";

/** The comparison of one object that exists with what is wanted of it. */
export interface InstanceDiff {
  readonly differences: readonly Difference[];
  readonly replacements: readonly ReplacementCause[];
  /** Replacements that only a new ignore_changes prevents. */
  readonly hidden: readonly ReplacementCause[];
  readonly planned: ValueMap;
}

/** Compares every attribute of an object with the configuration, and decides which differences replace it. */
export function diffInstance(existing: Existing, block: ResourceBlock, wanted: ValueMap): InstanceDiff {
  const differences: Difference[] = [];
  const planned: ValueMap = new Map();
  const concealed: Difference[] = [];
  for (const attribute of attributesToCompare(existing, block, wanted)) {
    const prior = priorValue(existing, attribute);
    const given = wanted.get(attribute.name) ?? null;
    const effective = withIgnored(block.lifecycle.ignoreChanges, attribute.name, prior, given);
    const compared = compareAttribute(existing, attribute, prior, effective);
    differences.push(...compared.differences);
    planned.set(attribute.name, compared.planned);
    if (effective !== given && isNewlyIgnored(existing, block, attribute.name)) {
      concealed.push(...compareAttribute(existing, attribute, prior, given).differences);
    }
  }
  if (differences.length > 0) {
    const doubt = doubtOfAll(differences);
    differences.push(...dormantChanges(existing, block, wanted, doubt === undefined));
    differences.push(...recomputed(doubt, block, wanted, existing, planned));
  }
  const context = { existing, planned };
  const replacements = differences.flatMap((found) => replacementBy(found, context) ?? []);
  const hidden = concealed.flatMap((found) => replacementBy(found, context) ?? []);
  return {
    differences,
    replacements: [...taintOf(existing), ...generatedOf(existing, block, wanted), ...replacements],
    hidden,
    planned,
  };
}

function attributesToCompare(existing: Existing, block: ResourceBlock, wanted: ValueMap): Attribute[] {
  const attributes = existing.fromState
    ? attributesOf(block.type, wanted)
    : namesOf(existing.values, wanted).map((name) => behaviourOf(block.type).attribute(name));
  return attributes.filter(({ writeOnly }) => writeOnly !== true);
}

/** Why it is not certain that anything changes; undefined when something does for certain. */
function doubtOfAll(differences: readonly Difference[]): Doubt | undefined {
  const doubts = differences.map(({ outcome }) => doubtOf(outcome));
  return doubts.includes(undefined) ? undefined : doubts[0];
}

/** What a change in place makes unknown, although nobody asked for it. */
function recomputed(
  doubt: Doubt | undefined,
  block: ResourceBlock,
  wanted: ValueMap,
  existing: Existing,
  planned: ValueMap,
): Difference[] {
  const found: Difference[] = [];
  for (const attribute of behaviourOf(block.type).attributes.values()) {
    if (attribute.recomputed !== true || unmark(wanted.get(attribute.name) ?? null)[0] !== null) continue;
    const before = priorValue(existing, attribute);
    const sure = doubt === undefined;
    const after = sure ? new Unknown(existing.address) : mark(before, { mayBecomeUnknown: existing.address });
    planned.set(attribute.name, after);
    const outcome: Outcome = sure ? unknownBecauseOf(undefined) : { kind: "uncertain", because: doubt };
    found.push({ path: attribute.name, attribute, outcome, before, after });
  }
  return found;
}

function namesOf(...sides: readonly ValueMap[]): string[] {
  const names = new Set<string>();
  for (const side of sides) for (const name of side.keys()) names.add(name);
  return [...names];
}

function isNewlyIgnored({ deployed }: Existing, block: ResourceBlock, attribute: string): boolean {
  if (deployed === undefined || ignoredIn(deployed.ignoreChanges, attribute) === undefined) return false;
  const [before, after] = [deployed.ignoreChanges, block.lifecycle.ignoreChanges];
  return canonical(before as Value) !== canonical(after as Value);
}

function compareAttribute(existing: Existing, attribute: Attribute, prior: Value, wanted: Value): Compared {
  const compared = difference(attribute, attribute.name, prior, wanted, existing);
  if (!existing.fromState || compared.differences.length === 0) return compared;
  return withDeployed(existing, attribute, prior, wanted, compared);
}

/**
 * Where the state alone cannot tell, the deployed configuration helps: an argument that the edit leaves alone is what
 * it was, and a variable's default that the state holds is not overridden.
 */
function withDeployed(
  existing: Existing,
  attribute: Attribute,
  prior: Value,
  wanted: Value,
  compared: Compared,
): Compared {
  const doubtful = compared.differences.some(({ outcome }) => isDoubtful(outcome));
  if (!doubtful) return compared;
  const deployed = existing.deployed?.values.get(attribute.name) ?? null;
  const secret = deployed instanceof Digest;
  const edited = secret ? !matches(deployed, wanted) : canonical(deployed) !== canonical(wanted);
  if (!edited) return { differences: [], planned: prior };
  const confirmed = secret ? matches(deployed, prior) : compare(prior, unmark(deployed)[0], attribute).kind === "same";
  if (!confirmed) return compared;
  const differences = compared.differences.map((found) =>
    doubtOf(found.outcome)?.reason === "variable-default" ? { ...found, outcome: changed } : found,
  );
  return { differences, planned: compared.planned };
}

function isDoubtful(outcome: Outcome): boolean {
  return !isSure(outcome) && causeOf(outcome) === undefined;
}

interface Context {
  readonly existing: Existing;
  readonly planned: ValueMap;
}

/** The replacement that a difference asks for; undefined when the provider changes the attribute in place. */
function replacementBy(found: Difference, context: Context): ReplacementCause | undefined {
  const { attribute, outcome, path, before, after } = found;
  const verdict = verdictOn(found, context);
  if (verdict === "updates") return undefined;
  const because = typeof verdict === "object" ? verdict.because : (doubtOf(outcome) ?? ignoranceOf(attribute));
  const cause = causeOf(outcome);
  return {
    kind: "attribute",
    path,
    before,
    after,
    ...(attribute.sensitive === true ? { sensitive: true } : {}),
    ...(cause === undefined ? {} : { cause }),
    ...(because === undefined ? {} : { because }),
  };
}

function verdictOn({ attribute, outcome, before, after }: Difference, { existing, planned }: Context) {
  const predicate = predicateNamed(attribute.condition ?? "");
  if (predicate === undefined) return attribute.forceNew === true ? "replaces" : "updates";
  const prior = (name: string): Value => priorValue(existing, behaviourOf(existing.type).attribute(name));
  return predicate.decide({ outcome, before, after, prior, planned: (name) => planned.get(name) ?? prior(name) });
}

/** What nobody asked the provider about an attribute. */
function ignoranceOf({ notInTable, path }: Attribute): Doubt | undefined {
  return notInTable === true ? { reason: "not-in-table", about: path } : undefined;
}

function taintOf(existing: Existing): ReplacementCause[] {
  return existing.tainted ? [{ kind: "tainted" }] : [];
}

/** The provider generates a value for what is unset, and the next plan wants it unset again. */
function generatedOf(existing: Existing, block: ResourceBlock, wanted: ValueMap): ReplacementCause[] {
  return generatedWhenUnset(existing.type).flatMap((name): ReplacementCause[] => {
    const before = priorValue(existing, behaviourOf(block.type).attribute(name));
    const unset = isEmpty(unmark(wanted.get(name) ?? null)[0]) && isEmpty(unmark(before)[0]);
    const ignored = ignoredIn(block.lifecycle.ignoreChanges, name) === undefined;
    if (!unset || ignored || existing.fromState) return [];
    return [{ kind: "generated", path: name, before: null, after: null }];
  });
}
