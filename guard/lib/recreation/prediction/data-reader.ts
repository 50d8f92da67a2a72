import {
  type Address,
  canonical,
  combine,
  dataArguments,
  Dependencies,
  exactRemoteStateLocation,
  mark,
  type ModuleInstance,
  ObjectReference,
  opaqueData,
  type PriorState,
  type ResourceBlock,
  type StateInstance,
  Unknown,
  type Value,
  type ValueMap,
} from "../../terraform";
import type { Existing } from "../baseline";
import type { PlannedInstance } from "./planned-instance";
import type { RemoteOutputs } from "./remote-outputs";

/** What was answered before, and what applies of other stacks answer. */
interface Answers {
  readonly state: PriorState | undefined;
  readonly remote?: RemoteOutputs;
}

/** What is planned of the resources that a data source waits for. */
interface Plans {
  instances(module: ModuleInstance, block: ResourceBlock): readonly PlannedInstance[];
  /** What exists of a resource, all its instances. */
  existingOf(resource: Address): readonly Existing[];
}

interface Pending {
  readonly address: Address;
  readonly sure: boolean;
}

/** Tells what a data source answers during the plan, or that it is asked during the apply alone. */
export class DataReader {
  private readonly dependencies = new Dependencies();

  constructor(
    private readonly answers: Answers,
    private readonly plans: Plans,
  ) {}

  public read(module: ModuleInstance, block: ResourceBlock): Value {
    const { evaluation } = module;
    const resource = module.addressOf(block);
    return evaluation.withCycleGuard(block.address.inside, () => {
      const expansion = module.expansion(block);
      const pending = this.pendingBefore(module, block);
      const repetitions = new Map(expansion.instances?.map((instance) => [instance.key, instance.repetition]));
      const read = combine(expansion, resource, (key) => {
        const given = dataArguments(block, evaluation, repetitions.get(key) ?? {});
        if (pending?.sure === true) return readLate(given, pending.address);
        const answer = readData(block, given, this.answers.state?.data.get(resource.instance(key)));
        return this.withRemote(block, given, answer);
      });
      return pending?.sure === false ? mark(read, { mayBecomeUnknown: pending.address }) : read;
    });
  }

  private withRemote({ address: { type } }: ResourceBlock, given: ValueMap, answer: Value): Value {
    const { remote } = this.answers;
    if (remote === undefined || type !== "terraform_remote_state") return answer;
    return remote.shownBy(exactRemoteStateLocation(given), answer);
  }

  /** A data source is read during apply when something it depends on, or that its module waits for, changes before. */
  private pendingBefore(module: ModuleInstance, data: ResourceBlock): Pending | undefined {
    let doubtful: Pending | undefined;
    for (const each of this.dependencies.before(module, data)) {
      const found = this.pendingOf(each.module, each.block);
      if (found?.sure === true) return found;
      doubtful ??= found;
    }
    return doubtful;
  }

  /** Whether a resource changes; where a lock does not keep all of it, it may. */
  private pendingOf(module: ModuleInstance, block: ResourceBlock): Pending | undefined {
    const plans = this.plans.instances(module, block);
    const leaving = this.unplanned(module.addressOf(block), plans);
    if (leaving !== undefined) return { address: leaving, sure: true };
    const changing = plans.find((plan) => plan.action !== "none" && plan.because === undefined);
    if (changing !== undefined) return { address: changing.address, sure: true };
    const open = plans.find((plan) => plan.action !== "none" || plan.mayDiffer);
    return open && { address: open.address, sure: false };
  }

  /** An instance of a resource that exists and that the new configuration has no longer. */
  private unplanned(resource: Address, plans: readonly PlannedInstance[]): Address | undefined {
    const kept = new Set(plans.map((plan) => plan.address));
    return this.plans.existingOf(resource).find(({ address }) => !kept.has(address))?.address;
  }
}

/** A data source that is read during apply: what it is asked is known before, what it answers is not. */
function readLate(given: ValueMap, cause: Address): Value {
  const unknown = new Unknown(cause);
  return new ObjectReference(unknown, (name) => given.get(name) ?? unknown);
}

/** What a data source answers: what it answered last when the state holds the same question, else an opaque value. */
function readData(block: ResourceBlock, given: Map<string, Value>, last: StateInstance | undefined): Value {
  const asked = [...given].every(([name, value]) => {
    const before = last?.values.get(name);
    return before !== undefined && canonical(before) === canonical(value);
  });
  if (last !== undefined && asked) return last.values;
  const unknown = [...given.values()].find((value) => value instanceof Unknown);
  return unknown ?? opaqueData(block, given);
}
