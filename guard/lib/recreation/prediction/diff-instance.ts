import { type Attribute, generatedWhenUnset, recreatedFor, type ResourceBehaviour } from "../../provider";
import {
  AttributePath,
  type Doubt,
  type IgnoreChanges,
  mark,
  type ResourceBlock,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";
import {
  attributesOf,
  type Existing,
  ignoredIn,
  isKnownHere,
  priorValue,
  priorWhileUnset,
  withIgnored,
} from "../baseline";
import {
  causeOf,
  type Compared,
  type Difference,
  difference,
  doubtOf,
  isEmpty,
  type Outcome,
  unknownBecauseOf,
} from "../diff";
import { isEdited, isWritten, withDeployed } from "./deployed-argument";
import type { InstanceComparison } from "./instance-comparison";
import { latentChanges } from "./latent";
import { predicateNamed } from "./predicates";
import type { Verdict } from "./predicates/predicate";
import type { ReplacementCause } from "./prediction";
import { remarkedAttributes } from "./remarked";
import { isSecret } from "./secrecy";

/** The comparison of one object that exists with what is wanted of it. */
export interface InstanceDiff {
  readonly differences: readonly Difference[];
  readonly replacements: readonly ReplacementCause[];
  /** Replacements that only a new ignore_changes prevents. */
  readonly hidden: readonly ReplacementCause[];
  /** Changes in place for which the provider makes another object all the same. */
  readonly providerRecreations: readonly ReplacementCause[];
  /** Attributes that become secrets or are none any more, so that the plan has an update in any case. */
  readonly remarked: ReadonlySet<string>;
  readonly planned: ValueMap;
}

/** Compares every attribute of an object with the configuration, and decides which differences replace it. */
export function diffInstance(comparison: InstanceComparison): InstanceDiff {
  const { existing, block, behaviour, wanted } = comparison;
  const differences: Difference[] = [];
  const planned: ValueMap = new Map();
  const concealed: Difference[] = [];
  for (const attribute of attributesToCompare(comparison)) {
    const prior = priorValue(existing, attribute);
    const given = wanted.get(attribute.name) ?? null;
    const effective = withIgnored(block.lifecycle.ignoreChanges, attribute.name, prior, given);
    // With all of it ignored, not even a default comes in the place of what the state does not have.
    const compared =
      block.lifecycle.ignoreChanges === "all"
        ? { differences: [], planned: prior }
        : compareAttribute(existing, attribute, prior, effective);
    differences.push(...compared.differences);
    planned.set(attribute.name, compared.planned);
    if (effective !== given && isNewlyIgnored(existing, block, attribute.name)) {
      concealed.push(...compareAttribute(existing, attribute, prior, given).differences);
    }
  }
  if (differences.length > 0) {
    const doubt = doubtOfAll(differences);
    differences.push(...latentChanges(comparison, doubt === undefined));
    differences.push(...recomputed(doubt, comparison, planned));
  } else if (existing.prior.source === "lock") {
    // What is not known to change may change all the same.
    differences.push(...latentChanges(comparison, false));
  }
  const names = existing.prior.source === "state" ? differences.map(({ path }) => path.root) : [];
  const unedited = new Set(names.filter((name) => !isEdited(existing, name, wanted)));
  const context = { existing, behaviour, planned, unedited };
  const replacements = differences.flatMap((found) => replacementBy(found, context) ?? []);
  const hidden = concealed.flatMap((found) => replacementBy(found, context) ?? []);
  return {
    differences,
    replacements: [...taintOf(existing), ...generatedOf(existing, block, wanted), ...replacements],
    hidden,
    providerRecreations: providerRecreationsOf(existing, differences),
    remarked: remarkedAttributes(comparison),
    planned,
  };
}

function attributesToCompare({ existing, behaviour, wanted }: InstanceComparison): Attribute[] {
  // What neither side names has the default of the release that made it, and another one may have another.
  const isOfOtherRelease = existing.prior.behaviour !== behaviour;
  const attributes =
    existing.prior.source === "state" || isOfOtherRelease
      ? attributesOf(behaviour, wanted).filter(({ name }) => isComparable(existing, name, wanted))
      : namesOf(existing.prior.values, wanted)
          .filter((name) => isKnownHere(existing, name))
          .map((name) => behaviour.attribute(name));
  const isKnownType = behaviour.attributes.size > 0;
  return attributes.filter(({ name, writeOnly, notInTable }) => {
    // What the provider no longer has, and the configuration no longer says, is nothing to it.
    const isGone = notInTable === true && isKnownType && unmark(wanted.get(name) ?? null)[0] === null;
    return writeOnly !== true && !isGone;
  });
}

/** Whether what was is known; what the provider makes up for an argument that nobody sets is another matter. */
function isComparable(existing: Existing, name: string, wanted: ValueMap): boolean {
  const { source, values } = existing.prior;
  const isMadeUp = source !== "state" && generatedWhenUnset(existing.address.type).includes(name);
  return isKnownHere(existing, name) && !(isMadeUp && !values.has(name) && !wanted.has(name));
}

/** Why it is not certain that anything changes; undefined when something does for certain. */
function doubtOfAll(differences: readonly Difference[]): Doubt | undefined {
  const doubts = differences.map(({ outcome }) => doubtOf(outcome));
  return doubts.includes(undefined) ? undefined : doubts[0];
}

/** What a change in place makes unknown, although nobody asked for it. */
function recomputed(
  doubt: Doubt | undefined,
  { existing, behaviour, wanted }: InstanceComparison,
  planned: ValueMap,
): Difference[] {
  const found: Difference[] = [];
  for (const attribute of behaviour.attributes.values()) {
    if (attribute.recomputed !== true || unmark(wanted.get(attribute.name) ?? null)[0] !== null) continue;
    const before = priorWhileUnset(existing, attribute);
    const sure = doubt === undefined;
    const after = sure ? new Unknown(existing.address) : mark(before, { mayBecomeUnknown: existing.address });
    planned.set(attribute.name, after);
    const outcome: Outcome = sure ? unknownBecauseOf(undefined) : { kind: "uncertain", because: doubt };
    found.push({ path: AttributePath.of(attribute.name), attribute, outcome, before, after });
  }
  return found;
}

function namesOf(...sides: readonly ValueMap[]): string[] {
  const names = new Set<string>();
  for (const side of sides) for (const name of side.keys()) names.add(name);
  return [...names];
}

function isNewlyIgnored({ prior: { deployed } }: Existing, block: ResourceBlock, attribute: string): boolean {
  if (deployed === undefined || ignoredIn(deployed.ignoreChanges, attribute) === undefined) return false;
  return !isSameIgnored(deployed.ignoreChanges, block.lifecycle.ignoreChanges);
}

function isSameIgnored(one: IgnoreChanges, other: IgnoreChanges): boolean {
  if (one === "all" || other === "all") return one === other;
  return one.length === other.length && one.every((path, index) => path === other[index]);
}

function compareAttribute(existing: Existing, attribute: Attribute, prior: Value, wanted: Value): Compared {
  const compared = difference(attribute, AttributePath.of(attribute.name), prior, wanted, existing.prior);
  if (existing.prior.source !== "state" || compared.differences.length === 0) return compared;
  return withDeployed(existing, attribute, prior, wanted, compared);
}

interface Context {
  readonly existing: Existing;
  readonly behaviour: ResourceBehaviour;
  /** Top-level attributes that differ from the state, and that the edit leaves as the deployed configuration has them. */
  readonly unedited: ReadonlySet<string>;
  readonly planned: ValueMap;
}

/** The replacement that a difference asks for; undefined when the provider changes the attribute in place. */
function replacementBy(found: Difference, context: Context): ReplacementCause | undefined {
  const { outcome, path, before, after } = found;
  const verdict = verdictOn(found, context);
  if (verdict === "updates") return undefined;
  const cause = causeOf(outcome);
  const because = doubtAbout(found, verdict, context.existing);
  // Nobody edited the argument, so that what the state alone cannot tell of it was so before, too.
  const isNew = because?.reason === "new-in-provider";
  if (because !== undefined && !isNew && cause === undefined && context.unedited.has(path.root)) return undefined;
  const { source, deployed } = context.existing.prior;
  const unwritten = source === "state" && deployed !== undefined && !isWritten(context.existing, path);
  return {
    kind: "attribute",
    path,
    before,
    after,
    ...(isSecret(context.existing.secrets, found) ? { sensitive: true } : {}),
    ...(unwritten ? { unwritten } : {}),
    ...(cause === undefined ? {} : { cause }),
    ...(because === undefined ? {} : { because }),
  };
}

function verdictOn(
  { attribute, outcome, before, after }: Difference,
  { existing, behaviour, planned }: Context,
): Verdict {
  const predicate = predicateNamed(attribute.condition ?? "");
  if (predicate === undefined && attribute.notProbed === true) {
    return { because: { reason: "not-probed", about: attribute.path } };
  }
  if (predicate === undefined) return attribute.forceNew === true ? "replaces" : "updates";
  const prior = (name: string): Value => priorValue(existing, behaviour.attribute(name));
  return predicate.decide({
    outcome,
    before,
    after,
    fromState: existing.prior.source === "state",
    prior,
    planned: (name) => planned.get(name) ?? prior(name),
  });
}

/** Why it is not certain that a difference replaces the object; the one place that decides it. */
function doubtAbout({ outcome, attribute, path }: Difference, verdict: Verdict, existing: Existing): Doubt | undefined {
  if (typeof verdict === "object") return verdict.because;
  if (outcome.kind === "uncertain") return outcome.because;
  if (attribute.notInTable === true) return { reason: "not-in-table", about: attribute.path };
  // What a block leaves out and the provider computes may keep its value in the plan, when it becomes unknown.
  const kept = outcome.kind === "unknown" && attribute.computed === true && !path.isRoot;
  return kept && !isWritten(existing, path) ? { reason: "provider-chosen" } : undefined;
}

function taintOf(existing: Existing): ReplacementCause[] {
  return existing.tainted ? [{ kind: "tainted" }] : [];
}

/** What the plan does not show as a replacement, and the provider carries out as one. */
function providerRecreationsOf(existing: Existing, differences: readonly Difference[]): ReplacementCause[] {
  const names = recreatedFor(existing.address.type);
  return differences
    .filter(({ path }) => names.includes(path.toString()))
    .map((found): ReplacementCause => {
      const { path, outcome, before, after } = found;
      const [cause, because] = [causeOf(outcome), doubtOf(outcome)];
      return {
        kind: "attribute",
        path,
        before,
        after,
        ...(isSecret(existing.secrets, found) ? { sensitive: true } : {}),
        ...(cause === undefined ? {} : { cause }),
        ...(because === undefined ? {} : { because }),
      };
    });
}

/** The provider generates a value for what is unset, and the next plan wants it unset again. */
function generatedOf(existing: Existing, block: ResourceBlock, wanted: ValueMap): ReplacementCause[] {
  return generatedWhenUnset(existing.address.type).flatMap((name): ReplacementCause[] => {
    const before = existing.prior.values.get(name) ?? null;
    const unset = isEmpty(unmark(wanted.get(name) ?? null)[0]) && isEmpty(unmark(before)[0]);
    const ignored = ignoredIn(block.lifecycle.ignoreChanges, name) === undefined;
    if (!unset || ignored || existing.prior.source === "state") return [];
    return [{ kind: "generated", path: AttributePath.of(name), before: null, after: null }];
  });
}
