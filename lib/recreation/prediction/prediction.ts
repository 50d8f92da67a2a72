import type { Baseline } from "../baseline/baseline";
import type { Configuration } from "../terraform/configuration";
import type { State } from "../terraform/state";
import { type Deletion, deletionsOf } from "./deletions";
import type { InstancePlan } from "./instance";
import { Predictor } from "./predictor";

/** Everything an apply does, as far as it can be told; rules read it. */
export interface Prediction {
  readonly instances: readonly InstancePlan[];
  readonly leaving: readonly Deletion[];
  /** Addresses with an object that an earlier apply failed to destroy. */
  readonly deposed: readonly string[];
  /** Modules whose source or arguments change. */
  readonly changedModules: readonly string[];
  /** Modules that are gone and whose content no state shows. */
  readonly removedModules: readonly string[];
  /** The instance each address was renamed from, for causes. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Plans a configuration over what exists. */
export function planOf(inventory: Baseline, configuration: Configuration, state: State | undefined): Prediction {
  const planner = new Predictor({ inventory, configuration, state });
  const instances = planner.all();
  const leaving = deletionsOf(planner, instances);
  const renames = new Map<string, string>();
  for (const { existing, renamedTo } of leaving) if (renamedTo !== undefined) renames.set(renamedTo, existing.address);
  return { instances, leaving, renames, deposed: state?.deposed ?? [], ...modules(inventory, planner, state) };
}

function modules(
  inventory: Baseline,
  planner: Predictor,
  state: State | undefined,
): Pick<Prediction, "changedModules" | "removedModules"> {
  const { configuration } = planner.input;
  const changedModules: string[] = [];
  const removedModules: string[] = [];
  for (const [name, digest] of inventory.modules) {
    const address = `module.${name}`;
    const moved = configuration.moved.some(({ from }) => from === address);
    if (moved) continue;
    if (configuration.modules.has(name)) {
      if (!planner.isSameModule(name, digest)) changedModules.push(address);
    } else if (state === undefined) removedModules.push(address);
  }
  return { changedModules, removedModules };
}
