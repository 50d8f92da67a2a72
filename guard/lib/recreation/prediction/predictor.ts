import { newestRelease, type ProviderRelease } from "../../provider";
import {
  type Address,
  argumentsOf,
  type Configuration,
  type InstanceKey,
  type ModuleAddress,
  ModuleInstance,
  type ObjectSource,
  OpaqueValue,
  placeholder,
  type PriorState,
  type Protection,
  protectionOf,
  repeatsOf,
  type Repetition,
  type ResourceBlock,
  type Surroundings,
  type TemplateCache,
  type Value,
  type ValueMap,
} from "../../terraform";
import {
  type Baseline,
  type Existing,
  existingObjects,
  moveOf,
  type Moves,
  movesOf,
  type MoveStatement,
  type Repeats,
} from "../baseline";
import { DataReader } from "./data-reader";
import { diffInstance } from "./diff-instance";
import { PlannedInstance } from "./planned-instance";
import { checkRefactoring } from "./refactoring";
import type { RemoteOutputs } from "./remote-outputs";
import { triggeredBy, type TriggerScope } from "./triggers";

/** What is known before planning starts. */
export interface PredictorInput {
  readonly baseline: Baseline;
  readonly configuration: Configuration;
  /** What the configuration is evaluated with. */
  readonly surroundings: Surroundings;
  readonly state: PriorState | undefined;
  /** What applies of other stacks do with the outputs that the configuration reads. @default - nothing */
  readonly remote?: RemoteOutputs;
  /** The release of the provider that plans. @default - the newest one that is known */
  readonly release?: ProviderRelease | undefined;
  /** @default - a cache of its own */
  readonly templates?: TemplateCache;
}

/**
 * Terraform's plan in miniature: decides for each instance of the new configuration what an apply does with it.
 * Instances are planned when something refers to them, so that each sees what its references will be.
 */
export class Predictor implements ObjectSource {
  readonly root: ModuleInstance;
  /** What exists, by the address it has after moves. */
  readonly existing: ReadonlyMap<Address, Existing>;
  readonly statements: readonly MoveStatement[];
  /** Where the modules of the baseline that were not read are after moves. */
  readonly unreadBefore: ReadonlyMap<ModuleAddress, ModuleAddress>;
  private readonly release: ProviderRelease;
  private readonly plans = new Map<Address, PlannedInstance>();
  private readonly dataReader: DataReader;
  private readonly keysInUse = new Map<Address, InstanceKey[]>();

  constructor(readonly input: PredictorInput) {
    this.release = input.release ?? newestRelease;
    this.dataReader = new DataReader(input, {
      instances: (module, block) => this.instances(module, block),
      existingOf: (resource) => this.existingOf(resource),
    });
    this.root = ModuleInstance.root(input.configuration, input.surroundings, this, input.templates);
    this.statements = statementsOf(this.root);
    const objects = existingObjects(input.baseline, input.state);
    checkRefactoring(this.root, this.statements, objects.keys());
    const unread = [...input.baseline.modules.keys()];
    const moves = movesOf([...objects.keys(), ...unread], this.statements, (resource) => this.repeats(resource));
    this.existing = this.moved(objects, moves);
    this.unreadBefore = new Map(unread.map((module) => [module, moves.of(module)]));
  }

  private moved(objects: ReadonlyMap<Address, Existing>, moves: Moves): Map<Address, Existing> {
    const found = new Map<Address, Existing>();
    for (const [previousAddress, object] of objects) {
      const address = moves.of(previousAddress);
      found.set(address, this.seen(address === previousAddress ? object : { ...object, address }));
      const { resource, key } = address;
      const keys = this.keysInUse.get(resource);
      if (keys) keys.push(key);
      else this.keysInUse.set(resource, [key]);
    }
    return found;
  }

  /** What a lock has of another stack's outputs is only where they are read; that stack knows what they were. */
  private seen(object: Existing): Existing {
    const { remote } = this.input;
    return remote === undefined || object.prior.source === "state"
      ? object
      : { ...object, prior: object.prior.withValues(remote.before(object.prior.values)) };
  }

  private repeats(resource: Address): Repeats {
    const block = this.blockOf(resource)?.block;
    if (block === undefined) return undefined;
    const repeats = repeatsOf(resource, block.body);
    return repeats === "enabled" ? "no" : repeats;
  }

  /** The block of a resource, and the module that has it. */
  blockOf({ module: { steps }, resource }: Address): { module: ModuleInstance; block: ResourceBlock } | undefined {
    const module = this.root.find(steps);
    if (typeof module === "string") return undefined;
    const block = module.configuration.resources.get(resource.inside);
    return block && { module, block };
  }

  /** Plans every instance of the new configuration. */
  all(): PlannedInstance[] {
    return [...this.root.withDescendants()].flatMap((module) =>
      [...module.configuration.resources.values()].flatMap((block) => this.instances(module, block)),
    );
  }

