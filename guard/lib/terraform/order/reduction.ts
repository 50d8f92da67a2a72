/**
 * The arrows of a graph without those that follow from others: where c waits for a and b, and b for a, the arrow from a to c says
 * nothing more.
 *
 * @param order All addresses, each after what it waits for.
 */
export function withoutDetours(
  order: readonly string[],
  targetsOf: (address: string) => ReadonlySet<string>,
): (readonly [first: string, then: string])[] {
  const reached = new Map<string, Set<string>>();
  return order.flatMap((address) => {
    const targets = [...targetsOf(address)];
    const throughOthers = new Set(targets.flatMap((target) => [...(reached.get(target) ?? [])]));
    reached.set(address, new Set([...targets, ...throughOthers]));
    return targets
      .filter((target) => !throughOthers.has(target))
      .sort()
      .map((target) => [target, address] as const);
  });
}
