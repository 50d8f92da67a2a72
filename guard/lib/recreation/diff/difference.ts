import type { Attribute } from "../../provider";
import {
  type AttributePath,
  Digest,
  distinct,
  isMap,
  OpaqueValue,
  Unknown,
  unmark,
  type Value,
  type ValueMap,
} from "../../terraform";
import { compare, isEmpty } from "./compare";
import { changed, type Outcome, strongest, uncertain, unknownBecauseOf } from "./outcome";

/** One place where what is wanted is not what exists. */
export interface Difference {
  readonly path: AttributePath;
  readonly attribute: Attribute;
  readonly outcome: Outcome;
  readonly before: Value;
  readonly after: Value;
}

/** Where prior values that the configuration left out come from. */
export interface UnsetValues {
  /** The value of an attribute that what exists does not spell out. */
  unset(attribute: Attribute, path: AttributePath): Value;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** The value after apply. */
  readonly planned: Value;
}

const unchanged = (planned: Value): Compared => ({ differences: [], planned });

/**
 * Compares one attribute or block of what exists with the configuration, as the provider's SDK does.
 *
 * @param wanted Null when the configuration leaves the attribute out.
 */
export function difference(
  attribute: Attribute,
  path: AttributePath,
  prior: Value,
  wanted: Value,
  unsetValues: UnsetValues,
): Compared {
  return attribute.block === undefined
    ? differenceOfAttribute(attribute, path, prior, wanted)
    : differenceOfBlocks(attribute, path, prior, wanted, unsetValues);
}

/** Whether a value stands for "the provider chooses", where it may, or for nothing. */
export function isLeftOut({ computed, distinguishesNull }: Attribute, value: Value): boolean {
  return value === null || (value === "" && computed === true && distinguishesNull !== true);
}

/** To the SDK, an empty text for a value that the provider may choose is one that is left out; an empty list is not. */
function differenceOfAttribute(attribute: Attribute, path: AttributePath, prior: Value, wanted: Value): Compared {
  const [plain, marks] = unmark(wanted);
  if (isLeftOut(attribute, plain) && marks?.mayBecomeUnknown === undefined) {
    if (attribute.default !== undefined) return conclude(attribute, path, prior, attribute.default);
    if (attribute.computed === true) return unchanged(prior);
    // A place that another release chose, and that this one takes for the inherited one.
    if (unmark(prior)[0] instanceof OpaqueValue && isLikeNothing(attribute, "any")) return unchanged(prior);
  }
  return conclude(attribute, path, prior, wanted);
}

function conclude(attribute: Attribute, path: AttributePath, prior: Value, wanted: Value): Compared {
  const outcome = compare(prior, wanted, attribute);
  if (outcome.kind === "same") return unchanged(isStandIn(unmark(prior)[0]) ? wanted : prior);
  const planned = unmark(wanted)[0] === null ? whenTakenOut(attribute) : wanted;
  return { differences: [{ path, attribute, outcome, before: prior, after: wanted }], planned };
}

