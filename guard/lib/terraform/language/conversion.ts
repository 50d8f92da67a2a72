import {
  ANY,
  isMap,
  isPrimitive,
  listOf,
  ListValue,
  mapOf,
  MapValue,
  mark,
  type ObjectAttribute,
  setOf,
  SetValue,
  type Type,
  unmark,
  type Value,
  type ValueMap,
} from "../values";
import { isNumber, toBoolean, toNumber, toTerraformString } from "./convert";
import { EvaluationError } from "./errors";
import { orderedSet } from "./set-order";
import { typeOf, unify } from "./unify";

/**
 * A value as Terraform converts it to a type.
 *
 * @throws EvaluationError for a value that it refuses there
 */
export function convert(value: Value, type: Type): Value {
  const [plain, marks] = unmark(value);
  if (plain === null || type.kind === "any") return value;
  // What only the provider or the machine knows has the type that it has there.
  if (typeof plain === "object" && !Array.isArray(plain) && !isMap(plain) && !isNumber(plain)) return value;
  return mark(convertUnmarked(plain, type), marks);
}

function convertUnmarked(value: Value, type: Type): Value {
  switch (type.kind) {
    case "any":
      return value;
    case "bool":
      return toBoolean(value);
    case "number":
      return toNumber(value);
    case "string":
      return toTerraformString(value);
    case "list": {
      const { items, of } = elements(itemsOf(value), type.of, ownType(value));
      return listOf(items, of);
    }
    case "set": {
      const { items, of } = elements(itemsOf(value), type.of, ownType(value));
      return setOf(orderedSet(items), of);
    }
    case "map": {
      const entries = [...entriesOf(value)];
      const { items, of } = elements(
        entries.map(([, item]) => item),
        type.of,
        ownType(value),
      );
      return mapOf(
        entries.map(([key], index) => [key, items[index] ?? null] as const),
        of,
      );
    }
    case "tuple": {
      const items = itemsOf(value);
      if (items.length !== type.items.length) throw new EvaluationError("a tuple of another length");
      return items.map((item, index) => convert(item, type.items[index] ?? ANY));
    }
    case "object":
      return objectOf(entriesOf(value), type.attributes);
  }
}

/** Elements of no declared type keep theirs, or are given one. */
function elements(parts: readonly Value[], type: Type, own: Type | undefined): { items: Value[]; of: Type } {
  const of = type.kind === "any" ? (own ?? unify(parts.map(typeOf))) : type;
  if (type.kind !== "any" && own !== undefined) checkConvertible(own, type);
  return { items: parts.map((part) => convert(part, of)), of };
}

function ownType(value: Value): Type | undefined {
  return value instanceof ListValue || value instanceof SetValue || value instanceof MapValue ? value.of : undefined;
}

/** A list of strings is none of lists even when it is empty. */
function checkConvertible(from: Type, to: Type): void {
  const kinds = [from.kind, to.kind];
  const differ = isPrimitive(from) !== isPrimitive(to) || (kinds.includes("number") && kinds.includes("bool"));
  if (from.kind !== "any" && differ) throw new EvaluationError("elements of another type");
}

function itemsOf(value: Value): Value[] {
  if (Array.isArray(value)) return Array.from(value);
  throw new EvaluationError("a list is required");
}

function entriesOf(value: Value): ValueMap {
  if (isMap(value)) return value;
  throw new EvaluationError("an object is required");
}

/** Attributes that the type does not have are dropped, and those that are absent or null get their defaults. */
function objectOf(given: ValueMap, attributes: ReadonlyMap<string, ObjectAttribute>): Value {
  const result = new Map<string, Value>();
  for (const [name, attribute] of attributes) {
    const value = given.get(name);
    if (value === undefined && !attribute.optional) throw new EvaluationError(`attribute ${name} is required`);
    const isAbsent = value === undefined || unmark(value)[0] === null;
    const chosen = isAbsent && attribute.default !== undefined ? attribute.default() : (value ?? null);
    result.set(name, convert(chosen, attribute.type));
  }
  return result;
}
