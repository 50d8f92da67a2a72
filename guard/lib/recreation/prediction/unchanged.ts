import { isScalewayResource, type ProviderRelease, type ResourceBehaviour } from "../../provider";
import {
  type Address,
  isMap,
  OpaqueValue,
  type PriorState,
  readConfiguration,
  type ResourceBlock,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";
import { type Baseline, type Existing, existingObjects } from "../baseline";
import { diffInstance } from "./diff-instance";
import { PlannedInstance } from "./planned-instance";
import { nothingHappens, type Prediction } from "./prediction";

/** What exists, without the configuration that it was made of. */
export interface UnchangedInput {
  readonly baseline: Baseline;
  readonly state: PriorState | undefined;
  /** The release that plans. */
  readonly release: ProviderRelease;
}

/**
 * Predicts what a release does with what exists while nobody edits anything, where a lock or a state alone tells of it: what is wanted is
 * what is there. What refers to an object that is replaced follows.
 */
export function predictUnchanged(input: UnchangedInput): Prediction {
  return { ...nothingHappens, objects: plannedUnchanged(input).map((each) => each.toPrediction()) };
}

/** The same, instance by instance. */
export function plannedUnchanged({ baseline, state, release }: UnchangedInput): PlannedInstance[] {
  const existing = [...existingObjects(baseline, state).values()].filter(({ address }) =>
    isScalewayResource(address.type),
  );
  const replaced = new Set<Address>();
  for (;;) {
    const planned = existing.map((object) => plannedOf(object, baseline.release, release, replaced));
    const found = planned.filter(({ action, because }) => action === "replace" && because === undefined);
    const before = replaced.size;
    for (const { address } of found) replaced.add(address);
    if (replaced.size === before) return planned;
  }
}

function plannedOf(
  existing: Existing,
  made: ProviderRelease,
  release: ProviderRelease,
  replaced: ReadonlySet<Address>,
): PlannedInstance {
  const { address, prior } = existing;
  const block = blockOf(existing);
  const behaviour = release.behaviourOf(address.type);
  const isOfOther = made !== release;
  const values =
    prior.deployed?.values ?? (isOfOther ? wantedByState(prior.values, made.behaviourOf(address.type)) : prior.values);
  const wanted: ValueMap = new Map([...values].map(([name, value]) => [name, afterReplacement(value, replaced)]));
  const diff = diffInstance({ existing, block, behaviour, wanted });
  const protection = { on: prior.deployed?.preventDestroy === true };
  return new PlannedInstance({ address, release, block, protection, wanted, existing, imported: undefined, ...diff });
}

/** A block of which nothing is known but what the lock keeps beside its arguments. */
function blockOf({ address: { type }, prior: { deployed } }: Existing): ResourceBlock {
  const read = readConfiguration({ resource: { [type]: { it: {} } } }).resources.get(`${type}.it`);
  if (read === undefined) throw new Error(`no block of ${type}`);
  const { ignoreChanges = [], skipDestroy = false } = deployed ?? {};
  return { ...read, path: deployed?.path, lifecycle: { ...read.lifecycle, ignoreChanges, skipDestroy } };
}

/** The id of an object that is replaced is known after apply only. */
function afterReplacement(value: Value, replaced: ReadonlySet<Address>): Value {
  const [plain] = unmark(value);
  if (plain instanceof OpaqueValue) {
    const { identity } = plain.options;
    return identity !== undefined && replaced.has(identity) ? new Unknown(identity) : value;
  }
  if (Array.isArray(plain)) return plain.map((item) => afterReplacement(item, replaced));
  if (!isMap(plain)) return value;
  return new Map([...plain].map(([name, item]) => [name, afterReplacement(item, replaced)]));
}

/** What a state holds that the release may not have put there by itself; of what is its default, nobody knows who set it. */
function wantedByState(values: ValueMap, behaviour: ResourceBehaviour): ValueMap {
  return new Map(
    [...values]
      .filter(([name]) => behaviour.attributes.has(name))
      .map(([name, value]) => [name, wantedOf(value, name, behaviour)]),
  );
}

function wantedOf(value: Value, path: string, behaviour: ResourceBehaviour): Value {
  const [plain] = unmark(value);
  if (Array.isArray(plain)) return plain.map((item) => wantedOf(item, path, behaviour));
  if (isMap(plain))
    return new Map([...plain].map(([name, item]) => [name, wantedOf(item, `${path}.${name}`, behaviour)]));
  const byDefault = behaviour.at(path)?.default;
  return byDefault !== undefined && byDefault === plain ? new OpaqueValue(path, { origin: "set-or-default" }) : value;
}
