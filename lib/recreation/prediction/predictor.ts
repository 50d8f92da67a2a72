import { type Baseline, combine, dataArguments, moduleDigest, opaqueData, placeholder } from "../baseline/baseline";
import { type Existing, existingObjects } from "../baseline/existing";
import { readMove } from "../baseline/move-statement";
import { movesOf } from "../baseline/moves";
import { argumentsOf } from "../evaluation/arguments";
import { Dependencies } from "../evaluation/dependencies";
import { expand, type Expansion } from "../evaluation/expansion";
import { Evaluation, once, type Repetition, type ResourceResolver } from "../evaluation/scope";
import { EvaluationError } from "../language/convert";
import { behaviourOf } from "../provider/behaviour";
import { instanceAddress, type InstanceKey, splitAddress } from "../terraform/address";
import type { Configuration, ResourceBlock } from "../terraform/configuration";
import type { State, StateInstance } from "../terraform/state";
import { mark, ObjectReference, OpaqueValue, Unknown, type Value, type ValueMap } from "../values/value";
import { canonical } from "../values/walk";
import { diffInstance } from "./diff-instance";
import { PlannedInstance } from "./planned-instance";
import { triggeredBy, type TriggerScope } from "./triggers";

/** What is known before planning starts. */
export interface PredictorInput {
  readonly baseline: Baseline;
  readonly configuration: Configuration;
  readonly state: State | undefined;
}

/**
 * Terraform's plan in miniature: decides for each instance of the new configuration what an apply does with it.
 * Instances are planned when something refers to them, so that each sees what its references will be.
 */
export class Predictor implements ResourceResolver {
  readonly evaluation: Evaluation;
  /** What exists, by the address it has after moves. */
  readonly existing: ReadonlyMap<string, Existing>;
  private readonly expansions = new Map<string, Expansion>();
  private readonly plans = new Map<string, PlannedInstance>();
  private readonly dependencies: Dependencies;
  private readonly keysInUse = new Map<string, InstanceKey[]>();

  constructor(readonly input: PredictorInput) {
    this.evaluation = new Evaluation(input.configuration, this);
    this.dependencies = new Dependencies(input.configuration, this.evaluation);
    this.existing = this.moved(existingObjects(input.baseline, input.state));
  }

  private moved(objects: Map<string, Omit<Existing, "address">>): Map<string, Existing> {
    const statements = this.input.configuration.moved.map(({ from, to }) => readMove([], from, to));
    const moves = movesOf(objects.keys(), statements, (resource) => this.repeats(resource));
    const found = new Map<string, Existing>();
    for (const [origin, object] of objects) {
      const address = moves.get(origin) ?? origin;
      found.set(address, { ...object, address });
      const { resource, key } = splitAddress(address);
      const keys = this.keysInUse.get(resource);
      if (keys) keys.push(key);
      else this.keysInUse.set(resource, [key]);
    }
    return found;
  }

  private repeats(resource: string): "no" | "count" | "for_each" | undefined {
    const block = this.input.configuration.resources.get(resource);
    if (block === undefined) return undefined;
    if ((block.body.count ?? null) !== null) return "count";
    return (block.body.for_each ?? null) !== null ? "for_each" : "no";
  }

  /** Plans every instance of the new configuration. */
  all(): PlannedInstance[] {
    return [...this.input.configuration.resources.values()].flatMap((block) => this.instances(block));
  }

  /** The plans of all instances of a block. */
  instances(block: ResourceBlock): PlannedInstance[] {
    return this.keys(block).map(([key, repetition]) => this.plan(block, key, repetition));
  }

  expansion(block: ResourceBlock): Expansion {
    const known = this.expansions.get(block.address);
    if (known) return known;
    const found = this.evaluation.withCycleGuard(`${block.address} instances`, () => expand(block, this.evaluation));
    this.expansions.set(block.address, found);
    return found;
  }

  /** Where count or for_each cannot be told, the instances are the ones that exist. */
  private keys(block: ResourceBlock): (readonly [InstanceKey, Repetition])[] {
    const expansion = this.expansion(block);
    if (expansion.instances) return expansion.instances.map(({ key, repetition }) => [key, repetition]);
    const undetermined = placeholder(block.address, expansion.undetermined ?? null);
    return (this.keysInUse.get(block.address) ?? []).map((key) => {
      if (key === undefined) return [key, undetermined];
      const each = { key: String(key), value: new OpaqueValue(`value of ${instanceAddress(block.address, key)}`) };
      return [key, { count: key, each }];
    });
  }

  private plan(block: ResourceBlock, key: InstanceKey, repetition: Repetition): PlannedInstance {
    const address = instanceAddress(block.address, key);
    const known = this.plans.get(address);
    if (known) return known;
    const plan = this.evaluation.withCycleGuard(address, () => this.decide(block, address, repetition));
    this.plans.set(address, plan);
    return plan;
  }

