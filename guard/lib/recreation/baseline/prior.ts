import { type Attribute, isLocked } from "../../provider";
import { OpaqueValue, unmark, type Value, type ValueMap } from "../../terraform";
import type { BaselineInstance } from "./baseline";
import { hiddenByIgnore, rootOf } from "./ignored";
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
  ) {}

  public answer({ name }: Attribute): Answer {
    return { kind: "known", value: this.values.get(name) ?? null };
  }

  /** What a state does not hold is null. */
  public unset(): Value {
    return null;
  }

  public withValues(values: ValueMap): StatePrior {
    return new StatePrior(values, this.deployed);
  }
}

/** What exists by a deployed configuration, whole or in part. */
abstract class DeployedPrior {
  constructor(
    public readonly values: ValueMap,
    public readonly deployed: BaselineInstance,
    protected readonly inherited: Inherited | undefined,
  ) {}

  public answer(attribute: Attribute): Answer {
    const value = this.values.get(attribute.name);
    if (value !== undefined) return { kind: "known", value };
    const unset = this.unset(attribute, attribute.name);
    return { kind: unmark(unset)[0] instanceof OpaqueValue ? "unknown" : "known", value: unset };
  }

  /** The default, what the provider chose, or nothing. */
  public unset(attribute: Attribute, path: string): Value {
    return unsetInConfiguration(this.deployed, this.inherited, attribute, path);
  }
}

/** What exists by the whole configuration that is taken to be deployed. */
export class ConfigurationPrior extends DeployedPrior {
  public readonly source = "configuration";

  public withValues(values: ValueMap): ConfigurationPrior {
    return new ConfigurationPrior(values, this.deployed, this.inherited);
  }
}

/** What exists by a lock, which keeps what comparing needs and no more. */
export class LockPrior extends DeployedPrior {
  public readonly source = "lock";

  public override answer(attribute: Attribute): Answer {
    if (this.keeps(attribute.name)) return super.answer(attribute);
    const key = `${this.deployed.address}.${attribute.name} that no lock keeps`;
    return { kind: "not-known-here", value: new OpaqueValue(key, { origin: "not-in-lock" }) };
  }

  /** Whether what is deployed is known for a top-level attribute. */
  public keeps(attribute: string): boolean {
    const { kept, type } = this.deployed;
    return kept === "affecting-replacement" && isLocked(type, attribute);
  }

  public withValues(values: ValueMap): LockPrior {
    return new LockPrior(values, this.deployed, this.inherited);
  }
}

/** What an object was before the apply, by what tells of it. */
export type Prior = LockPrior | ConfigurationPrior | StatePrior;

/** The prior of an object of which only a deployed configuration or a lock tells. */
export function priorOf(deployed: BaselineInstance, inherited: Inherited | undefined): LockPrior | ConfigurationPrior {
  const values = visibleValues(deployed);
  return deployed.kept === "all"
    ? new ConfigurationPrior(values, deployed, inherited)
    : new LockPrior(values, deployed, inherited);
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
