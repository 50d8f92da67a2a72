import {
  compareStack,
  type Comparison,
  isProviderUpgrade,
  isStable,
  type Lock,
  type ProviderVersions,
  serializeLock,
  type StackOutputs,
} from "kapsule-guard/recreation";
import { exactBackendOf, statesReadBy, type Surroundings } from "kapsule-guard/terraform";

/** One stack to compare. */
interface ComparedStack {
  /** The lock that it is compared with. */
  readonly before: Lock;
  /** The lock that its synth would leave. */
  readonly after: Lock;
  readonly configuration: unknown;
  readonly surroundings: Surroundings;
  /** The releases of the provider, as far as files of Terraform tell. */
  readonly provider: ProviderVersions;
}

/** Compares the stacks of one app. What one does with its outputs is known to those that come after it. */
export class StackComparisons {
  private readonly outputs: StackOutputs[] = [];

  /** What is found in a stack, that included which follows from a stack which it reads. */
  public compare({ before, after, configuration, surroundings, provider }: ComparedStack): Comparison {
    const read = statesReadBy(configuration).map(({ location }) => location);
    const remote = this.outputs.filter(({ location, changed }) => changed.size > 0 && read.includes(location));
    // A lock that says the same stands for the same baseline: nothing differs, and nothing needs comparing.
    const same = before === after || serializeLock(before) === serializeLock(after);
    if (
      same &&
      isStable(after) &&
      remote.length === 0 &&
      !isProviderUpgrade(before, configuration, provider, { after: surroundings })
    )
      return { findings: [], affected: [] };
    const { outputs, ...comparison } = compareStack({ lock: before, configuration, surroundings, remote, provider });
    this.outputs.push(outputs);
    return comparison;
  }
}

/** Stacks in such an order that each comes after those whose states it reads; otherwise as they were. */
export function inReadingOrder<T extends { readonly configuration: unknown }>(stacks: readonly T[]): T[] {
  const places = stacks.map(({ configuration }) => exactBackendOf(configuration));
  const ordered = new Set<T>();
  const visited = new Set<T>();
  const visit = (stack: T): void => {
    if (visited.has(stack)) return;
    visited.add(stack);
    const read = statesReadBy(stack.configuration).map(({ location }) => location);
    for (const [i, other] of stacks.entries()) if (read.includes(places[i] ?? "")) visit(other);
    ordered.add(stack);
  };
  stacks.forEach(visit);
  return [...ordered];
}
