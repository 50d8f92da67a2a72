import {
  type Address,
  type InstanceKey,
  ModuleAddress,
  type ModuleStep,
  type Target,
  writtenAddress,
} from "../addresses";
import {
  type Configuration,
  folderOfSource,
  type ModuleReferences,
  type ResourceBlock,
  type Surroundings,
} from "../configuration";
import { RecreationInputError } from "../errors";
import { EvaluationError, TemplateCache } from "../language";
import {
  canonical,
  contentsOf,
  isJsonObject,
  type JsonObject,
  mark,
  ObjectReference,
  OpaqueValue,
  property,
  secretDigest,
  sha256,
  type Value,
} from "../values";
import { combine } from "./combine";
import { CycleGuard } from "./cycle-guard";
import { expand, type Expansion, repeatsOf, single } from "./expansion";
import { ModuleFolders } from "./module-folders";
import { Evaluation, once, type Repetition, type Resolver } from "./scope";

/** Makes the values that references to resources stand for, in whatever module the resources are. */
export interface ObjectSource {
  /** One instance of a resource. */
  managed(module: ModuleInstance, block: ResourceBlock, key: InstanceKey, repetition: Repetition): Value;
  /** A data source, all its instances. */
  data(module: ModuleInstance, block: ResourceBlock): Value;
}

/** What says how many instances a module has. */
const REPETITION = ["count", "for_each", "lifecycle"];

/** What all modules of one configuration share. */
interface Tree {
  readonly folders: ModuleFolders;
  readonly source: ObjectSource;
  readonly guard: CycleGuard;
}

/** How an instance of a module came to be. */
interface Call {
  readonly parent: ModuleInstance;
  readonly body: JsonObject;
  readonly repetition: Repetition;
}

/**
 * One instance of a module, the root included: its configuration, its place among the others, and how its expressions are
 * evaluated. Local modules whose Terraform JSON is given are evaluated as scopes of their own; what is inside any other
 * module is out of sight.
 */
export class ModuleInstance implements Resolver {
  readonly evaluation: Evaluation;
  private readonly expansions = new Map<Target, Expansion>();
  private readonly called = new Map<string, ReadonlyMap<InstanceKey, ModuleInstance> | undefined>();
  private readonly outputs = new Map<string, Value>();

  /** The root module, from which all others are reached. */
  static root(
    configuration: Configuration,
    surroundings: Surroundings,
    source: ObjectSource,
    templates = new TemplateCache(),
  ): ModuleInstance {
    const tree = { folders: new ModuleFolders(surroundings, templates), source, guard: new CycleGuard() };
    return new ModuleInstance(ModuleAddress.root, configuration, "", tree);
  }

  private constructor(
    readonly address: ModuleAddress,
    readonly configuration: Configuration,
    private readonly folder: string,
    private readonly tree: Tree,
    private readonly call?: Call,
  ) {
    this.evaluation = new Evaluation(configuration, this, {
      guard: tree.guard,
      templates: tree.folders.templates,
      prefix: address === ModuleAddress.root ? "" : `${address}.`,
      folder,
      surroundings: tree.folders.surroundings,
      ...(call === undefined ? {} : { input: (name) => this.input(call, name) }),
    });
  }

  /** What the blocks of the module refer to. */
  get references(): ModuleReferences {
    return this.tree.folders.referencesOf(this.configuration);
  }

  /** The address of a block of this module, as the root names it; of all its instances. */
  addressOf(block: ResourceBlock): Address {
    return block.address.in(this.address);
  }

  /** This module and all inside it that can be read. */
  *withDescendants(): Generator<ModuleInstance> {
    yield this;
    for (const name of this.configuration.modules.keys()) {
      for (const child of this.readableInstances(name)) yield* child.withDescendants();
    }
  }

  /** The module at some steps below this one; what is missing is gone, or inside a module that is not read. */
  find(steps: readonly ModuleStep[]): ModuleInstance | "gone" | "not read" {
    const [step, ...rest] = steps;
    if (step === undefined) return this;
    if (!this.configuration.modules.has(step.name)) return "gone";
    const instances = this.instancesOf(step.name);
    if (instances === undefined) return this.hasUnreadInstance(step) ? "not read" : "gone";
    return instances.get(step.key)?.find(rest) ?? "gone";
  }