/** To the SDK, a collection that is taken out is an empty one. */
function whenTakenOut({ type = "", distinguishesNull }: Attribute): Value {
  if (distinguishesNull === true) return null;
  if (type.startsWith("map(")) return new Map();
  return /^(?:list|set)\(/.test(type) ? [] : null;
}

/** A prior value that says less than the wanted one it is the same as. */
function isStandIn(prior: Value): boolean {
  return prior === null || prior instanceof Digest || prior instanceof OpaqueValue;
}

/**
 * Compares nested blocks, whose matching decides what counts as changed inside them.
 *
 * Blocks in a list have a place. The first is compared with the first, child by child, so that an edit inside a block is
 * a difference of that child alone. A block put before the others moves them all by one place, and every child that
 * differs from its new neighbour is a difference, too: Terraform does not look for the block that was meant.
 *
 * Blocks in a set have no place. The SDK finds an element by a hash of all that it holds, so that an edited element is
 * one that left and another that came. Everything that it holds is then a difference, also an immutable child whose own
 * value stayed, and also what the provider computes for it. Equal elements are one.
 *
 * With a value that is not known here, elements of a set cannot be told by a hash. Such an element is the counterpart of
 * a prior one from which it may not differ, if no other is equal to that; the differences inside the pair are doubts.
 *
 * In both, the number of blocks is a difference of the block itself (`path`), as `#` is in the SDK's plan. Where the
 * configuration leaves out blocks that the provider computes, nothing is compared; where the prior blocks are the
 * provider's choice and unknown, each child that is set may be the chosen one or not.
 */
function differenceOfBlocks(
  attribute: Attribute,
  path: AttributePath,
  prior: Value,
  wanted: Value,
  unsetValues: UnsetValues,
): Compared {
  const [after] = unmark(wanted);
  const [before] = unmark(prior);
  if (after instanceof Unknown || after instanceof OpaqueValue) {
    const outcome = after instanceof Unknown ? unknownBecauseOf(after.cause) : compare(before, after, attribute);
    const differences = outcome.kind === "same" ? [] : [{ path, attribute, outcome, before: prior, after: wanted }];
    return { differences, planned: wanted };
  }
  const blocks = attribute.block === "set" ? (value: Value) => elementsOf(attribute, value) : blocksOf;
  const wantedBlocks = blocks(after);
  if (wantedBlocks.length === 0 && attribute.computed === true) return unchanged(prior);
  if (before instanceof OpaqueValue) return overUnknownBlocks(attribute, path, before, wantedBlocks);
  const priorBlocks = blocks(before);
  const inside =
    attribute.block === "set"
      ? differenceOfSet(attribute, path, priorBlocks, wantedBlocks, unsetValues)
      : differenceOfList(attribute, path, priorBlocks, wantedBlocks, unsetValues);
  if (priorBlocks.length === wantedBlocks.length) return inside;
  const count = { path, attribute, outcome: changed, before: prior, after: wanted };
  return { differences: [...inside.differences, count], planned: inside.planned };
}

function blocksOf(value: Value): ValueMap[] {
  const [plain] = unmark(value);
  if (Array.isArray(plain)) return plain.flatMap((item) => blocksOf(item));
  return isMap(plain) ? [plain] : [];
}

/** The blocks of a set. Two that differ only in what one leaves out and the other sets to nothing are one to the SDK. */
function elementsOf(attribute: Attribute, value: Value): ValueMap[] {
  const isSet = (name: string, child: Value): boolean => {
    const rules = attribute.children.get(name);
    return rules === undefined || !isLeftOut(rules, child);
  };
  return distinct(blocksOf(value).map((block) => new Map([...block].filter(([name, child]) => isSet(name, child)))));
}

/** The provider chose the blocks that exist, so each value that the configuration now sets may be the chosen one. */
function overUnknownBlocks(
  attribute: Attribute,
  path: AttributePath,
  prior: OpaqueValue,
  wanted: readonly ValueMap[],
): Compared {
  const differences: Difference[] = [
    { path, attribute, outcome: uncertain(prior.origin), before: prior, after: [...wanted] },
  ];
  wanted.forEach((block, index) => {
    for (const child of attribute.children.values()) {
      const after = block.get(child.name) ?? null;
      const place = pathInto(attribute, path, index, child.name);
      const before = new OpaqueValue(`${prior.key}.${index}.${child.name}`, { origin: prior.origin });
      const chosen = attribute.block === "set" && child.computed === true;
      if (unmark(after)[0] === null && !chosen) continue;
      differences.push({ path: place, attribute: child, outcome: doubt(before, after, child), before, after });
    }
  });
  return { differences, planned: [...wanted] };
}

function doubt(before: OpaqueValue, after: Value, attribute: Attribute): Outcome {
  return unmark(after)[0] === null ? uncertain(before.origin) : compare(before, after, attribute);
}

function pathInto(attribute: Attribute, path: AttributePath, index: number, name: string): AttributePath {
  const block = attribute.block === "single" || attribute.block === "set" ? path : path.child(index);
  return block.child(name);
}

function differenceOfList(
  attribute: Attribute,
  path: AttributePath,
  prior: readonly ValueMap[],
  wanted: readonly ValueMap[],
  unsetValues: UnsetValues,
): Compared {
  const differences: Difference[] = [];
  const planned: Value[] = [];
  for (let index = 0; index < Math.max(prior.length, wanted.length); index++) {
    const place = (name: string): AttributePath => pathInto(attribute, path, index, name);
    const [before, after] = [prior[index], wanted[index]];
    if (before && after) {
      const both = differenceOfBlock(attribute, place, before, after, unsetValues);
      differences.push(...both.differences);
      planned.push(both.planned);
    } else if (after) {
      differences.push(...added(attribute, place, after));
      planned.push(after);
    } else if (before) differences.push(...removed(attribute, place, before));
  }
  return { differences, planned };
}

function differenceOfBlock(
  block: Attribute,
  place: (name: string) => AttributePath,
  prior: ValueMap,
  wanted: ValueMap,
  unsetValues: UnsetValues,
): Compared {
  const differences: Difference[] = [];
  const planned = new Map<string, Value>();
  for (const child of block.children.values()) {
    const path = place(child.name);
    const before = prior.get(child.name) ?? unsetValues.unset(child, path);
    const compared = difference(child, path, before, wanted.get(child.name) ?? null, unsetValues);
    differences.push(...compared.differences);
    planned.set(child.name, compared.planned);
  }
  return { differences, planned };
}

/** A new block changes what it sets; what the provider computes for it counts only in a set. */
function added(block: Attribute, place: (name: string) => AttributePath, wanted: ValueMap): Difference[] {
  const found: Difference[] = [];
  for (const attribute of block.children.values()) {
    const after = wanted.get(attribute.name) ?? null;
    const [plain, marks] = unmark(after);
    const path = place(attribute.name);
    const variable = marks?.fromVariableDefault;
    if (plain instanceof Unknown) {
      found.push({ path, attribute, outcome: unknownBecauseOf(plain.cause), before: null, after });
    } else if (!isEmpty(plain) && !isLikeNothing(attribute, plain)) {
      const outcome = variable === undefined ? changed : uncertain("variable-default", variable);
      found.push({ path, attribute, outcome, before: null, after });
    } else if (block.block === "set" && attribute.computed === true && isEmpty(plain)) {
      found.push({ path, attribute, outcome: unknownBecauseOf(undefined), before: null, after: new Unknown() });
    }
  }
  return found;
}

/** Whether the provider takes a value and its absence for the same, as of a zone that is the inherited one. */
function isLikeNothing({ equivalence }: Attribute, value: Value): boolean {
  return typeof value === "string" && equivalence?.("", value) === true;
}

/** A block that goes changes what it held, except what the provider computes. */
function removed(block: Attribute, place: (name: string) => AttributePath, prior: ValueMap): Difference[] {
  const found: Difference[] = [];
  for (const attribute of block.children.values()) {
    const before = prior.get(attribute.name) ?? null;
    const [plain] = unmark(before);
    if (attribute.computed === true || isEmpty(plain) || isLikeNothing(attribute, plain)) continue;
    found.push({ path: place(attribute.name), attribute, outcome: changed, before, after: null });
  }
  return found;
}

/** Takes for each wanted element the prior one that is the same, else one that may be; what has none is new. */
function differenceOfSet(
  attribute: Attribute,
  path: AttributePath,
  prior: readonly ValueMap[],
  wanted: readonly ValueMap[],
  unsetValues: UnsetValues,
): Compared {
  const left = [...prior];
  const planned: Value[] = [];
  const place = (name: string): AttributePath => pathInto(attribute, path, 0, name);
  const fresh: ValueMap[] = [];
  const doubtful: Difference[] = [];
  for (const block of wanted) {
    const compared = left.map((candidate) => differenceOfBlock(attribute, place, candidate, block, unsetValues));
    const outcomes = compared.map((each) => strongest(each.differences.map((found) => found.outcome)));
    const exact = outcomes.findIndex((outcome) => outcome.kind === "same");
    const match = exact >= 0 ? exact : outcomes.findIndex((outcome) => outcome.kind === "uncertain");
    const found = compared[match];
    if (found === undefined) fresh.push(block);
    else {
      left.splice(match, 1);
      doubtful.push(...found.differences);
    }
    planned.push(found?.planned ?? block);
  }
  const differences = [
    ...doubtful,
    ...fresh.flatMap((block) => added(attribute, place, block)),
    ...left.flatMap((block) => removed(attribute, place, block)),
  ];
  return { differences, planned };
}
