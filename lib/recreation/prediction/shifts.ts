import type { Existing } from "../baseline/existing";
import { isScalewayResource } from "../provider/behaviour";
import { instanceAddress, splitAddress } from "../terraform/address";
import { unmark } from "../values/value";
import type { PlannedInstance } from "./planned-instance";
import type { Shift } from "./prediction";
import { decidingDifferences } from "./renames";

/** Beyond this many instances of a resource, comparing each with each would take longer than it helps. */
const MOST_INSTANCES = 100;

/**
 * Instances that are replaced because keys have shifted: what is wanted of each is what its neighbour was, as where a list that makes the
 * keys loses its first element.
 */
export function shiftsOf(
  instances: readonly PlannedInstance[],
  existing: ReadonlyMap<string, Existing>,
): Map<string, Shift> {
  const shifts = new Map<string, Shift>();
  for (const [resource, group] of groupsOf(instances)) {
    const before = [...existing.values()].filter((each) => splitAddress(each.address).resource === resource);
    if (before.length > MOST_INSTANCES) continue;
    const found = group
      .filter(({ action }) => action === "replace")
      .flatMap((instance): [string, Shift][] => {
        const from = before.find((each) => each.address !== instance.address && wasWanted(each, instance));
        return from === undefined ? [] : [[instance.address, { from: from.address }]];
      });
    found.forEach(([address, shift], index) => {
      shifts.set(address, index === 0 ? { ...shift, moves: movesByName(resource, group, before) } : shift);
    });
  }
  return shifts;
}

function groupsOf(instances: readonly PlannedInstance[]): Map<string, PlannedInstance[]> {
  const groups = new Map<string, PlannedInstance[]>();
  for (const instance of instances) {
    const { resource, key } = splitAddress(instance.address);
    if (key === undefined || !isScalewayResource(instance.block.type)) continue;
    const group = groups.get(resource);
    if (group) group.push(instance);
    else groups.set(resource, [instance]);
  }
  return groups;
}

function wasWanted({ address, type, values, deployed }: Existing, instance: PlannedInstance): boolean {
  const named = unmark(values.get("name") ?? null)[0];
  const isSameName = named !== null && named === unmark(instance.wantedOf("name"))[0];
  return (
    isSameName &&
    decidingDifferences({ address, type, path: undefined, values: deployed?.values ?? values }, instance).length === 0
  );
}

/** Each object that goes on, from the key that it has to its name. */
function movesByName(
  resource: string,
  wanted: readonly PlannedInstance[],
  before: readonly Existing[],
): { from: string; to: string }[] {
  const names = new Set(wanted.map((instance) => unmark(instance.wantedOf("name"))[0]));
  const all = before.map(({ values }) => unmark(values.get("name") ?? null)[0]);
  // Keys have to differ.
  if (new Set(all).size < all.length) return [];
  return before.flatMap(({ address, values }) => {
    const name = unmark(values.get("name") ?? null)[0];
    return typeof name === "string" && names.has(name) ? [{ from: address, to: instanceAddress(resource, name) }] : [];
  });
}