  /** Whether a module on the way is called, and switched off by OpenTofu's `enabled`. */
  switchesOff([step, ...rest]: readonly ModuleStep[]): boolean {
    const call = step && this.configuration.modules.get(step.name);
    if (step === undefined || call === undefined) return false;
    const child = this.instancesOf(step.name)?.get(step.key);
    return child?.switchesOff(rest) ?? repeatsOf(this.address.child(step.name), call) === "enabled";
  }

  /** The instances of a resource or data source. */
  expansion(block: ResourceBlock): Expansion {
    return this.expansionOf(this.addressOf(block), block.body);
  }

  private expansionOf(address: Target, body: JsonObject): Expansion {
    if (repeatsOf(address, body) === "no") return single;
    const known = this.expansions.get(address);
    if (known) return known;
    const found = this.tree.guard.run(`${address} instances`, () => expand(address, body, this.evaluation));
    this.expansions.set(address, found);
    return found;
  }

  /**
   * Instances of modules that cannot be read, by address, with a digest of all that is known of each; one for all where their number
   * cannot be told.
   */
  unreadCalls(salt: string): Map<ModuleAddress, string> {
    const found = new Map<ModuleAddress, string>();
    for (const [name, body] of this.configuration.modules) {
      if (this.instancesOf(name) !== undefined) continue;
      const folder = folderOfSource(this.folder, property(body, "source"));
      const files = folder === undefined ? undefined : this.tree.folders.digestOf(folder);
      const { instances, undetermined } = this.expansionOf(this.address.child(name), body);
      for (const { key, repetition } of instances ?? [{ key: undefined, repetition: once }]) {
        const given = this.evaluation.json(instances === undefined ? body : withoutRepetition(body), repetition);
        const known = [canonical(given), undetermined && canonical(undetermined), files];
        found.set(
          this.address.child(name, key),
          secretDigest(known.filter((part) => part !== undefined).join("\n"), salt),
        );
      }
    }
    return found;
  }

  /** The provider block that a resource of this module uses, as the root module or the module that has it names it. */
  providerOf(name: string): string {
    if (this.call === undefined) return name;
    if (this.configuration.providers.has(name)) return this.address.join(name);
    const passed = property(this.call.body, "providers");
    const target = isJsonObject(passed) ? property(passed, name) : undefined;
    if (typeof target === "string") return this.call.parent.providerOf(writtenAddress(target));
    return name.includes(".") ? this.address.join(name) : this.call.parent.providerOf(name);
  }

  /** The keys of a module that this one calls, whether it can be read or not; undefined when they cannot be told. */
  keysOf(name: string): InstanceKey[] | undefined {
    const body = this.configuration.modules.get(name);
    return body && this.expansionOf(this.address.child(name), body).instances?.map(({ key }) => key);
  }

  /** The instances of a called module that can be read. */
  readableInstances(name: string): ModuleInstance[] {
    return [...(this.instancesOf(name)?.values() ?? [])];
  }

  /** The module that calls this one, and the call; undefined for the root. */
  get caller(): { module: ModuleInstance; body: JsonObject } | undefined {
    return this.call && { module: this.call.parent, body: this.call.body };
  }

  /** Addresses in the calling modules that the calls of this module wait for, with the module that has them. */
  *callDependencies(): Generator<{ module: ModuleInstance; names: readonly string[] }> {
    if (this.call === undefined) return;
    const { parent, body } = this.call;
    const names = property(body, "depends_on");
    yield { module: parent, names: (Array.isArray(names) ? names : []).filter((name) => typeof name === "string") };
    yield* parent.callDependencies();
  }

  managed(resource: string): Value {
    const block = this.configuration.resources.get(resource);
    if (block === undefined) throw new EvaluationError(`${this.address.join(resource)} is not declared`);
    const expansion = this.expansion(block);
    const { source } = this.tree;
    if (expansion.repeats === "no") return source.managed(this, block, undefined, once);
    const instances = new Map(expansion.instances?.map((instance) => [instance.key, instance.repetition]));
    return combine(expansion, this.addressOf(block), (key) =>
      source.managed(this, block, key, instances.get(key) ?? once),
    );
  }

