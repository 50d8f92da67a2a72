import {
  ANY,
  isMap,
  isPrimitive,
  ListValue,
  MapValue,
  type ObjectAttribute,
  SetValue,
  type Type,
  unmark,
  type Value,
} from "../values";
import { isNumber } from "./convert";
import { EvaluationError, NotComputed } from "./errors";

/** The type of null, which is not that of what only the provider or the machine knows. */
const NULL: Type = { kind: "any" };

/** The type of a value; of null, and of what only the provider or the machine knows, it does not show. */
export function typeOf(value: Value): Type {
  const [plain] = unmark(value);
  if (plain === null) return NULL;
  if (typeof plain === "string") return { kind: "string" };
  if (typeof plain === "boolean") return { kind: "bool" };
  if (isNumber(plain)) return { kind: "number" };
  if (plain instanceof ListValue) return { kind: "list", of: plain.of ?? elementType(plain) };
  if (plain instanceof SetValue) return { kind: "set", of: plain.of ?? elementType(plain) };
  if (Array.isArray(plain)) return { kind: "tuple", items: plain.map(typeOf) };
  if (!isMap(plain)) return ANY;
  if (plain instanceof MapValue) return { kind: "map", of: plain.of ?? elementType([...plain.values()]) };
  return {
    kind: "object",
    attributes: new Map([...plain].map(([key, part]) => [key, attribute(typeOf(part))] as const)),
  };
}

/** Elements of one type, of which some may not show theirs. */
function elementType(items: readonly Value[]): Type {
  return unify(items.map(typeOf));
}

function attribute(type: Type): ObjectAttribute {
  return { type, optional: false };
}

/**
 * The type to which Terraform converts values of several types.
 *
 * @throws EvaluationError where there is none
 */
export function unify(types: readonly Type[]): Type {
  const known = types.filter(({ kind }) => kind !== "any");
  if (known.length === types.length) return unifyKnown(types, known);
  try {
    return unifyKnown(types, known);
  } catch (error) {
    // What does not show its type may be what makes the others fit.
    if (error instanceof EvaluationError) throw new NotComputed(error.message);
    throw error;
  }
}

function unifyKnown(types: readonly Type[], known: readonly Type[]): Type {
  const [first] = known;
  if (first === undefined) return ANY;
  const kinds = new Set(known.map(({ kind }) => kind));
  const only = (...allowed: readonly Type["kind"][]): boolean => [...kinds].every((kind) => allowed.includes(kind));
  if (only("bool", "number", "string")) return primitive(kinds, first);
  if (known.length > 1 && types.includes(NULL)) throw new NotComputed("the type of collections and null");
  if (only("tuple")) return tuples(known.filter(isTuple));
  if (only("object")) return objects(known.filter(isObject));
  if (only("list", "tuple")) return { kind: "list", of: common(known) };
  if (only("map", "object")) return { kind: "map", of: common(known) };
  if (only("set")) return { kind: "set", of: common(known) };
  if (only("list", "set", "tuple")) throw new NotComputed("the type of a list and a set");
  throw new EvaluationError("types that have none in common");
}

/** The type of the elements of collections. Whether one of no declared type fits collections of collections is for Terraform to say. */
function common(types: readonly Type[]): Type {
  const of = unify(types.flatMap(partsOf));
  const isOpen = types.some((type) => "of" in type && type.of.kind === "any");
  if (isOpen && of.kind !== "any" && !isPrimitive(of)) throw new NotComputed("elements of no declared type");
  return of;
}

function primitive(kinds: ReadonlySet<Type["kind"]>, first: Type): Type {
  if (kinds.size === 1) return first;
  if (kinds.has("string")) return { kind: "string" };
  throw new EvaluationError("a number and a bool have no type in common");
}

function tuples(types: readonly (Type & { kind: "tuple" })[]): Type {
  const length = types[0]?.items.length ?? 0;
  const isOneLength = types.every(({ items }) => items.length === length);
  if (!isOneLength && types.some(({ items }) => items.includes(NULL)))
    throw new NotComputed("the type of tuples with null");
  if (!isOneLength) return { kind: "list", of: unify(types.flatMap(partsOf)) };
  return {
    kind: "tuple",
    items: Array.from({ length }, (_, index) => unify(types.map(({ items }) => items[index] ?? ANY))),
  };
}

function objects(types: readonly (Type & { kind: "object" })[]): Type {
  const names = new Set(types.flatMap(({ attributes }) => [...attributes.keys()]));
  const isSame = types.every(({ attributes }) => attributes.size === names.size);
  if (!isSame) return { kind: "map", of: unify(types.flatMap(partsOf)) };
  return {
    kind: "object",
    attributes: new Map(
      [...names].map(
        (name) => [name, attribute(unify(types.map((each) => each.attributes.get(name)?.type ?? ANY)))] as const,
      ),
    ),
  };
}

function partsOf(type: Type): readonly Type[] {
  if (type.kind === "tuple") return type.items;
  if (type.kind === "object") return [...type.attributes.values()].map((each) => each.type);
  return "of" in type ? [type.of] : [];
}

function isTuple(type: Type): type is Type & { kind: "tuple" } {
  return type.kind === "tuple";
}

function isObject(type: Type): type is Type & { kind: "object" } {
  return type.kind === "object";
}
