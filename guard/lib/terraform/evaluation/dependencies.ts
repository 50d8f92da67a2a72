import type { ResourceBlock } from "../configuration";
import { addressesOf, templatesIn, traversalsIn } from "../language";
import type { Json } from "../values";
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
    for (const name of namedIn(module, data.body)) {
      const block = resources.get(name);
      if (block !== undefined) yield { module, block };
    }
    for (const name of data.dependsOn.flatMap(traversalsIn)) {
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

  *of(module: ModuleInstance, named: string): Generator<ResourceDependencies> {
    const seen = this.seen.get(module) ?? new Set<string>();
    this.seen.set(module, seen);
    if (seen.has(named)) return;
    seen.add(named);
    const { resources, data, locals, modules } = module.configuration;
    const [root, name = ""] = named.split(".");
    const resource = resources.get(named);
    const block = resource ?? data.get(named);
    if (resource !== undefined) yield { module, block: resource };
    if (block !== undefined)
      yield* this.ofAll(module, [...block.dependsOn.flatMap(traversalsIn), ...namedIn(module, block.body)]);
    else if (root === "local") yield* this.ofAll(module, namedIn(module, locals.get(name) ?? null));
    else if (root === "var") yield* this.ofInput(module, name);
    else if (root === "module") {
      yield* this.ofAll(module, namedIn(module, modules.get(name) ?? null));
      for (const child of module.readableInstances(name)) yield* this.inside(child);
    }
  }

  private *ofAll(module: ModuleInstance, names: readonly string[]): Generator<ResourceDependencies> {
    for (const name of names) yield* this.of(module, name);
  }

  /** A variable of a module is what the call gives it. */
  private *ofInput(module: ModuleInstance, name: string): Generator<ResourceDependencies> {
    const { caller } = module;
    if (caller !== undefined) yield* this.ofAll(caller.module, namedIn(caller.module, caller.body[name] ?? null));
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

function namedIn(module: ModuleInstance, json: Json): string[] {
  return [...templatesIn(json)].flatMap((template) => addressesOf(module.evaluation.parse(template)));
}