  /** The plan of a resource of the root module that has one instance. */
  single(resource: string): PlannedInstance | undefined {
    const block = this.input.configuration.resources.get(resource);
    if (block === undefined || repeatsOf(block.address, block.body) !== "no") return undefined;
    return this.instances(this.root, block)[0];
  }

  /** The plans of all instances of a block. */
  private instances(module: ModuleInstance, block: ResourceBlock): PlannedInstance[] {
    return this.keys(module, block).map(([key, repetition]) => this.plan(module, block, key, repetition));
  }

  /** Where count or for_each cannot be told, the instances are the ones that exist. */
  private keys(module: ModuleInstance, block: ResourceBlock): (readonly [InstanceKey, Repetition])[] {
    const { instances, undetermined } = module.expansion(block);
    if (instances) return instances.map(({ key, repetition }) => [key, repetition]);
    const resource = module.addressOf(block);
    return (this.keysInUse.get(resource) ?? []).map((key) => {
      // One that stands for all may have moved to the first, as Terraform moves a resource that gets a count.
      const existing = this.existing.get(resource.instance(key));
      const standsForAll =
        existing !== undefined &&
        existing.prior.source !== "state" &&
        existing.prior.deployed.undetermined !== undefined;
      if (key === undefined || standsForAll) return [key, placeholder(resource, undetermined ?? null)];
      const value = new OpaqueValue(`value of ${resource.instance(key)}`, { origin: "count-not-known" });
      return [key, { count: key, each: { key: String(key), value } }];
    });
  }

  private plan(
    module: ModuleInstance,
    block: ResourceBlock,
    key: InstanceKey,
    repetition: Repetition,
  ): PlannedInstance {
    const address = module.addressOf(block).instance(key);
    const known = this.plans.get(address);
    if (known) return known;
    const plan = module.evaluation.withCycleGuard(address.inside, () =>
      this.decide(module, block, address, repetition),
    );
    this.plans.set(address, plan);
    return plan;
  }

  private decide(
    module: ModuleInstance,
    block: ResourceBlock,
    address: Address,
    repetition: Repetition,
  ): PlannedInstance {
    const behaviour = this.release.behaviourOf(address.type);
    const wanted = argumentsOf(block.body, behaviour, module.evaluation, repetition);
    const existing = this.existing.get(address);
    const protection = protectionOf(block, module.evaluation);
    if (existing === undefined) return this.decideNew(block, address, wanted, protection);
    const { planned, differences, replacements, hidden, providerRecreations, remarked } = diffInstance({
      existing,
      block,
      behaviour,
      wanted,
    });
    const scope = this.triggerScope(module, repetition);
    const triggers = block.lifecycle.replaceTriggeredBy.flatMap((trigger) => triggeredBy(trigger, scope) ?? []);
    return new PlannedInstance({
      address,
      release: this.release,
      block,
      protection,
      existing,
      wanted,
      planned,
      differences,
      replacements: [...replacements, ...triggers],
      hidden,
      providerRecreations,
      remarked,
      imported: undefined,
    });
  }

  /** Only the root module imports, also into others. */
  private decideNew(block: ResourceBlock, address: Address, wanted: ValueMap, protection: Protection): PlannedInstance {
    const id = this.input.configuration.imports.get(address.toString());
    const imported = id === undefined ? undefined : { id: this.root.evaluation.json(id) };
    const nothing = {
      existing: undefined,
      differences: [],
      replacements: [],
      hidden: [],
      providerRecreations: [],
      remarked: new Set<string>(),
    };
    const { release } = this;
    return new PlannedInstance({ address, release, block, protection, wanted, planned: wanted, imported, ...nothing });
  }

  private triggerScope(module: ModuleInstance, repetition: Repetition): TriggerScope {
    return {
      instances: (resource) => {
        const block = module.configuration.resources.get(resource);
        return block && this.instances(module, block);
      },
      evaluate: (expression) => module.evaluation.expression(expression, repetition),
    };
  }

  managed(module: ModuleInstance, block: ResourceBlock, key: InstanceKey, repetition: Repetition): Value {
    return this.plan(module, block, key, repetition).object;
  }

  data(module: ModuleInstance, block: ResourceBlock): Value {
    return this.dataReader.read(module, block);
  }

  /** What exists of a resource, all its instances. */
  existingOf({ resource }: Address): Existing[] {
    const keys = this.keysInUse.get(resource) ?? [];
    return keys.flatMap((key) => this.existing.get(resource.instance(key)) ?? []);
  }
}

/** Blocks hold for all instances of their module, so that each is taken from one of them. */
function statementsOf(root: ModuleInstance): MoveStatement[] {
  const byCall = new Map<ModuleAddress, ModuleInstance>();
  for (const module of root.withDescendants()) byCall.set(module.address.call, module);
  return [...byCall].flatMap(([call, { configuration }]) => configuration.moved.map((block) => moveOf(call, block)));
}
