import type { Attribute } from "../../provider";
import {
  canonical,
  contentsOf,
  Digest,
  distinct,
  isMap,
  LongNumber,
  matches,
  ObjectReference,
  type OpaqueOrigin,
  OpaqueValue,
  Unknown,
  unmark,
  type Value,
} from "../../terraform";
import { changed, mayFollowFrom, type Outcome, same, strongest, uncertain, unknownBecauseOf } from "./outcome";

/** Whether the provider's SDK stores a value like an unset one. */
export function isEmpty(value: Value): boolean {
  if (value === null || value === "" || value === false || value === 0) return true;
  return Array.isArray(value) ? value.length === 0 : isMap(value) && value.size === 0;
}

/** Compares what exists with what is wanted by the rules of one attribute. Both may be of any type. */
export function compare(prior: Value, wanted: Value, attribute: Attribute): Outcome {
  const [before, beforeMarks] = unmark(prior);
  const [after, afterMarks] = unmark(wanted);
  const unknown = after instanceof ObjectReference ? after.whole : after;
  if (unknown instanceof Unknown) return unknownBecauseOf(unknown.cause);
  const outcome = compareUnmarked(before, after, attribute);
  if (outcome.kind === "unknown") return outcome;
  if (outcome.kind === "changed") {
    const variable = afterMarks?.fromVariableDefault ?? beforeMarks?.fromVariableDefault;
    return variable === undefined ? outcome : uncertain("variable-default", variable);
  }
  const cause = afterMarks?.mayBecomeUnknown ?? contentsOf(after).marks?.mayBecomeUnknown;
  if (cause === undefined) return outcome;
  return cause === "unknown cause" ? uncertain("opaque-expression") : mayFollowFrom(cause);
}

function compareUnmarked(before: Value, after: Value, attribute: Attribute): Outcome {
  if (before instanceof ObjectReference) return compareUnmarked(before.whole, after, attribute);
  if (after instanceof ObjectReference) return compareUnmarked(before, after.whole, attribute);
  if (before instanceof Digest) return compareDigest(before, after, attribute);
  if (before instanceof OpaqueValue || after instanceof OpaqueValue) return compareOpaque(before, after);
  if (isCollection(before) || isCollection(after)) return compareCollections(before, after, attribute);
  if (isScalar(before) && isScalar(after)) return compareScalars(before, after, attribute);
  return canonical(before) === canonical(after) ? same : uncertain("opaque-expression");
}

type Scalar = null | boolean | number | string | LongNumber;

function isScalar(value: Value): value is Scalar {
  return value === null || typeof value !== "object" || value instanceof LongNumber;
}

function isCollection(value: Value): boolean {
  return Array.isArray(value) || isMap(value);
}

function compareDigest(before: Digest, after: Value, attribute: Attribute): Outcome {
  if (matches(before, after)) return same;
  // A digest does not tell whether the provider takes two spellings of a secret for the same.
  const spelled = attribute.equivalence !== undefined || attribute.diffSuppress === true;
  if (spelled) return uncertain("secret-spelling");
  return before.opaque || after instanceof OpaqueValue ? uncertain("opaque-expression") : changed;
}

/** An opaque value is equal to itself. The identities of two objects differ, and none is empty. */
function compareOpaque(before: Value, after: Value): Outcome {
  if (before instanceof OpaqueValue && after instanceof OpaqueValue) {
    if (before.key === after.key) return same;
    const [a, b] = [before.options.identity, after.options.identity];
    const distinct = a !== undefined && a.type === b?.type && a !== b;
    return distinct ? changed : uncertain(originOf(before, after));
  }
  const [opaque, other] = before instanceof OpaqueValue ? [before, after] : [after as OpaqueValue, before];
  if (isEmpty(other)) return opaque.options.identity ? changed : doubtAbout(opaque);
  if (
    opaque.options.inherited !== undefined &&
    isScalar(other) &&
    spellingOf(other, undefined) === opaque.options.inherited
  )
    return same;
  return doubtAbout(opaque);
}

