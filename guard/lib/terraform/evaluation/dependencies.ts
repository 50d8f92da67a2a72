import type { ResourceBlock } from "../configuration";
import { traversalsIn } from "../language";
import type { ModuleInstance } from "./module-instance";

/** A resource, and the module that has it. */
interface ResourceDependencies {
  readonly module: ModuleInstance;
  readonly block: ResourceBlock;
}

/**
 * The resources that data sources wait for: a data source is read during apply, and what it answers is unknown before,
 * when any of them changes in any way.
 *
 * Those are the resources that its arguments and its `depends_on` name themselves, and nothing that they wait for in turn.
 * What `depends_on` reaches through a module, a local or a variable, and all that the `depends_on` of a module's call
 * reaches, counts with everything that it waits for. (Terraform's `attachDataResourceDependsOnTransformer`.)
 */
export class Dependencies {
  /** What a data source waits for itself, then what the calls of its module wait for. */
  *before(module: ModuleInstance, data: ResourceBlock): Generator<ResourceDependencies> {
    const { resources } = module.configuration;
    const { arguments: named, dependsOn } = module.references.ofBlock(data);
    for (const name of named) {
      const block = resources.get(name);
      if (block !== undefined) yield { module, block };
    }
    for (const name of dependsOn) {
      const block = resources.get(name);
      if (block !== undefined) yield { module, block };
      else if (!name.startsWith("data.")) yield* new Closure().of(module, name);
    }
    for (const { module: caller, names } of module.callDependencies()) {
      for (const name of names.flatMap(traversalsIn)) yield* new Closure().of(caller, name);
    }
  }
}

/** What a module names, and all that it waits for. */
class Closure {
  private readonly seen = new Map<ModuleInstance, Set<string>>();

  *of(module: ModuleInstance, name: string): Generator<ResourceDependencies> {
    const seen = this.seen.get(module) ?? new Set<string>();
    this.seen.set(module, seen);
    if (seen.has(name)) return;
    seen.add(name);
    const block = module.configuration.resources.get(name);
    if (block !== undefined) yield { module, block };
    yield* this.ofAll(module, module.references.of(name));
    const [root, rest = ""] = name.split(".");
    if (root === "var") yield* this.ofInput(module, rest);
    if (root === "module") for (const child of module.readableInstances(rest)) yield* this.inside(child);
  }

  private *ofAll(module: ModuleInstance, names: readonly string[]): Generator<ResourceDependencies> {
    for (const name of names) yield* this.of(module, name);
  }

  /** A variable of a module is what the call gives it. */
  private *ofInput(module: ModuleInstance, name: string): Generator<ResourceDependencies> {
    const { caller } = module;
    if (caller !== undefined) yield* this.ofAll(caller.module, caller.module.references.in(caller.body[name] ?? null));
  }

  private *inside(module: ModuleInstance): Generator<ResourceDependencies> {
    const { resources, data, modules } = module.configuration;
    yield* this.ofAll(module, [
      ...resources.keys(),
      ...data.keys(),
      ...[...modules.keys()].map((name) => `module.${name}`),
    ]);
  }
}
