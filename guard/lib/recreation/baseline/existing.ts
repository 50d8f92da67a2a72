import type { Attribute, ResourceBehaviour } from "../../provider";
import { type Address, AttributePath, type PriorState, type Value, type ValueMap } from "../../terraform";
import type { Baseline, BaselineInstance } from "./baseline";
import { type Prior, priorOf, StatePrior } from "./prior";

/** One object that exists before the apply. */
export interface Existing {
  /** Where it is; once moves are applied, where it is then. */
  readonly address: Address;
  /** Where it was. */
  readonly previousAddress: Address;
  /** What it was, by what tells of it. */
  readonly prior: Prior;
  /** The provider block that it was made by. */
  readonly provider: string | undefined;
  readonly tainted: boolean;
  /** Whether it is forgotten where it would be destroyed, by what is deployed. */
  readonly skipDestroy: boolean;
  /** Paths of values that the state marks as secrets. */
  readonly secrets: ReadonlySet<AttributePath>;
}

/** Objects by the address they had, from the state where there is one, and else from the deployed configuration. */
export function existingObjects(baseline: Baseline, state: PriorState | undefined): Map<Address, Existing> {
  const found = new Map<Address, Existing>();
  if (state === undefined) {
    for (const deployed of baseline.instances.values())
      found.set(deployed.address, fromConfiguration(deployed, baseline));
    return found;
  }
  for (const { address, provider, values, tainted, skipDestroy, secrets } of state.managed.values()) {
    const standsFor = baseline.instances.get(address.resource);
    const deployed = baseline.instances.get(address) ?? (standsFor?.undetermined === undefined ? undefined : standsFor);
    found.set(address, {
      address,
      previousAddress: address,
      prior: new StatePrior(values, deployed, baseline.release.behaviourOf(address.type)),
      provider: deployed?.provider ?? provider,
      tainted,
      skipDestroy: skipDestroy ?? deployed?.skipDestroy === true,
      secrets,
    });
  }
  return found;
}

const NONE: ReadonlySet<AttributePath> = new Set();

function fromConfiguration(deployed: BaselineInstance, baseline: Baseline): Existing {
  const { address } = deployed;
  return {
    address,
    previousAddress: address,
    prior: priorOf(deployed, baseline),
    provider: deployed.provider,
    tainted: false,
    skipDestroy: deployed.skipDestroy,
    secrets: NONE,
  };
}

/** Whether what an attribute was is known here; what is not may differ from what is wanted. */
export function isKnownHere({ prior }: Existing, name: string): boolean {
  return prior.source !== "lock" || prior.keeps(name);
}

/** The value of a top-level attribute of what exists; one that equals nothing where it is not known here. */
export function priorValue({ prior }: Pick<Existing, "prior">, attribute: Attribute): Value {
  return prior.answer(attribute).value;
}

/** The same of an attribute that nobody sets now: where it is not known here, it is taken to be what the provider has by itself. */
export function priorWhileUnset({ prior }: Pick<Existing, "prior">, attribute: Attribute): Value {
  const answer = prior.answer(attribute);
  return answer.kind === "not-known-here" ? prior.unset(attribute, AttributePath.of(attribute.name)) : answer.value;
}

/** Every attribute that the table or either side names. */
export function attributesOf(behaviour: ResourceBehaviour, ...sides: readonly (ValueMap | undefined)[]): Attribute[] {
  const names = new Set([...behaviour.attributes.keys(), ...sides.flatMap((side) => [...(side?.keys() ?? [])])]);
  return [...names].map((name) => behaviour.attribute(name));
}
