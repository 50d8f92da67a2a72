import { argumentsOf, metaArguments } from "../evaluation/arguments";
import { expand, type Expansion, type Instance } from "../evaluation/expansion";
import { Evaluation, once, type Repetition, type ResourceResolver } from "../evaluation/scope";
import { EvaluationError } from "../language/convert";
import { type Attribute, behaviourOf, isScalewayResource } from "../provider/behaviour";
import { instanceAddress, type InstanceKey } from "../terraform/address";
import type { Configuration, ResourceBlock } from "../terraform/configuration";
import { remoteStateLocation } from "../terraform/state-location";
import { sha256 } from "../values/digest";
import { digestOf, withoutSecrets } from "../values/digests";
import type { JsonObject } from "../values/json";
import { isMap, mark, ObjectReference, OpaqueValue, unmark, type Value, type ValueMap } from "../values/value";
import { canonical, contentsOf } from "../values/walk";
import { hiddenByIgnore } from "./ignored";
import { type Inherited, unsetInConfiguration, withComputedLeaves } from "./unset";

/** One instance of a configuration that is taken to be deployed. */
export interface Deployed {
  readonly address: string;
  /** Address without the instance's key. */
  readonly resource: string;
  readonly type: string;
  readonly path: string | undefined;
  readonly provider: string;
  readonly preventDestroy: boolean;
  readonly ignoreChanges: "all" | readonly string[];
  /** Every argument that the configuration sets; secrets and other providers' values as digests. */
  readonly values: ValueMap;
  /** Set when this stands for all instances, because count or for_each cannot be told; equal while they are. */
  readonly undetermined?: string;
}

/** What a configuration stands for, instance by instance. A lock file is one written down. */
export interface Baseline {
  readonly instances: ReadonlyMap<string, Deployed>;
  /** What resources inherit, by provider block. */
  readonly providers: ReadonlyMap<string, Inherited>;
  /** A digest of what each module is given. */
  readonly modules: ReadonlyMap<string, string>;
  /** What the digests of this inventory are salted with. */
  readonly salt: string;
}

/**
 * Evaluates a configuration to its inventory.
 *
 * @param salt Goes into the digests of secrets.
 */
export function baselineOf(configuration: Configuration, salt: string): Baseline {
  return new BaselineBuilder(configuration, salt).build();
}

/** What each provider block passes on to resources that do not say otherwise. */
export function inheritedValues(configuration: Configuration, evaluation: Evaluation): Map<string, Inherited> {
  const found = new Map<string, Inherited>();
  for (const [name, body] of configuration.providers) {
    if (name !== "scaleway" && !name.startsWith("scaleway.")) continue;
    const inherited = new Map<string, string>();
    for (const attribute of ["project_id", "region", "zone"]) {
      const [value] = unmark(evaluation.json(body[attribute] ?? null));
      if (typeof value === "string") inherited.set(attribute, value);
    }
    found.set(name, inherited);
  }
  return found;
}

/** One value for all instances of a resource: the object itself, a list or a map of objects. */
export function combine(expansion: Expansion, resource: string, object: (key: InstanceKey) => Value): Value {
  if (expansion.instances === undefined) {
    return new OpaqueValue(`${resource} of ${canonical(expansion.undetermined ?? null)}`, {
      origin: "count-not-known",
    });
  }
  const value = ((): Value => {
    if (expansion.repeats === "no") return object(undefined);
    if (expansion.repeats === "count") return expansion.instances.map(({ key }) => object(key));
    return new Map(expansion.instances.map(({ key }) => [String(key), object(key)]));
  })();
  return mark(value, expansion.marks);
}

/** The instance that stands for all when count or for_each cannot be told. */
export function placeholder(resource: string, undetermined: Value): Repetition {
  const key = new OpaqueValue(`key of ${resource} in ${canonical(undetermined)}`, { origin: "count-not-known" });
  const value = new OpaqueValue(`value of ${resource} in ${canonical(undetermined)}`, { origin: "count-not-known" });
  return { count: key, each: { key, value } };
}

/** Stands for everything a module is given; what is inside it is out of sight. */
export function moduleDigest(evaluation: Evaluation, body: JsonObject, salt: string): string {
  return sha256(`${salt}\n${canonical(evaluation.json(body))}`);
}

class BaselineBuilder implements ResourceResolver {
  private readonly evaluation: Evaluation;
  private readonly expansions = new Map<string, Expansion>();
  private readonly values = new Map<string, ValueMap>();
  private readonly objects = new Map<string, ObjectReference>();
  private readonly inherited: Map<string, Inherited>;

  constructor(
    private readonly configuration: Configuration,
    private readonly salt: string,
  ) {
    this.evaluation = new Evaluation(configuration, this);
    this.inherited = inheritedValues(configuration, this.evaluation);
  }

  build(): Baseline {
    const instances = new Map<string, Deployed>();
    for (const block of this.configuration.resources.values()) {
      const expansion = this.expansion(block);
      const undetermined = expansion.undetermined === undefined ? undefined : canonical(expansion.undetermined);
      for (const { key, repetition } of this.instancesOf(block, expansion)) {
        const deployed = this.deployed(block, key, repetition);
        instances.set(deployed.address, undetermined === undefined ? deployed : { ...deployed, undetermined });
      }
    }
    const modules = new Map<string, string>();
    for (const [name, body] of this.configuration.modules) {
      modules.set(name, moduleDigest(this.evaluation, body, this.salt));
    }
    return { instances, providers: this.inherited, modules, salt: this.salt };
  }

