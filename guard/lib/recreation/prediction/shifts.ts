import { type Address, groupedBy, unmark, type Unmarked } from "../../terraform";
import type { Existing } from "../baseline";
import type { PlannedInstance } from "./planned-instance";
import type { Shift } from "./prediction";
import { candidateOf, replacingDifferences } from "./renames";

/** Beyond this many instances of a resource, comparing each with each would take longer than it helps. */
const MOST_INSTANCES = 100;

/**
 * Instances that are replaced because keys have shifted: what is wanted of each is what its neighbour was, as where a list that makes the
 * keys loses its first element.
 *
 * @param existingOf What exists of a resource, all its instances.
 */
export function shiftsOf(
  instances: readonly PlannedInstance[],
  existingOf: (resource: Address) => readonly Existing[],
): Map<Address, Shift> {
  const shifts = new Map<Address, Shift>();
  const keyed = instances.filter(({ address }) => address.key !== undefined);
  for (const [resource, group] of groupedBy(keyed, ({ address }) => address.resource)) {
    const replaced = group.filter((each) => each.action === "replace" && !isUnchanged(each));
    const before = replaced.length === 0 ? [] : existingOf(resource);
    if (before.length > MOST_INSTANCES) continue;
    const found = replaced.flatMap((instance): [Address, Shift][] => {
      const from = before.find((each) => each.address !== instance.address && wasWanted(each, instance));
      return from === undefined ? [] : [[instance.address, { from: from.address }]];
    });
    found.forEach(([address, shift], index) => {
      shifts.set(address, index === 0 ? { ...shift, moves: movesByName(resource, group, before) } : shift);
    });
  }
  return shifts;
}

/** Whether what is wanted of an instance is what it was, so that something else than its key replaces it. */
function isUnchanged(instance: PlannedInstance): boolean {
  const { existing } = instance;
  return existing !== undefined && wasWanted(existing, instance);
}

function wasWanted(existing: Existing, instance: PlannedInstance): boolean {
  const name = nameOf(existing);
  const isSameName = name !== null && name === unmark(instance.wantedOf("name"))[0];
  return isSameName && replacingDifferences(candidateOf(existing), instance).length === 0;
}

/** Each object that goes on, from the key that it has to its name. Two of one name have no keys to go to. */
function movesByName(
  resource: Address,
  wanted: readonly PlannedInstance[],
  before: readonly Existing[],
): { from: Address; to: Address }[] {
  const names = before.map(nameOf);
  if (new Set(names).size < names.length) return [];
  const kept = new Set(wanted.map((instance) => unmark(instance.wantedOf("name"))[0]));
  return before.flatMap((existing) => {
    const name = nameOf(existing);
    const isKept = typeof name === "string" && kept.has(name);
    return isKept ? [{ from: existing.address, to: resource.instance(name) }] : [];
  });
}

function nameOf({ prior: { values } }: Existing): Unmarked {
  return unmark(values.get("name") ?? null)[0];
}
