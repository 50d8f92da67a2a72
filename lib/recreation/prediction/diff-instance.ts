import { attributesOf, type Existing, priorValue } from "../baseline/existing";
import { ignoredIn, withIgnored } from "../baseline/ignored";
import { type Answer, cannotTell, compare, different, isEmpty } from "../diff/compare";
import { type Difference, difference } from "../diff/difference";
import { type Attribute, behaviourOf } from "../provider/behaviour";
import { generatedWhenUnset } from "../provider/side-effects";
import type { ResourceBlock } from "../terraform/configuration";
import { matches } from "../values/digests";
import { Digest, mark, Unknown, unmark, type Value, type ValueMap } from "../values/value";
import { canonical } from "../values/walk";
import type { Certainty, Reason } from "./decision";
import { dormantChanges } from "./dormant";
import { predicateNamed } from "./predicates";

/** The comparison of one object that exists with what is wanted of it. */
export interface InstanceDiff {
  readonly differences: readonly Difference[];
  readonly reasons: readonly Reason[];
  /** Replacements that only a new ignore_changes prevents. */
  readonly hidden: readonly Reason[];
  readonly planned: ValueMap;
}

/** Compares every attribute of an object with the configuration, and decides which differences replace it. */
export function diffInstance(existing: Existing, block: ResourceBlock, wanted: ValueMap): InstanceDiff {
  const differences: Difference[] = [];
  const planned: ValueMap = new Map();
  const concealed: Difference[] = [];
  const attributes = existing.fromState
    ? attributesOf(block.type, wanted)
    : namesOf(existing.values, wanted).map((name) => behaviourOf(block.type).attribute(name));
  for (const attribute of attributes) {
    if (attribute.writeOnly === true) continue;
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
    const sure = differences.some(({ answer }) => isSure(answer));
    differences.push(...dormantChanges(existing, block, wanted, sure));
    differences.push(...recomputed(sure, block, wanted, existing, planned));
  }
  const context = { existing, planned, wanted };
  const reasons = differences.flatMap((found) => reasonOf(found, context) ?? []);
  const hidden = concealed.flatMap((found) => reasonOf(found, context) ?? []);
  return {
    differences,
    reasons: [...taintOf(existing), ...generatedOf(existing, block, wanted), ...reasons],
    hidden,
    planned,
  };
}

/** What a change in place makes unknown, although nobody asked for it. */
function recomputed(
  sure: boolean,
  block: ResourceBlock,
  wanted: ValueMap,
  existing: Existing,
  planned: ValueMap,
): Difference[] {
  const found: Difference[] = [];
  for (const attribute of behaviourOf(block.type).attributes.values()) {
    if (attribute.recomputed !== true || unmark(wanted.get(attribute.name) ?? null)[0] !== null) continue;
    const before = priorValue(existing, attribute);
    const after = sure ? new Unknown(existing.address) : mark(before, { maybeUnknown: existing.address });
    planned.set(attribute.name, after);
    const answer: Answer = sure ? { is: "unknown" } : cannotTell;
    found.push({ path: attribute.name, attribute, answer, before, after });
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

function compareAttribute(
  existing: Existing,
  attribute: Attribute,
  prior: Value,
  wanted: Value,
): ReturnType<typeof difference> {
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
  compared: ReturnType<typeof difference>,
): ReturnType<typeof difference> {
  const doubtful = compared.differences.filter(({ answer }) => isDoubtful(answer));
  if (doubtful.length === 0) return compared;
  const deployed = existing.deployed?.values.get(attribute.name) ?? null;
  const secret = deployed instanceof Digest;
  const edited = secret ? !matches(deployed, wanted) : canonical(deployed) !== canonical(wanted);
  if (!edited) return { differences: [], planned: prior };
  const confirmed = secret ? matches(deployed, prior) : compare(prior, unmark(deployed)[0], attribute).is === "same";
  if (!confirmed) return compared;
  const differences = compared.differences.map((found) =>
    found.answer.overridable === true ? { ...found, answer: different } : found,
  );
  return { differences, planned: compared.planned };
}

function isDoubtful({ is, cause, overridable }: Answer): boolean {
  return overridable === true || (is === "cannot tell" && cause === undefined);
}

interface Context {
  readonly existing: Existing;
  readonly planned: ValueMap;
  readonly wanted: ValueMap;
}

function reasonOf(found: Difference, context: Context): Reason | undefined {
  const { existing } = context;
  const predicate = predicateNamed(found.attribute.condition ?? "");
  if (predicate === undefined) return found.attribute.forceNew === true ? reason(found, certaintyOf(found)) : undefined;
  const lookup = (source: "planned" | "prior") => (name: string) => {
    const attribute = behaviourOf(existing.type).attribute(name);
    const value = source === "planned" ? context.planned.get(name) : undefined;
    return value ?? priorValue(existing, attribute);
  };
  const verdict = predicate.decide({
    answer: found.answer,
    before: found.before,
    after: found.after,
    planned: lookup("planned"),
    prior: lookup("prior"),
  });
  if (verdict === "updates") return undefined;
  const certainty = verdict === "replaces" && found.answer.overridable !== true ? "will" : "may";
  return { ...reason(found, certainty), ...(verdict === "ask" ? { asksApi: true } : {}) };
}

function isSure({ is, overridable }: Answer): boolean {
  return is !== "cannot tell" && overridable !== true;
}

function certaintyOf({ answer, attribute }: Difference): Certainty {
  return isSure(answer) && attribute.notInTable !== true ? "will" : "may";
}

function reason(found: Difference, certainty: Certainty): Reason {
  const { path, attribute, before, after, answer } = found;
  return { kind: "attribute", certainty, path, attribute, before, after, cause: answer.cause };
}

function taintOf(existing: Existing): Reason[] {
  return existing.tainted ? [{ kind: "tainted", certainty: "will" }] : [];
}

/** The provider generates a value for what is unset, and the next plan wants it unset again. */
function generatedOf(existing: Existing, block: ResourceBlock, wanted: ValueMap): Reason[] {
  return generatedWhenUnset(existing.type).flatMap((name): Reason[] => {
    const before = priorValue(existing, behaviourOf(block.type).attribute(name));
    const unset = isEmpty(unmark(wanted.get(name) ?? null)[0]) && isEmpty(unmark(before)[0]);
    const ignored = ignoredIn(block.lifecycle.ignoreChanges, name) === undefined;
    if (!unset || ignored || existing.fromState) return [];
    return [{ kind: "generated", certainty: "will", path: name, before: null, after: null }];
  });
}
