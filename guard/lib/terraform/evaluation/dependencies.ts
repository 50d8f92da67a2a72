import type { ResourceBlock } from "../configuration";
import { addressesOf, templatesIn, traversalsIn } from "../language";
import type { Json } from "../values";
import type { ModuleInstance } from "./module-instance";

/** A resource, and the module that has it. */
interface ResourceDependencies {
  readonly module: ModuleInstance;
  /** Its address in the module. */
  readonly resource: string;
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
    for (const address of namedIn(module, data.body)) {
      if (module.configuration.resources.has(address)) yield { module, resource: address };
    }
    for (const address of data.dependsOn.flatMap(traversalsIn)) {
      if (module.configuration.resources.has(address)) yield { module, resource: address };
      else if (!address.startsWith("data.")) yield* new Closure().of(module, address);
    }
    for (const { module: caller, names } of module.callDependencies()) {
      for (const address of names.flatMap(traversalsIn)) yield* new Closure().of(caller, address);
    }
  }
}

/** Addresses, and all that they wait for. */
class Closure {
  private readonly seen = new Map<ModuleInstance, Set<string>>();

  *of(module: ModuleInstance, address: string): Generator<ResourceDependencies> {
    const seen = this.seen.get(module) ?? new Set<string>();
    this.seen.set(module, seen);
    if (seen.has(address)) return;
    seen.add(address);
    const { resources, data, locals, modules } = module.configuration;
    const [root, name = ""] = address.split(".");
    const block = resources.get(address) ?? data.get(address);
    if (resources.has(address)) yield { module, resource: address };
    if (block !== undefined)
      yield* this.ofAll(module, [...block.dependsOn.flatMap(traversalsIn), ...namedIn(module, block.body)]);
    else if (root === "local") yield* this.ofAll(module, namedIn(module, locals.get(name) ?? null));
    else if (root === "var") yield* this.ofInput(module, name);
    else if (root === "module") {
      yield* this.ofAll(module, namedIn(module, modules.get(name) ?? null));
      for (const child of module.readableInstances(name)) yield* this.inside(child);
    }
  }

  private *ofAll(module: ModuleInstance, addresses: readonly string[]): Generator<ResourceDependencies> {
    for (const address of addresses) yield* this.of(module, address);
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