  managed(resource: string): Value {
    const block = this.configuration.resources.get(resource);
    if (block === undefined) throw new EvaluationError(`${resource} is not declared`);
    const expansion = this.expansion(block);
    if (expansion.repeats === "no") return this.object(block, undefined, once);
    const instances = new Map(expansion.instances?.map((instance) => [instance.key, instance.repetition]));
    return combine(expansion, resource, (key) => this.object(block, key, instances.get(key) ?? {}));
  }

  data(resource: string): Value {
    const block = this.configuration.data.get(resource);
    if (block === undefined) throw new EvaluationError(`${resource} is not declared`);
    const expansion = this.evaluation.withCycleGuard(`${resource} instances`, () => expand(block, this.evaluation));
    const instances = new Map(expansion.instances?.map((instance) => [instance.key, instance.repetition]));
    return combine(expansion, resource, (key) => {
      const given = this.evaluation.withCycleGuard(resource, () =>
        dataArguments(block, this.evaluation, instances.get(key) ?? {}),
      );
      return opaqueData(block, given);
    });
  }

  private expansion(block: ResourceBlock): Expansion {
    const known = this.expansions.get(block.address);
    if (known) return known;
    const found = this.evaluation.withCycleGuard(`${block.address} instances`, () => expand(block, this.evaluation));
    this.expansions.set(block.address, found);
    return found;
  }

  private instancesOf(block: ResourceBlock, expansion: Expansion): readonly Instance[] {
    const undetermined = expansion.undetermined ?? null;
    return expansion.instances ?? [{ key: undefined, repetition: placeholder(block.address, undetermined) }];
  }

  private arguments(block: ResourceBlock, key: InstanceKey, repetition: Repetition): ValueMap {
    const address = instanceAddress(block.address, key);
    const known = this.values.get(address);
    if (known) return known;
    const values = this.evaluation.withCycleGuard(address, () =>
      argumentsOf(block.body, behaviourOf(block.type), this.evaluation, repetition),
    );
    this.values.set(address, values);
    return values;
  }

  private object(block: ResourceBlock, key: InstanceKey, repetition: Repetition): Value {
    const address = instanceAddress(block.address, key);
    const known = this.objects.get(address);
    if (known) return known;
    const object = new ObjectReference(new OpaqueValue(address, { origin: "reference-or-literal" }), (name) => {
      const attribute = behaviourOf(block.type).attribute(name);
      const set = this.arguments(block, key, repetition).get(name) ?? null;
      const value = hiddenByIgnore(address, name, set, block.lifecycle.ignoreChanges);
      const unset = this.unset(block, address);
      const found =
        unmark(value)[0] === null ? unset(attribute, name) : withComputedLeaves(value, attribute, name, unset);
      return attribute.sensitive === true ? mark(found, { sensitive: true }) : found;
    });
    this.objects.set(address, object);
    return object;
  }

  private unset(block: ResourceBlock, address: string): ReturnType<typeof unsetInConfiguration> {
    return unsetInConfiguration(address, block.type, this.inherited.get(block.provider));
  }

  private deployed(block: ResourceBlock, key: InstanceKey, repetition: Repetition): Deployed {
    const behaviour = behaviourOf(block.type);
    const values = new Map<string, Value>();
    for (const [name, value] of this.arguments(block, key, repetition)) {
      const attribute = behaviour.attribute(name);
      const set = withoutUnset(value, attribute);
      if (attribute.writeOnly === true || set === null) continue;
      const kept = isScalewayResource(block.type)
        ? withoutSecrets(set, attribute, this.salt)
        : digestOf(set, this.salt);
      values.set(name, kept);
    }
    return {
      address: instanceAddress(block.address, key),
      resource: block.address,
      type: block.type,
      path: block.path,
      provider: block.provider,
      preventDestroy: block.lifecycle.preventDestroy,
      ignoreChanges: block.lifecycle.ignoreChanges,
      values,
    };
  }
}

/** An empty text stands for "the provider chooses" where it may, so what is deployed then is not an empty text. */
function withoutUnset(value: Value, attribute: Attribute): Value {
  const [plain, marks] = unmark(value);
  if (plain === "" && attribute.computed === true && attribute.distinguishesNull !== true) return null;
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

/** What a data source answers, where only the provider knows: the same for the same question. */
export function opaqueData(block: ResourceBlock, given: ValueMap): Value {
  const asked = block.type === "terraform_remote_state" ? remoteStateLocation(given) : canonical(given);
  return mark(new OpaqueValue(`${block.type} ${asked}`, { origin: "data-source" }), contentsOf(given).marks);
}

/** What a data source is asked. */
export function dataArguments(block: ResourceBlock, evaluation: Evaluation, repetition: Repetition): ValueMap {
  const asked = Object.entries(block.body).filter(([name]) => !metaArguments.has(name));
  return new Map(asked.map(([name, json]) => [name, evaluation.json(json, repetition)]));
}
