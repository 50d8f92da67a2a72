import { compareVersions } from "../../terraform";
import { type Attribute, generatedWhenUnset, recreatedFor } from "../behaviour";
import { knownReleases, newestRelease, type ProviderRelease } from "../releases";
import { decidesSafeguard } from "./safeguards";

/** Other top-level attributes that a condition of the table looks at. */
export const readByCondition: Readonly<Record<string, readonly string[]>> = {
  "cluster-private-network": ["type"],
  "record-name": ["dns_zone"],
  "server-root-volume": ["root_volume"],
  "server-type": ["replace_on_type_change"],
};

const known = new WeakMap<ProviderRelease, Map<string, ReadonlySet<string>>>();

/**
 * Whether a value of a top-level attribute decides about the replacement of its resource under a release, at any time: no edit of another
 * one replaces it. Blocks decide as a whole, since their matching needs all that they hold.
 */
export function affectsReplacement(release: ProviderRelease, type: string, attribute: string): boolean {
  return (
    replacementAttributes(release, type).has(attribute) ||
    release.behaviourOf(type).attribute(attribute).notInTable === true
  );
}

/**
 * Whether a lock keeps a value: under some release it decides about replacement, or it decides about a safeguard, or is the name by which an
 * object is known under a new address.
 *
 * @param writtenFor The newest release that was known where the lock was written. @default - the newest one, and it alone
 */
export function isLocked(type: string, attribute: string, writtenFor?: string): boolean {
  if (attribute === "name" || decidesSafeguard(type, attribute)) return true;
  const { affecting, named } = keptOf(type, writtenFor);
  // A release that does not have an attribute says nothing of it; what none has may decide.
  return affecting.has(attribute) || !named.has(attribute);
}

/** Top-level attributes of a type, over several releases. */
interface KeptAttributes {
  /** Those that decide about replacement under one of them. */
  readonly affecting: ReadonlySet<string>;
  /** Those that one of them has. */
  readonly named: ReadonlySet<string>;
}

const kept = new Map<string, KeptAttributes>();

/** The same for each argument of each resource, so that it is gathered once. */
function keptOf(type: string, writtenFor: string | undefined): KeptAttributes {
  const key = `${type} ${writtenFor ?? ""}`;
  let found = kept.get(key);
  if (found === undefined) {
    const releases =
      writtenFor === undefined
        ? [newestRelease]
        : knownReleases().filter(({ version }) => compareVersions(version, writtenFor) <= 0);
    found = {
      affecting: new Set(releases.flatMap((release) => [...replacementAttributes(release, type)])),
      named: new Set(releases.flatMap((release) => [...release.behaviourOf(type).attributes.keys()])),
    };
    kept.set(key, found);
  }
  return found;
}

function replacementAttributes(release: ProviderRelease, type: string): ReadonlySet<string> {
  let ofRelease = known.get(release);
  if (ofRelease === undefined) known.set(release, (ofRelease = new Map<string, ReadonlySet<string>>()));
  let names = ofRelease.get(type);
  if (names === undefined) ofRelease.set(type, (names = findReplacementAttributes(release, type)));
  return names;
}

function findReplacementAttributes(release: ProviderRelease, type: string): Set<string> {
  const names = new Set([...generatedWhenUnset(type), ...recreatedFor(type)]);
  const { attributes } = release.behaviourOf(type);
  for (const attribute of attributes.values()) {
    if (!decides(attribute)) continue;
    names.add(attribute.name);
    // What makes it unknown replaces the resource, too: one of some attributes, or any.
    for (const cause of causesOf(attribute, attributes)) names.add(cause);
    for (const condition of conditionsIn(attribute))
      for (const read of readByCondition[condition] ?? []) names.add(read);
  }
  return names;
}

function decides(attribute: Attribute): boolean {
  const { forceNew, condition, notProbed, children } = attribute;
  return forceNew === true || condition !== undefined || notProbed === true || [...children.values()].some(decides);
}

function causesOf({ recomputed }: Attribute, siblings: ReadonlyMap<string, Attribute>): Iterable<string> {
  if (recomputed === true) return siblings.keys();
  return typeof recomputed === "object" ? recomputed : [];
}

function conditionsIn({ condition, children }: Attribute): string[] {
  return [...(condition === undefined ? [] : [condition]), ...[...children.values()].flatMap(conditionsIn)];
}

/** Whether a change of the resource in place makes an attribute unknown that others may refer to. */
export function isRecomputing(release: ProviderRelease, type: string): boolean {
  return [...release.behaviourOf(type).attributes.values()].some(({ recomputed }) => recomputed !== undefined);
}
