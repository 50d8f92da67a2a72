import {
  type Attribute,
  isLocked,
  isScalewayResource,
  newestRelease,
  type ProviderRelease,
  takesSettingsOnly,
} from "../../provider";
import {
  type Address,
  argumentsOf,
  AttributePath,
  canonical,
  combine,
  type Configuration,
  dataArguments,
  digestOf,
  type Instance,
  type InstanceKey,
  isMap,
  mark,
  type ModuleAddress,
  ModuleInstance,
  ObjectReference,
  type ObjectSource,
  opaqueData,
  OpaqueValue,
  placeholder,
  protectionOf,
  type Repetition,
  type ResourceBlock,
  type Surroundings,
  type TemplateCache,
  unmark,
  type Value,
  type ValueMap,
  withoutSecrets,
  writtenAddress,
} from "../../terraform";
import { isLeftOut } from "../diff";
import { type Baseline, type BaselineInstance, type KeptArguments, keptByDefault } from "./baseline";
import { hiddenByIgnore } from "./ignored";
import { INHERITED, type Inherited, unsetInConfiguration, withComputedLeaves } from "./unset";
import { watchedResources } from "./watched";

/** What a configuration is evaluated with. */
interface EvaluationContext {
  /** @default - its text alone */
  readonly surroundings?: Surroundings | undefined;
  /** The release of the provider that deploys it. @default - the newest one that is known */
  readonly release?: ProviderRelease | undefined;
  /** @default - a cache of its own */
  readonly templates?: TemplateCache | undefined;
}

/** Evaluates a configuration to what exists once it is deployed, instance by instance, with the modules that it calls. */
export function evaluate(configuration: Configuration, context: EvaluationContext = {}): Baseline {
  return new BaselineBuilder(configuration, "", context).build();
}

/** Evaluates a configuration to what a lock keeps of it. @param salt Goes into the digests of secrets. */
export function lockedBaselineOf(configuration: Configuration, salt: string, context: EvaluationContext): Baseline {
  const builder = new BaselineBuilder(configuration, salt, context);
  const watched = watchedResources(builder.root, builder.release);
  return builder.build((resource) => (watched.has(resource) ? "all" : keptByDefault(resource.type)));
}

/** What the blocks of Scaleway's providers say of region, zone and project, whether that is known or not, by provider. */
function localitiesIn(root: ModuleInstance): Map<string, ValueMap> {
  const found = new Map<string, ValueMap>();
  for (const module of root.withDescendants()) {
    for (const [name, body] of module.configuration.providers) {
      if (name !== "scaleway" && !name.startsWith("scaleway.")) continue;
      const settings = INHERITED.map(
        (attribute) => [attribute, module.evaluation.json(body[attribute] ?? null)] as const,
      );
      found.set(module.address.join(name), new Map(settings));
    }
  }
  return found;
}

/** What each provider block passes on to resources that do not say otherwise. */
function inheritedValues(localities: ReadonlyMap<string, ValueMap>): Map<string, Inherited> {
  const found = [...localities].map(([provider, settings]): [string, Inherited] => {
    const plain = [...settings].map(([attribute, value]) => [attribute, unmark(value)[0]] as const);
    return [provider, new Map(plain.filter((entry): entry is [string, string] => typeof entry[1] === "string"))];
  });
  return new Map(found);
}

class BaselineBuilder implements ObjectSource {
  readonly root: ModuleInstance;
  readonly release: ProviderRelease;
  private readonly values = new Map<Address, ValueMap>();
  private readonly objects = new Map<Address, ObjectReference>();
  private inherited: ReadonlyMap<string, Inherited> = new Map();

  constructor(
    configuration: Configuration,
    private readonly salt: string,
    { surroundings = {}, release = newestRelease, templates }: EvaluationContext,
  ) {
    this.release = release;
    this.root = ModuleInstance.root(configuration, surroundings, this, templates);
  }

  build(keptOf: (resource: Address) => KeptArguments = () => "all"): Baseline {
    const localities = localitiesIn(this.root);
    this.inherited = inheritedValues(localities);
    const instances = new Map<Address, BaselineInstance>();
    const modules = new Map<ModuleAddress, string>();
    for (const module of this.root.withDescendants()) {
      for (const block of module.configuration.resources.values()) {
        const kept = keptOf(module.addressOf(block));
        for (const deployed of this.deployedBy(module, block, kept)) instances.set(deployed.address, deployed);
      }
      for (const [address, digest] of module.unreadCalls(this.salt)) modules.set(address, digest);
    }
    return { instances, providers: this.inherited, localities, modules, release: this.release, salt: this.salt };
  }

