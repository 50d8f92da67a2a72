import { type Attribute, behaviourOf, generatedWhenUnset, recreatedFor } from "../behaviour";
import { decidesSafeguard } from "./safeguards";

/** Other top-level attributes that a condition of the table looks at. */
export const readByCondition: Readonly<Record<string, readonly string[]>> = {
  "cluster-private-network": ["type"],
  "record-name": ["dns_zone"],
  "server-root-volume": ["root_volume"],
  "server-type": ["replace_on_type_change"],
};

const known = new Map<string, ReadonlySet<string>>();

/**
 * Whether a value of a top-level attribute decides about the replacement of its resource, at any time: no edit of another
 * one replaces it. Blocks decide as a whole, since their matching needs all that they hold.
 */
export function affectsReplacement(type: string, attribute: string): boolean {
  let names = known.get(type);
  if (names === undefined) known.set(type, (names = replacementAttributes(type)));
  return names.has(attribute) || behaviourOf(type).attribute(attribute).notInTable === true;
}

/**
 * Whether a lock keeps a value: it decides about replacement or about a safeguard, or is the name by which an object is known under a new
 * address.
 */
export function isLocked(type: string, attribute: string): boolean {
  return attribute === "name" || affectsReplacement(type, attribute) || decidesSafeguard(type, attribute);
}

function replacementAttributes(type: string): Set<string> {
  const names = new Set([...generatedWhenUnset(type), ...recreatedFor(type)]);
  const { attributes } = behaviourOf(type);
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
export function isRecomputing(type: string): boolean {
  return [...behaviourOf(type).attributes.values()].some(({ recomputed }) => recomputed !== undefined);
}
