import { affectsReplacement, isLocked } from "../../provider";
import {
  type Address,
  canonical,
  groupedBy,
  isMap,
  metaArguments,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";
import type { Existing } from "../baseline";
import type { PlannedInstance } from "./planned-instance";

/** An object that leaves, as far as its likeness to others goes. */
export interface RenameCandidate {
  readonly address: Address;
  /** Construct path, where it is known. */
  readonly path: string | undefined;
  readonly values: ValueMap;
}

/** What exists, as the deployed configuration says it where it says anything. */
export function candidateOf({ address, prior: { values, deployed } }: Existing): RenameCandidate {
  return { address, path: deployed?.path, values: deployed?.values ?? values };
}

interface Pair {
  readonly old: RenameCandidate;
  readonly fresh: PlannedInstance;
  readonly likeness: number;
  /** How many ids at the end of their construct paths are the same. */
  readonly samePath: number;
}

/** Beyond this many of a type on either side, comparing each with each would take longer than it helps. */
const mostCandidates = 100;
const leastLikeness = 0.5;

/**
 * Pairs objects that leave with the new instance of their type that looks most like them, the most similar first.
 *
 * @returns The new instance by the old address.
 */
export function renamesOf(
  leaving: readonly RenameCandidate[],
  instances: readonly PlannedInstance[],
): Map<Address, PlannedInstance> {
  const renames = new Map<Address, PlannedInstance>();
  const taken = new Set<PlannedInstance>();
  for (const { old, fresh } of pairsOf(leaving, instances).sort(byLikeness)) {
    if (renames.has(old.address) || taken.has(fresh)) continue;
    renames.set(old.address, fresh);
    taken.add(fresh);
  }
  return renames;
}

function pairsOf(leaving: readonly RenameCandidate[], instances: readonly PlannedInstance[]): Pair[] {
  const created = groupedBy(
    instances.filter((instance) => instance.action === "create" && instance.guarded),
    (instance) => instance.address.type,
  );
  const gone = groupedBy(leaving, ({ address }) => address.type);
  return [...gone].flatMap(([type, old]) => {
    const fresh = created.get(type) ?? [];
    if (old.length > mostCandidates || fresh.length > mostCandidates) return [];
    return old.flatMap((each) =>
      fresh
        .map((instance) => ({
          old: each,
          fresh: instance,
          ...alikeness(each, instance),
        }))
        .filter((pair) => pair.likeness >= leastLikeness),
    );
  });
}

/** The same part of a construct under another path is the same, whatever follows from the path, such as a name. */
function alikeness(old: RenameCandidate, fresh: PlannedInstance): Pick<Pair, "likeness" | "samePath"> {
  const samePath = sameEnd(old.path, fresh.block.path);
  const found = likeness(old, fresh);
  const isPart = samePath > 0 && !old.path?.endsWith("/Resource") && replacingDifferences(old, fresh).length === 0;
  return { likeness: isPart ? Math.max(found, leastLikeness) : found, samePath };
}

/**
 * Equally like pairs go by the end of their construct paths, which a construct that moved keeps for all inside it, then by
 * address, so that the order of blocks does not matter.
 */
function byLikeness(a: Pair, b: Pair): number {
  if (a.likeness !== b.likeness) return b.likeness - a.likeness;
  if (a.samePath !== b.samePath) return b.samePath - a.samePath;
  const [first, second] = [a, b].map(({ old, fresh }) => `${old.address} ${fresh.address}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

/**
 * How much a new object looks like one that leaves: 0 where a value that cannot change in place differs, since moving the
 * one would replace it; else the share of equal ones among those that a lock keeps of both. What is unknown may be equal.
 */
function likeness(old: RenameCandidate, fresh: PlannedInstance): number {
  const names = comparedNames(old, fresh);
  const different = differingIn(old, fresh, names);
  if (different.some((name) => affectsReplacement(fresh.release, old.address.type, name))) return 0;
  return names.length === 0 ? leastLikeness : (names.length - different.length) / names.length;
}

/** The arguments that cannot change in place and in which an object is not what is wanted of an instance. */
export function replacingDifferences(old: RenameCandidate, fresh: PlannedInstance): string[] {
  return differingIn(old, fresh, comparedNames(old, fresh)).filter((name) =>
    affectsReplacement(fresh.release, old.address.type, name),
  );
}

function comparedNames({ address: { type }, values }: RenameCandidate, { block }: PlannedInstance): string[] {
  return [...new Set([...values.keys(), ...Object.keys(block.body)])].filter(
    (name) => !metaArguments.has(name) && isLocked(type, name),
  );
}

function differingIn({ values }: RenameCandidate, fresh: PlannedInstance, names: readonly string[]): string[] {
  return names.filter((name) => !alike(values.get(name) ?? null, fresh.wantedOf(name)));
}

function alike(before: Value, after: Value): boolean {
  const [a, b] = [unmark(before)[0], unmark(after)[0]];
  if (isOpen(a) || isOpen(b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => alike(item, b[index] ?? null));
  if (isMap(a) && isMap(b)) return [...a].every(([name, value]) => isAlikeInside(value, b.get(name) ?? null));
  return canonical(a) === canonical(b);
}

/** Of a block, a state knows much that no configuration states. */
function isAlikeInside(before: Value, after: Value): boolean {
  return [before, after].some((value) => unmark(value)[0] === null) || alike(before, after);
}

function isOpen(value: Value): boolean {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !isMap(value);
}

function sameEnd(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const [a, b] = [one, other].map((path) => path.split("/").reverse());
  const differing = (a ?? []).findIndex((id, index) => id !== b?.[index]);
  return differing < 0 ? (a ?? []).length : differing;
}
