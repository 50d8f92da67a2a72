import { type Attribute, isLocked, type ResourceBehaviour } from "../../provider";
import { AttributePath, OpaqueValue, unmark, type Value, type ValueMap } from "../../terraform";
import { isEmpty } from "../diff";
import type { Baseline, BaselineInstance } from "./baseline";
import { hiddenByIgnore } from "./ignored";
import { type Inherited, unsetInConfiguration } from "./unset";

/** What is known of one attribute of what exists. */
export type Answer =
  | { readonly kind: "known"; readonly value: Value }
  /** It has the value that the provider chose, which stays as it is while nothing changes it. */
  | { readonly kind: "unknown"; readonly value: Value }
  /** It may have any value, also one that somebody set: it equals nothing. */
  | { readonly kind: "not-known-here"; readonly value: OpaqueValue };

/** What exists by a state, which knows every value. */
export class StatePrior {
  public readonly source = "state";

  constructor(
    public readonly values: ValueMap,
    /** What the deployed configuration says beside it, where there is one. */
    public readonly deployed: BaselineInstance | undefined,
    /** What the release does that made it. */
    public readonly behaviour: ResourceBehaviour,
  ) {}

  public answer(attribute: Attribute): Answer {
    const value = this.values.get(attribute.name);
    if (value !== undefined) return { kind: "known", value };
    const unset = this.unset(attribute, AttributePath.of(attribute.name));
    return { kind: unset === null ? "known" : "unknown", value: unset };
  }

  /** What a state does not hold is null, unless a newer release reads it. */
  public unset(attribute: Attribute, path: AttributePath): Value {
    const { attributes } = this.behaviour;
    const isNew =
      attributes.size > 0 && attribute.notInTable !== true && this.behaviour.at(attribute.path) === undefined;
    return isNew ? newInProvider(attribute, `state ${path}`) : null;
  }

  public withValues(values: ValueMap): StatePrior {
    return new StatePrior(values, this.deployed, this.behaviour);
  }
}

/** What exists by a deployed configuration, whole or in part. */
abstract class DeployedPrior {
  constructor(
    public readonly values: ValueMap,
    public readonly deployed: BaselineInstance,
    protected readonly inherited: Inherited | undefined,
    /** What the release does that made it. */
    public readonly behaviour: ResourceBehaviour,
  ) {}

  public answer(attribute: Attribute): Answer {
    const value = this.values.get(attribute.name);
    if (value !== undefined) return { kind: "known", value };
    const unset = this.unset(attribute, AttributePath.of(attribute.name));
    return { kind: unmark(unset)[0] instanceof OpaqueValue ? "unknown" : "known", value: unset };
  }

  /** The default of the release that made it, what the provider chose, or nothing. */
  public unset(attribute: Attribute, path: AttributePath): Value {
    const own = this.behaviour.at(attribute.path);
    if (own !== undefined) return unsetInConfiguration(this.deployed.address, this.inherited, own, path);
    if (attribute.notInTable === true)
      return unsetInConfiguration(this.deployed.address, this.inherited, attribute, path);
    return newInProvider(attribute, `${this.deployed.address}.${path}`);
  }
}

/** What exists by the whole configuration that is taken to be deployed. */
export class ConfigurationPrior extends DeployedPrior {
  public readonly source = "configuration";

  public withValues(values: ValueMap): ConfigurationPrior {
    return new ConfigurationPrior(values, this.deployed, this.inherited, this.behaviour);
  }
}

/** What exists by a lock, which keeps what comparing needs and no more. */
export class LockPrior extends DeployedPrior {
  public readonly source = "lock";

  constructor(
    values: ValueMap,
    deployed: BaselineInstance,
    inherited: Inherited | undefined,
    behaviour: ResourceBehaviour,
    private readonly writtenFor: string | undefined,
  ) {
    super(values, deployed, inherited, behaviour);
  }

  public override answer(attribute: Attribute): Answer {
    if (this.keeps(attribute.name)) return super.answer(attribute);
    const key = `${this.deployed.address}.${attribute.name} that no lock keeps`;
    return { kind: "not-known-here", value: new OpaqueValue(key, { origin: "not-in-lock" }) };
  }

  /** Whether what is deployed is known for a top-level attribute. */
  public keeps(attribute: string): boolean {
    const { kept, address } = this.deployed;
    return kept === "affecting-replacement" && isLocked(address.type, attribute, this.writtenFor);
  }

  public withValues(values: ValueMap): LockPrior {
    return new LockPrior(values, this.deployed, this.inherited, this.behaviour, this.writtenFor);
  }
}

/** What a newer release than the one that made an object reads of it is known to the API alone; what it leaves alone is null. */
function newInProvider({ computed, default: byDefault, distinguishesNull }: Attribute, key: string): Value {
  // To the plugin SDK, what is empty is what there was before.
  const isNothing = byDefault === undefined || (isEmpty(byDefault) && distinguishesNull !== true);
  return computed !== true && isNothing ? null : new OpaqueValue(key, { origin: "new-in-provider" });
}

/** What an object was before the apply, by what tells of it. */
export type Prior = LockPrior | ConfigurationPrior | StatePrior;

/** The prior of an object of which only a deployed configuration or a lock tells. */
export function priorOf(deployed: BaselineInstance, baseline: Baseline): LockPrior | ConfigurationPrior {
  const values = visibleValues(deployed);
  const inherited = baseline.providers.get(deployed.provider);
  const behaviour = baseline.release.behaviourOf(deployed.address.type);
  return deployed.kept === "all"
    ? new ConfigurationPrior(values, deployed, inherited, behaviour)
    : new LockPrior(values, deployed, inherited, behaviour, baseline.writtenFor);
}

/** What the deployed configuration ignores may differ from what it says. */
function visibleValues({ address, values, ignoreChanges }: BaselineInstance): ValueMap {
  if (ignoreChanges !== "all" && ignoreChanges.length === 0) return values;
  const visible = new Map(values);
  const hidden = ignoreChanges === "all" ? values.keys() : ignoreChanges.map(({ root }) => root);
  for (const name of hidden) {
    const value = hiddenByIgnore(address, name, values.get(name) ?? null, ignoreChanges);
    if (value !== null) visible.set(name, value);
  }
  return visible;
}