  data(resource: string): Value {
    const block = this.configuration.data.get(resource);
    if (block === undefined) throw new EvaluationError(`${this.address.join(resource)} is not declared`);
    return this.tree.source.data(this, block);
  }

  module(name: string): Value {
    const body = this.configuration.modules.get(name);
    if (body === undefined) throw new EvaluationError(`module.${name} is not declared`);
    const instances = this.instancesOf(name);
    const address = this.address.child(name);
    if (instances === undefined) return this.outOfSight(address, body);
    return combine(this.expansionOf(address, body), address, (key) => {
      const instance = instances.get(key);
      if (instance === undefined) throw new EvaluationError(`${address} has no such instance`);
      return instance.asObject();
    });
  }

  /** The outputs of a module that is not read depend on everything it is given. */
  private outOfSight(address: ModuleAddress, body: JsonObject): Value {
    const given = this.tree.guard.run(address.toString(), () => this.evaluation.json(body));
    return mark(
      new OpaqueValue(`${address} given ${canonical(given)}`, { origin: "module-not-read" }),
      contentsOf(given).marks,
    );
  }

  private asObject(): ObjectReference {
    const text = JSON.stringify([this.tree.folders.digestOf(this.folder), this.call?.body]);
    const whole = new OpaqueValue(`${this.address} of ${sha256(text)}`, { origin: "opaque-expression" });
    return new ObjectReference(whole, (name) => this.output(name));
  }

  private output(name: string): Value {
    const known = this.outputs.get(name);
    if (known !== undefined) return known;
    const block = this.configuration.outputs.get(name);
    if (block === undefined) throw new EvaluationError(`${this.address} has no output ${name}`);
    const value = this.tree.guard.run(this.address.join(`output.${name}`), () => this.evaluation.json(block.value));
    const marked = block.sensitive ? mark(value, { sensitive: true }) : value;
    this.outputs.set(name, marked);
    return marked;
  }

  private input({ parent, body, repetition }: Call, name: string): Value | undefined {
    const json = property(body, name);
    return json === undefined ? undefined : parent.evaluation.json(json, repetition);
  }

  private hasUnreadInstance({ name, key }: ModuleStep): boolean {
    const body = this.configuration.modules.get(name);
    const instances = body && this.expansionOf(this.address.child(name), body).instances;
    return instances === undefined || instances.some((instance) => instance.key === key);
  }

  /** The instances of a module that this one calls; undefined when they cannot be read. */
  private instancesOf(name: string): ReadonlyMap<InstanceKey, ModuleInstance> | undefined {
    if (this.called.has(name)) return this.called.get(name);
    const found = this.read(name);
    this.called.set(name, found);
    return found;
  }

  private read(name: string): ReadonlyMap<InstanceKey, ModuleInstance> | undefined {
    const body = this.configuration.modules.get(name);
    const folder = body && folderOfSource(this.folder, property(body, "source"));
    const configuration = folder === undefined ? undefined : this.configurationIn(folder);
    if (body === undefined || folder === undefined || configuration === undefined) return undefined;
    const expansion = this.expansionOf(this.address.child(name), body);
    return (
      expansion.instances &&
      new Map(
        expansion.instances.map(({ key, repetition }) => [
          key,
          new ModuleInstance(this.address.child(name, key), configuration, folder, this.tree, {
            parent: this,
            body,
            repetition,
          }),
        ]),
      )
    );
  }

  private configurationIn(folder: string): Configuration | undefined {
    if (this.isCalledFrom(folder)) {
      throw new RecreationInputError(`${this.address}: the module in ${folder} calls itself`);
    }
    return this.tree.folders.configurationIn(folder);
  }

  private isCalledFrom(folder: string): boolean {
    return this.call !== undefined && (this.folder === folder || this.call.parent.isCalledFrom(folder));
  }
}

/** What an instance of a module is given, however many there are. */
function withoutRepetition(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !REPETITION.includes(name)));
}
