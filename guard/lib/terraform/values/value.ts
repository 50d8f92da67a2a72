import type { Address, Cause } from "../addresses";
import { sha256 } from "./digest";
import type { OpaqueOrigin } from "./doubt";
import type { LongNumber } from "./long-number";
import { compareStrings } from "./text";

/** What is known beside a value, carried from operands to results. */
export interface Marks {
  /** The value is, or was computed from, a secret. */
  readonly sensitive?: boolean;
  /** The instance that may be replaced, which would make this value unknown. */
  readonly mayBecomeUnknown?: Cause | "unknown cause";
  /** The variable whose default this is: a value given outside the files may override it. */
  readonly fromVariableDefault?: string;
}

/**
 * What an expression or attribute evaluates to.
 *
 * Maps of Terraform are Maps here, so that a key such as `__proto__` is a key like any other.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | LongNumber
  | Value[]
  | ValueMap
  | Unknown
  | OpaqueValue
  | Marked
  | Digest
  | ObjectReference;
export type ValueMap = Map<string, Value>;

/** A type of a value, and of what a variable takes. */
export type Type =
  | { readonly kind: "any" | "bool" | "number" | "string" }
  | { readonly kind: "list" | "map" | "set"; readonly of: Type }
  | { readonly kind: "object"; readonly attributes: ReadonlyMap<string, ObjectAttribute> }
  | { readonly kind: "tuple"; readonly items: readonly Type[] };

export interface ObjectAttribute {
  readonly type: Type;
  readonly optional: boolean;
  /** What an absent one is. @default - null */
  readonly default?: () => Value;
}

/** What may be of any type. */
export const ANY: Type = { kind: "any" };

export function isPrimitive({ kind }: Type): boolean {
  return kind === "bool" || kind === "number" || kind === "string";
}

/** A set: a list in order of its elements, whose keys, where something goes through it, are the elements themselves. */
export class SetValue extends Array<Value> {
  /** The type of its elements; undefined where they alone tell. */
  of: Type | undefined;

  /** What is made of a set element by element is a list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A list, whose elements are of one type. An array that is none of these is a tuple, as `[…]` in an expression makes it. */
export class ListValue extends Array<Value> {
  /** The type of its elements; undefined where they alone tell. */
  of: Type | undefined;

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A map, whose elements are of one type. A `Map` that is none is an object, as `{…}` in an expression makes it. */
export class MapValue extends Map<string, Value> {
  /** The type of its elements; undefined where they alone tell. */
  of: Type | undefined;
}

export function listOf(items: readonly Value[], of?: Type): ListValue {
  return filled(new ListValue(), items, of);
}

/** @param items Distinct and in order. */
export function setOf(items: readonly Value[], of?: Type): SetValue {
  return filled(new SetValue(), items, of);
}

function filled<T extends ListValue | SetValue>(collection: T, items: readonly Value[], of: Type | undefined): T {
  for (const item of items) collection.push(item);
  collection.of = of;
  return collection;
}

export function mapOf(entries: Iterable<readonly [string, Value]>, of?: Type): MapValue {
  const map = new MapValue(entries);
  map.of = of;
  return map;
}

/** What `for` and dynamic blocks go through: each element with its key; undefined for what is no collection. */
export function entriesOf(collection: Value): [Value, Value][] | undefined {
  if (collection instanceof SetValue) return Array.from(collection, (item) => [item, item]);
  if (Array.isArray(collection)) return collection.map((item, index) => [index, item]);
  return isMap(collection) ? [...collection].sort(([a], [b]) => compareStrings(a, b)) : undefined;
}

/** Known only after apply: Terraform's "unknown". */
export class Unknown {
  /** @param cause What has to be created first, where it is known. */
  constructor(readonly cause?: Cause) {}
}

interface OpaqueOptions {
  /** What the value stands for. @default "opaque-expression" */
  readonly origin?: OpaqueOrigin;
  /** Set for the identity of one managed object: two of a type are never equal, and none is empty. */
  readonly identity?: Address;
  /** What the provider would have used when the deployed configuration left the attribute out. */
  readonly inherited?: string;
}

/**
 * A value that exists but that only the provider or the machine knows: the id of a cluster that is deployed, what a data
 * source answers, a variable without a default.
 *
 * Its key is all that is known of it, and two with one key are the same value: `scaleway_vpc.a.id` before an edit and
 * `scaleway_vpc.a.id` after it. That is enough to see that nothing changed, which is the usual case, without knowing any
 * id. An operation on opaque values is opaque again, with a key made of the operation and the keys of its operands
 * (`split(/, <scaleway_k8s_cluster.a.id>)`), so that an expression which nobody edited stays the same through any number
 * of functions, and one whose operands changed does not.
 *
 * Two different keys do not say that two values differ: a reference may lead to the very text that stood there before.
 * Comparing them gives a doubt, whose reason is the origin of the value. The exception is identity: the ids of two
 * objects of one type are never equal, and never empty.
 *
 * Opaque is not unknown. What an apply will replace has no id yet (`Unknown`), and whatever depends on it certainly
 * changes; what is opaque exists and stays as it is.
 */
export class OpaqueValue {
  readonly key: string;
  readonly options: OpaqueOptions;

  /** What the value stands for. */
  get origin(): OpaqueOrigin {
    return this.options.origin ?? "opaque-expression";
  }

  constructor(key: string, options: OpaqueOptions = {}) {
    this.key = storedKey(key);
    this.options = options;
  }
}

/** A value with marks. Never nested directly in another Marked. */
export class Marked {
  constructor(
    readonly value: Unmarked,
    readonly marks: Marks,
  ) {}
}
export type Unmarked = Exclude<Value, Marked>;

/** A secret, as a salted digest: enough to tell whether it stays the same. */
export class Digest {
  /** @param opaque Whether the secret contained a part that only the provider knows. */
  constructor(
    readonly digest: string,
    readonly opaque: boolean,
    readonly salt: string,
  ) {}
}

/** One object as a whole, whose attributes are looked up only when an expression asks for them. */
export class ObjectReference {
  /**
   * @param whole What the object is where it is used as one value: opaque, or unknown.
   * @param attribute The value of one attribute.
   */
  constructor(
    readonly whole: OpaqueValue | Unknown,
    readonly attribute: (name: string) => Value,
  ) {}
}

/** Names and addresses, which everybody may read. */
const readableKey = /^[\w.[\]"-]{1,160}$/;
/** A key that was built before, as a lock has it. */
const builtKey = /^[\w.[\]"-]{0,60} [0-9a-f]{32}$/;
const readableStart = /^[\w.[\]"-]{0,60}/;

/** Other keys are built from values, secrets among them, and from other keys, which would let them grow without bound. */
function storedKey(key: string): string {
  if (readableKey.test(key) || builtKey.test(key)) return key;
  return `${readableStart.exec(key)?.[0] ?? ""} ${sha256(key).slice(0, 32)}`;
}

/** Splits a value from its marks, without looking inside collections. */
export function unmark(value: Value): [Unmarked, Marks | undefined] {
  return value instanceof Marked ? [value.value, value.marks] : [value, undefined];
}

/** The value with marks added to those it has. */
export function mark(value: Value, marks: Marks | undefined): Value {
  if (marks === undefined) return value;
  const [inner, own] = unmark(value);
  return new Marked(inner, { ...marks, ...own });
}

/** Marks of both. */
export function joinMarks(a: Marks | undefined, b: Marks | undefined): Marks | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : { ...b, ...a };
}

export function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}
