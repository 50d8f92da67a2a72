import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Existing } from "../../../lib/recreation/baseline/existing";
import { evaluate } from "../../../lib/recreation/baseline/from-configuration";
import { ConfigurationPrior, StatePrior } from "../../../lib/recreation/baseline/prior";
import type { InstanceComparison } from "../../../lib/recreation/prediction/instance-comparison";
import { PlannedInstance, type PlannedInstanceInput } from "../../../lib/recreation/prediction/planned-instance";
import { Predictor } from "../../../lib/recreation/prediction/predictor";
import type { Address } from "../../../lib/terraform/addresses";
import { readConfiguration, type ResourceBlock } from "../../../lib/terraform/configuration/configuration";
import type { Surroundings } from "../../../lib/terraform/configuration/surroundings";
import { readState } from "../../../lib/terraform/state/state";
import type { JsonObject } from "../../../lib/terraform/values/json";
import type { Value, ValueMap } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";
import { deployedAt } from "../baseline/instances";

export const valuesOf = (values: Record<string, Value>): ValueMap => new Map(Object.entries(values));

/** An object that exists as the deployed configuration has it. */
export function existingAt(
  address: string,
  values: Record<string, Value>,
  more: Partial<Existing> = {},
  deployed = deployedAt(address, values),
): Existing {
  const { type } = deployed.address;
  return {
    address: at(address),
    previousAddress: at(address),
    prior: new ConfigurationPrior(valuesOf(values), deployed, undefined, newestRelease.behaviourOf(type)),
    provider: "scaleway",
    tainted: false,
    skipDestroy: false,
    secrets: new Set(),
    ...more,
  };
}

/** An object that exists as the state has it, beside what the deployed configuration says, if that says anything. */
export function inState(
  address: string,
  values: Record<string, Value>,
  deployed?: Record<string, Value>,
  more: Partial<Existing> = {},
): Existing {
  const prior = new StatePrior(
    valuesOf(values),
    deployed && deployedAt(address, deployed),
    newestRelease.behaviourOf(at(address).type),
  );
  return existingAt(address, values, { prior, ...more });
}

export function blockOf({ type, name }: Address, body: JsonObject = {}): ResourceBlock {
  const found = readConfiguration({ resource: { [type]: { [name]: body } } }).resources.get(`${type}.${name}`);
  if (found === undefined) throw new Error(`no block of ${type}`);
  return found;
}

/** An object that exists, and what is wanted of it. */
export function comparisonOf(
  existing: Existing,
  wanted: Record<string, Value>,
  body: JsonObject = {},
): InstanceComparison {
  const block = blockOf(existing.address, body);
  return { existing, block, behaviour: newestRelease.behaviourOf(block.address.type), wanted: valuesOf(wanted) };
}

/** A planned instance; new unless it is said what exists. */
export function plannedAt(address: string, more: Partial<PlannedInstanceInput> = {}): PlannedInstance {
  const wanted = more.wanted ?? new Map<string, Value>();
  return new PlannedInstance({
    address: at(address),
    release: newestRelease,
    protection: { on: false },
    block: blockOf(at(address)),
    wanted,
    existing: undefined,
    planned: wanted,
    differences: [],
    replacements: [],
    hidden: [],
    providerRecreations: [],
    remarked: new Set(),
    imported: undefined,
    ...more,
  });
}

/** A predictor between two configurations, before anything is planned. */
export function predictorOf(input: {
  before: JsonObject;
  after: JsonObject;
  state?: object;
  surroundings?: { before?: Surroundings; after?: Surroundings };
}): Predictor {
  const { before, after, state, surroundings = {} } = input;
  return new Predictor({
    baseline: evaluate(readConfiguration(before), { surroundings: surroundings.before }),
    configuration: readConfiguration(after),
    surroundings: surroundings.after ?? {},
    state: state === undefined ? undefined : readState(state),
  });
}
