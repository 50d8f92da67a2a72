import type { ResourceBlock } from "../terraform/configuration";
import { Dependencies } from "./dependencies";
import type { ModuleInstance } from "./module-instance";

/** A resource, and the module that has it. */
export interface AwaitedResource {
  readonly module: ModuleInstance;
  /** Its address in the module. */
  readonly resource: string;
}

/**
 * The resources that data sources wait for: a data source is read during apply, and what it answers is unknown before,
 * when any of them changes in any way.
 */
export class Awaited {
  private readonly dependencies = new Map<ModuleInstance, Dependencies>();

  /** What a data source waits for itself, then what the calls of its module wait for. */
  *before(module: ModuleInstance, data: ResourceBlock): Generator<AwaitedResource> {
    for (const resource of this.of(module).before(data)) yield { module, resource };
    for (const { module: caller, names } of module.callDependencies()) {
      for (const resource of this.of(caller).withAll(names)) yield { module: caller, resource };
    }
  }

  private of(module: ModuleInstance): Dependencies {
    let found = this.dependencies.get(module);
    if (found === undefined) {
      found = new Dependencies(module.configuration, module.evaluation);
      this.dependencies.set(module, found);
    }
    return found;
  }
}
