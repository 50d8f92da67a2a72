import type { Inventory } from "../baseline/baseline";
import type { Configuration } from "../terraform/configuration";
import type { State } from "../terraform/state";
import { type Leaving, leavingObjects } from "./deletions";
import type { InstancePlan } from "./instance";
import { Planner } from "./predictor";

/** Everything an apply does, as far as it can be told; rules read it. */
export interface MiniaturePlan {
  readonly instances: readonly InstancePlan[];
  readonly leaving: readonly Leaving[];
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
export function planOf(inventory: Inventory, configuration: Configuration, state: State | undefined): MiniaturePlan {
  const planner = new Planner({ inventory, configuration, state });
  const instances = planner.all();
  const leaving = leavingObjects(planner, instances);
  const renames = new Map<string, string>();
  for (const { existing, renamedTo } of leaving) if (renamedTo !== undefined) renames.set(renamedTo, existing.address);
  return { instances, leaving, renames, deposed: state?.deposed ?? [], ...modules(inventory, planner, state) };
}

function modules(
  inventory: Inventory,
  planner: Planner,
  state: State | undefined,
): Pick<MiniaturePlan, "changedModules" | "removedModules"> {
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
