import { type Attribute, behaviourOf, isLocked } from "../../provider";
import type { PriorState, Value, ValueMap } from "../../terraform";
import type { Baseline, BaselineInstance, KeptArguments } from "./baseline";
import { hiddenByIgnore, rootOf } from "./ignored";
import { unsetInConfiguration, unsetInState } from "./unset";

/** One object that exists before the apply. */
export interface Existing {
  /** Where it is; once moves are applied, where it is then. */
  readonly address: string;
  /** Where it was. */
  readonly previousAddress: string;
  readonly type: string;
  readonly values: ValueMap;
  /** The provider block that it was made by. */
  readonly provider: string | undefined;
  readonly tainted: boolean;
  /** Whether it is forgotten where it would be destroyed, by what is deployed. */
  readonly skipDestroy: boolean;
  /** Paths of values that the state marks as secrets. */
  readonly secrets: ReadonlySet<string>;
  /** What the deployed configuration says of it. */
  readonly deployed: BaselineInstance | undefined;
  /** Whether the values come from a state, which knows them all. */
  readonly fromState: boolean;
  unset(attribute: Attribute, path: string): Value;
  /** Which of its arguments are known here; what is not known may differ from what is wanted. */
  readonly kept: KeptArguments;
}

/** Whether what is deployed is known for a top-level attribute. */
export function isKept({ kept, type }: Pick<Existing, "kept" | "type">, attribute: string): boolean {
  return kept === "all" || (kept === "affecting-replacement" && isLocked(type, attribute));
}

/** Objects by the address they had, from the state where there is one, and else from the deployed configuration. */
export function existingObjects(baseline: Baseline, state: PriorState | undefined): Map<string, Existing> {
  const found = new Map<string, Existing>();
  if (state === undefined) {
    for (const deployed of baseline.instances.values())
      found.set(deployed.address, fromConfiguration(deployed, baseline));
    return found;
  }
  for (const { address, resource, type, provider, values, tainted, skipDestroy, secrets } of state.managed.values()) {
    const standsFor = baseline.instances.get(resource);
    const deployed = baseline.instances.get(address) ?? (standsFor?.undetermined === undefined ? undefined : standsFor);
    found.set(address, {
      address,
      previousAddress: address,
      type,
      values,
      provider: deployed?.provider ?? provider,
      tainted,
      skipDestroy: skipDestroy ?? deployed?.skipDestroy === true,
      secrets,
      deployed,
      fromState: true,
      unset: unsetInState,
      kept: "all",
    });
  }
  return found;
}

const NONE: ReadonlySet<string> = new Set();

function fromConfiguration(deployed: BaselineInstance, baseline: Baseline): Existing {
  const { address, type } = deployed;
  return {
    address,
    previousAddress: address,
    type,
    values: visibleValues(deployed),
    provider: deployed.provider,
    tainted: false,
    skipDestroy: deployed.skipDestroy,
    secrets: NONE,
    deployed,
    fromState: false,
    kept: deployed.kept,
    unset: unsetInConfiguration(address, type, baseline.providers.get(deployed.provider)),
  };
}

/** What the deployed configuration ignores may differ from what it says. */
function visibleValues({ address, values, ignoreChanges }: BaselineInstance): ValueMap {
  if (ignoreChanges !== "all" && ignoreChanges.length === 0) return values;
  const visible = new Map(values);
  const hidden = ignoreChanges === "all" ? values.keys() : ignoreChanges.map(rootOf);
  for (const name of hidden) {
    const value = hiddenByIgnore(address, name, values.get(name) ?? null, ignoreChanges);
    if (value !== null) visible.set(name, value);
  }
  return visible;
}

/** The value of a top-level attribute of what exists. */
export function priorValue(existing: Pick<Existing, "values" | "unset">, attribute: Attribute): Value {
  return existing.values.get(attribute.name) ?? existing.unset(attribute, attribute.name);
}

/** Every attribute that the table or either side names. */
export function attributesOf(type: string, ...sides: readonly (ValueMap | undefined)[]): Attribute[] {
  const behaviour = behaviourOf(type);
  const names = new Set([...behaviour.attributes.keys(), ...sides.flatMap((side) => [...(side?.keys() ?? [])])]);
  return [...names].map((name) => behaviour.attribute(name));
}
