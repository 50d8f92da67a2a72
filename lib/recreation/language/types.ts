import { isMap, listOf, mapOf, mark, setOf, unmark, type Value, type ValueMap } from "../values/value";
import { EvaluationError, orderedSet, toBoolean, toNumber, toText, unified } from "./convert";
import type { Expression } from "./syntax";
import { parseExpression } from "./template";

/** A type constraint of a variable. */
export type Type =
  | { readonly kind: "any" | "bool" | "number" | "string" }
  | { readonly kind: "list" | "map" | "set"; readonly of: Type }
  | { readonly kind: "object"; readonly attributes: ReadonlyMap<string, ObjectAttribute> }
  | { readonly kind: "tuple"; readonly items: readonly Type[] };

interface ObjectAttribute {
  readonly type: Type;
  readonly optional: boolean;
  /** What an absent one is. @default - null */
  readonly default?: Expression;
}

const ANY: Type = { kind: "any" };

/**
 * Reads a type constraint: `list(string)`, `object({ name = optional(string, "a") })`.
 *
 * @returns undefined for what is none, which Terraform refuses.
 */
export function parseType(text: string): Type | undefined {
  const inner = /^\$\{([^]*)\}$/.exec(text)?.[1] ?? text;
  const expression = parseExpression(inner.trim());
  return expression && typeOf(expression);
}

function typeOf(expression: Expression): Type | undefined {
  if (expression.kind === "name") {
    const { name } = expression;
    if (name === "any" || name === "bool" || name === "number" || name === "string") return { kind: name };
    // As Terraform 0.11 wrote them.
    return name === "list" || name === "map" || name === "set" ? { kind: name, of: ANY } : undefined;
  }
  if (expression.kind !== "call") return undefined;
  const [first] = expression.args;
  if (first === undefined) return undefined;
  const { name } = expression;
  if (name === "object" && first.kind === "object") return objectType(first.items);
  if (name === "tuple" && first.kind === "list") {
    const items = first.items.map(typeOf);
    return items.every((item) => item !== undefined) ? { kind: "tuple", items } : undefined;
  }
  const of = typeOf(first);
  return of !== undefined && (name === "list" || name === "map" || name === "set") ? { kind: name, of } : undefined;
}

function objectType(items: readonly (readonly [Expression, Expression])[]): Type | undefined {
  const attributes = new Map<string, ObjectAttribute>();
  for (const [key, value] of items) {
    const name = key.kind === "literal" ? String(key.value) : key.kind === "name" ? key.name : undefined;
    const attribute = attributeType(value);
    if (name === undefined || attribute === undefined) return undefined;
    attributes.set(name, attribute);
  }
  return { kind: "object", attributes };
}

function attributeType(expression: Expression): ObjectAttribute | undefined {
  const isOptional = expression.kind === "call" && expression.name === "optional";
  const [inner, otherwise] = isOptional ? expression.args : [expression];
  const type = inner && typeOf(inner);
  return type && { type, optional: isOptional, ...(otherwise === undefined ? {} : { default: otherwise }) };
}

/**
 * A value as a variable of a type has it.
 *
 * @param literal Evaluates the default of an optional attribute, which refers to nothing.
 * @throws EvaluationError for a value that Terraform refuses there
 */
export function convert(value: Value, type: Type, literal: (expression: Expression) => Value): Value {
  const [plain, marks] = unmark(value);
  if (plain === null || type.kind === "any") return value;
  // What only the provider or the machine knows has the type that it has there.
  if (typeof plain === "object" && !Array.isArray(plain) && !isMap(plain)) return value;
  const inside = (part: Value, of: Type): Value => convert(part, of, literal);
  // Elements of no stated type are given one by Terraform.
  const elements = (parts: readonly Value[], of: Type): Value[] => {
    const converted = parts.map((part) => inside(part, of));
    return of.kind === "any" ? unified(converted) : converted;
  };
  switch (type.kind) {
    case "bool":
      return mark(toBoolean(plain), marks);
    case "number":
      return mark(toNumber(plain), marks);
    case "string":
      return mark(toText(plain), marks);
    case "list":
      return mark(listOf(elements(itemsOf(plain), type.of)), marks);
    case "set":
      return mark(setOf(orderedSet(elements(itemsOf(plain), type.of))), marks);
    case "map": {
      const entries = entriesOf(plain);
      const items = elements([...entries.values()], type.of);
      return mark(mapOf([...entries.keys()].map((key, index) => [key, items[index] ?? null] as const)), marks);
    }
    case "tuple": {
      const items = itemsOf(plain);
      if (items.length !== type.items.length) throw new EvaluationError("a tuple of another length");
      return mark(
        items.map((item, index) => inside(item, type.items[index] ?? ANY)),
        marks,
      );
    }
    case "object":
      return mark(objectOf(entriesOf(plain), type.attributes, inside, literal), marks);
  }
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
function objectOf(
  given: ValueMap,
  attributes: ReadonlyMap<string, ObjectAttribute>,
  inside: (part: Value, of: Type) => Value,
  literal: (expression: Expression) => Value,
): Value {
  const result = new Map<string, Value>();
  for (const [name, attribute] of attributes) {
    const value = given.get(name);
    if (value === undefined && !attribute.optional) throw new EvaluationError(`attribute ${name} is required`);
    const isAbsent = value === undefined || unmark(value)[0] === null;
    const chosen = isAbsent && attribute.default !== undefined ? literal(attribute.default) : (value ?? null);
    result.set(name, inside(chosen, attribute.type));
  }
  return result;
}