  private deployedBy(module: ModuleInstance, block: ResourceBlock, kept: KeptArguments): BaselineInstance[] {
    const { instances, undetermined } = module.expansion(block);
    const found: readonly Instance[] = instances ?? [
      { key: undefined, repetition: placeholder(module.addressOf(block), undetermined ?? null) },
    ];
    return found.map(({ key, repetition }) => {
      const deployed = this.deployed(module, block, { key, repetition }, kept);
      return undetermined === undefined ? deployed : { ...deployed, undetermined: canonical(undetermined) };
    });
  }

  managed(module: ModuleInstance, block: ResourceBlock, key: InstanceKey, repetition: Repetition): Value {
    const address = module.addressOf(block).instance(key);
    const known = this.objects.get(address);
    if (known) return known;
    const object = new ObjectReference(
      new OpaqueValue(address.toString(), { origin: "reference-or-literal" }),
      (name) => {
        const attribute = this.release.behaviourOf(address.type).attribute(name);
        const set = withoutUnset(this.arguments(module, block, key, repetition).get(name) ?? null, attribute);
        const value = hiddenByIgnore(address, name, set, block.lifecycle.ignoreChanges);
        const inherited = this.inherited.get(module.providerOf(block.provider));
        const unset = (left: Attribute, path: AttributePath): Value =>
          unsetInConfiguration(address, inherited, left, path);
        const found =
          unmark(value)[0] === null
            ? unset(attribute, AttributePath.of(name))
            : withComputedLeaves(value, attribute, AttributePath.of(name), unset);
        return attribute.sensitive === true ? mark(found, { sensitive: true }) : found;
      },
    );
    this.objects.set(address, object);
    return object;
  }

  data(module: ModuleInstance, block: ResourceBlock): Value {
    const { evaluation } = module;
    const expansion = module.expansion(block);
    const instances = new Map(expansion.instances?.map((instance) => [instance.key, instance.repetition]));
    return combine(expansion, module.addressOf(block), (key) => {
      const given = evaluation.withCycleGuard(block.address.inside, () =>
        dataArguments(block, evaluation, instances.get(key) ?? {}),
      );
      return opaqueData(block, given);
    });
  }

  private arguments(module: ModuleInstance, block: ResourceBlock, key: InstanceKey, repetition: Repetition): ValueMap {
    const address = module.addressOf(block).instance(key);
    const known = this.values.get(address);
    if (known) return known;
    const { evaluation } = module;
    const values = evaluation.withCycleGuard(address.inside, () =>
      argumentsOf(block.body, this.release.behaviourOf(address.type), evaluation, repetition),
    );
    this.values.set(address, values);
    return values;
  }

  private deployed(
    module: ModuleInstance,
    block: ResourceBlock,
    { key, repetition }: Instance,
    kept: KeptArguments,
  ): BaselineInstance {
    const address = module.addressOf(block).instance(key);
    return {
      address,
      path: block.path,
      provider: module.providerOf(block.provider),
      preventDestroy: protectionOf(block, module.evaluation).on,
      skipDestroy: block.lifecycle.skipDestroy,
      ignoreChanges: block.lifecycle.ignoreChanges,
      values: this.keptValues(address.type, kept, this.arguments(module, block, key, repetition)),
      kept,
      block,
      dependencies: dependenciesOf(module, block),
    };
  }

  private keptValues(type: string, kept: KeptArguments, given: ValueMap): ValueMap {
    const values = new Map<string, Value>();
    if (kept === "none") return values;
    const behaviour = this.release.behaviourOf(type);
    const readable = isScalewayResource(type) || takesSettingsOnly(type);
    for (const [name, value] of given) {
      if (kept === "affecting-replacement" && !isLocked(type, name, newestRelease.version)) continue;
      const attribute = behaviour.attribute(name);
      const set = withoutUnset(value, attribute);
      if (attribute.writeOnly === true || set === null) continue;
      values.set(name, readable ? withoutSecrets(set, attribute, this.salt) : digestOf(set, this.salt));
    }
    return values;
  }
}

function dependenciesOf(module: ModuleInstance, { dependsOn }: ResourceBlock): string[] {
  const calls = [...module.callDependencies()].flatMap(({ module: caller, names }) =>
    names.map((name) => caller.address.join(writtenAddress(name))),
  );
  return [...dependsOn.map((name) => module.address.join(name)), ...calls];
}

/** An empty text stands for "the provider chooses" where it may, so what is deployed then is not an empty text. */
function withoutUnset(value: Value, attribute: Attribute): Value {
  const [plain, marks] = unmark(value);
  if (isLeftOut(attribute, plain)) return null;
  if (attribute.children.size === 0) return value;
  if (Array.isArray(plain)) {
    return mark(
      plain.map((item) => withoutUnset(item, attribute)),
      marks,
    );
  }
  if (!isMap(plain)) return value;
  const set = new Map<string, Value>();
  for (const [name, entry] of plain) {
    const child = attribute.children.get(name);
    const kept = child === undefined ? entry : withoutUnset(entry, child);
    if (kept !== null) set.set(name, kept);
  }
  return mark(set, marks);
}