/** What exists comes first: where nobody knows it, what is wanted cannot be told from it. */
function originOf(before: OpaqueValue, after: OpaqueValue): OpaqueOrigin {
  return before.origin === "reference-or-literal" ? after.origin : before.origin;
}

function doubtAbout({ origin, key }: OpaqueValue): Outcome {
  return origin === "variable-not-set" ? uncertain(origin, key.replace(/^var\./, "")) : uncertain(origin);
}

function compareScalars(before: Scalar, after: Scalar, attribute: Attribute): Outcome {
  if (before === after) return same;
  if (isEmpty(before) && isEmpty(after))
    return attribute.distinguishesNull === true && (before === null || after === null) ? changed : same;
  const [a, b] = [spellingOf(before, attribute.type), spellingOf(after, attribute.type)];
  if (a === b) return same;
  if (attribute.equivalence?.(a, b) === true) return same;
  return attribute.diffSuppress === true ? uncertain("suppressed-difference") : changed;
}

/** One spelling for each value of a type: `"40"` is 40 where a number is wanted. */
function spellingOf(value: Scalar, type: string | undefined): string {
  if (value === null) return "";
  if (type === "number" && typeof value === "string" && value.trim() !== "") return String(Number(value));
  return String(value);
}

function compareCollections(before: Value, after: Value, attribute: Attribute): Outcome {
  if (isEmpty(before) && isEmpty(after)) return same;
  if (attribute.unordered === true) return compareSets(listOf(before), listOf(after), attribute);
  if (attribute.type?.startsWith("set(") === true)
    return compareSets(distinct(listOf(before)), distinct(listOf(after)), attribute);
  const element = elementOf(attribute);
  if (isMap(before) || isMap(after)) {
    const [a, b] = [isMap(before) ? before : new Map<string, Value>(), isMap(after) ? after : new Map<string, Value>()];
    if (!isMap(before) && !isEmpty(before)) return changed;
    const keys = [...new Set([...a.keys(), ...b.keys()])];
    return strongest(keys.map((key) => compareElements(a.get(key), b.get(key), element)));
  }
  const [a, b] = [listOf(before), listOf(after)];
  const length = Math.max(a.length, b.length);
  return strongest(Array.from({ length }, (_, index) => compareElements(a[index], b[index], element)));
}

function compareElements(before: Value | undefined, after: Value | undefined, element: Attribute): Outcome {
  if (before !== undefined && after !== undefined) return compare(before, after, element);
  const [present] = unmark(after ?? before ?? null);
  return present instanceof Unknown ? unknownBecauseOf(present.cause) : changed;
}

/** Elements that have no counterpart decide; an opaque value may be the counterpart of anything left. */
function compareSets(before: readonly Value[], after: readonly Value[], attribute: Attribute): Outcome {
  const element = elementOf(attribute);
  const left = [...before];
  const outcomes: Outcome[] = [];
  for (const wanted of after) {
    const found = left.findIndex((prior) => compare(prior, wanted, element).kind === "same");
    if (found >= 0) left.splice(found, 1);
    else outcomes.push(compareElements(isOpaque(wanted) ? left[0] : left.find(isOpaque), wanted, element));
  }
  const unmatched = left.length - outcomes.length;
  if (unmatched > 0) {
    const opaque = left.find(isOpaque);
    outcomes.push(opaque === undefined ? changed : compareElements(opaque, null, element));
  }
  return strongest(outcomes);
}

function isOpaque(value: Value): boolean {
  return unmark(value)[0] instanceof OpaqueValue;
}

function elementOf(attribute: Attribute): Attribute {
  const type = /^(?:list|set|map)\((.*)\)$/.exec(attribute.type ?? "")?.[1];
  return { ...attribute, type: type ?? "" };
}

function listOf(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}
