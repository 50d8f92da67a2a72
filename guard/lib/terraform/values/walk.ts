import { RecreationInputError } from "../errors";
import { LongNumber } from "./long-number";
import {
  Digest,
  isMap,
  joinMarks,
  listOf,
  ListValue,
  mapOf,
  MapValue,
  Marked,
  type Marks,
  ObjectReference,
  OpaqueValue,
  setOf,
  SetValue,
  Unknown,
  type Value,
} from "./value";

/** What a value and everything inside it holds. */
interface Contents {
  readonly marks: Marks | undefined;
  readonly unknown: Unknown | undefined;
  /** The first value that only the provider or the machine knows. */
  readonly opaque: OpaqueValue | undefined;
}

const nothing: Contents = { marks: undefined, unknown: undefined, opaque: undefined };
const largestValue = 1_000_000;

/**
 * Collects the marks, the first unknown and the first opaque value in a value.
 *
 * @throws RecreationInputError for a value of more than a million parts: locals that double each other reach it quickly.
 */
export function contentsOf(value: Value): Contents {
  if (value === null || (typeof value !== "object" && typeof value !== "undefined")) return nothing;
  const found: { -readonly [name in keyof Contents]: Contents[name] } = { ...nothing };
  let visited = 0;
  const visit = (part: Value): void => {
    if (++visited > largestValue) throw new RecreationInputError("an expression has a value of over a million parts");
    if (part === null || typeof part !== "object" || part instanceof LongNumber) return;
    if (part instanceof ObjectReference) visit(part.whole);
    else if (part instanceof Marked) {
      found.marks = joinMarks(found.marks, part.marks);
      visit(part.value);
    } else if (part instanceof Unknown) found.unknown ??= part;
    else if (part instanceof OpaqueValue) found.opaque ??= part;
    else if (part instanceof Digest) {
      if (part.opaque) found.opaque ??= new OpaqueValue(`secret ${part.digest}`);
    } else if (Array.isArray(part)) part.forEach(visit);
    else part.forEach(visit);
  };
  visit(value);
  return found;
}

/** @throws RecreationInputError for a value of more than a million parts. */
export function checkSize(value: Value): void {
  if (Array.isArray(value) || isMap(value) || value instanceof Marked) contentsOf(value);
}

/** The value without marks, also inside collections. */
export function unmarkDeep(value: Value): Value {
  if (value instanceof Marked) return unmarkDeep(value.value);
  if (value instanceof SetValue) return setOf(value.map(unmarkDeep), value.of);
  if (value instanceof ListValue) return listOf(value.map(unmarkDeep), value.of);
  if (value instanceof MapValue)
    return mapOf(
      [...value].map(([key, part]) => [key, unmarkDeep(part)] as const),
      value.of,
    );
  if (Array.isArray(value)) return value.map(unmarkDeep);
  if (isMap(value)) return new Map([...value].map(([key, part]) => [key, unmarkDeep(part)]));
  return value;
}

/** One text for each value, the same for equal values; opaque values appear by their key. */
export function canonical(value: Value): string {
  if (value === null) return "null";
  if (typeof value !== "object") return JSON.stringify(value);
  if (value instanceof LongNumber) return value.text;
  if (value instanceof Marked) return canonical(value.value);
  if (value instanceof ObjectReference) return canonical(value.whole);
  if (value instanceof OpaqueValue) return `<${value.key}>`;
  if (value instanceof Unknown) return `<unknown ${value.cause?.toString() ?? ""}>`;
  if (value instanceof Digest) return `<digest ${value.digest}>`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = [...value].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}

/** The values of a set: equal ones are one. */
export function distinct<T extends Value>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [canonical(value), value])).values()];
}