  private decide(block: ResourceBlock, address: string, repetition: Repetition): PlannedInstance {
    const wanted = argumentsOf(block.body, behaviourOf(block.type), this.evaluation, repetition);
    const existing = this.existing.get(address);
    if (existing === undefined) return this.decideNew(block, address, wanted);
    const { planned, differences, replacements, hidden } = diffInstance(existing, block, wanted);
    const triggers = block.lifecycle.replaceTriggeredBy.flatMap(
      (trigger) => triggeredBy(trigger, this.triggerScope(repetition)) ?? [],
    );
    return new PlannedInstance({
      address,
      block,
      existing,
      wanted,
      planned,
      differences,
      replacements: [...replacements, ...triggers],
      hidden,
      imported: undefined,
    });
  }

  private decideNew(block: ResourceBlock, address: string, wanted: ValueMap): PlannedInstance {
    const id = this.input.configuration.imports.get(address);
    const imported = id === undefined ? undefined : { id: this.evaluation.json(id) };
    const nothing = { existing: undefined, differences: [], replacements: [], hidden: [] };
    return new PlannedInstance({ address, block, wanted, planned: wanted, imported, ...nothing });
  }

  private triggerScope(repetition: Repetition): TriggerScope {
    return {
      instances: (resource) => {
        const block = this.input.configuration.resources.get(resource);
        return block && this.instances(block);
      },
      evaluate: (expression) => this.evaluation.expression(expression, repetition),
    };
  }

  /** Whether a module is still given what the inventory's was. */
  isSameModule(name: string, digest: string): boolean {
    const body = this.input.configuration.modules.get(name);
    return body !== undefined && moduleDigest(this.evaluation, body, this.input.baseline.salt) === digest;
  }

  managed(resource: string): Value {
    const block = this.input.configuration.resources.get(resource);
    if (block === undefined) throw new EvaluationError(`${resource} is not declared`);
    const expansion = this.expansion(block);
    if (expansion.repeats === "no") return this.plan(block, undefined, once).object;
    const repetitions = new Map(this.keys(block));
    return combine(expansion, resource, (key) => this.plan(block, key, repetitions.get(key) ?? {}).object);
  }

  data(resource: string): Value {
    const block = this.input.configuration.data.get(resource);
    if (block === undefined) throw new EvaluationError(`${resource} is not declared`);
    return this.evaluation.withCycleGuard(resource, () => {
      const expansion = expand(block, this.evaluation);
      const pending = this.pendingBefore(block);
      const repetitions = new Map(expansion.instances?.map((instance) => [instance.key, instance.repetition]));
      const read = combine(expansion, resource, (key) => {
        const given = dataArguments(block, this.evaluation, repetitions.get(key) ?? {});
        if (pending?.sure === true) return readLate(given, pending.address);
        return readData(block, given, this.input.state?.data.get(instanceAddress(resource, key)));
      });
      return pending?.sure === false ? mark(read, { mayBecomeUnknown: pending.address }) : read;
    });
  }

  /** A data source is read during apply when something it depends on changes before. */
  private pendingBefore(block: ResourceBlock): { address: string; sure: boolean } | undefined {
    for (const resource of this.dependencies.before(block)) {
      const dependency = this.input.configuration.resources.get(resource);
      if (dependency === undefined) continue;
      const plans = this.instances(dependency);
      const leaving = this.unplanned(resource, plans);
      if (leaving !== undefined) return { address: leaving, sure: true };
      const changing = plans.find((plan) => plan.action !== "none");
      if (changing) return { address: changing.address, sure: changing.because === undefined };
    }
    return undefined;
  }

  /** An instance of a resource that exists and that the new configuration has no longer. */
  private unplanned(resource: string, plans: readonly PlannedInstance[]): string | undefined {
    const kept = new Set(plans.map((plan) => plan.address));
    return this.keysInUse
      .get(resource)
      ?.map((key) => instanceAddress(resource, key))
      .find((address) => !kept.has(address));
  }
}

/** A data source that is read during apply: what it is asked is known before, what it answers is not. */
function readLate(given: ValueMap, cause: string): Value {
  const unknown = new Unknown(cause);
  return new ObjectReference(unknown, (name) => given.get(name) ?? unknown);
}

/** What a data source answers: what it answered last when the state holds the same question, else a symbol. */
function readData(block: ResourceBlock, given: Map<string, Value>, last: StateInstance | undefined): Value {
  const asked = [...given].every(([name, value]) => {
    const before = last?.values.get(name);
    return before !== undefined && canonical(before) === canonical(value);
  });
  if (last !== undefined && asked) return last.values;
  const unknown = [...given.values()].find((value) => value instanceof Unknown);
  return unknown ?? opaqueData(block, given);
}
