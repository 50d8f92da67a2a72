import { ANY, type ObjectAttribute, type Type, type Value } from "../values";
import type { Expression } from "./syntax";
import { parseExpression } from "./template";

type Literal = (expression: Expression) => Value;

/**
 * Reads a type constraint: `list(string)`, `object({ name = optional(string, "a") })`.
 *
 * @param literal Evaluates the default of an optional attribute.
 * @returns undefined for what is none, which Terraform refuses.
 */
export function parseType(text: string, literal: Literal): Type | undefined {
  const inner = /^\$\{([^]*)\}$/.exec(text)?.[1] ?? text;
  const expression = parseExpression(inner.trim());
  return expression && typeOf(expression, literal);
}

function typeOf(expression: Expression, literal: Literal): Type | undefined {
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
  if (name === "object" && first.kind === "object") return objectType(first.items, literal);
  if (name === "tuple" && first.kind === "list") {
    const items = first.items.map((item) => typeOf(item, literal));
    return items.every((item) => item !== undefined) ? { kind: "tuple", items } : undefined;
  }
  const of = typeOf(first, literal);
  return of !== undefined && (name === "list" || name === "map" || name === "set") ? { kind: name, of } : undefined;
}

function objectType(items: readonly (readonly [Expression, Expression])[], literal: Literal): Type | undefined {
  const attributes = new Map<string, ObjectAttribute>();
  for (const [key, value] of items) {
    const name =
      key.kind === "literal" && typeof key.value === "string" ? key.value : key.kind === "name" ? key.name : undefined;
    const attribute = attributeType(value, literal);
    if (name === undefined || attribute === undefined) return undefined;
    attributes.set(name, attribute);
  }
  return { kind: "object", attributes };
}

function attributeType(expression: Expression, literal: Literal): ObjectAttribute | undefined {
  const isOptional = expression.kind === "call" && expression.name === "optional";
  const [inner, otherwise] = isOptional ? expression.args : [expression];
  const type = inner && typeOf(inner, literal);
  return (
    type && { type, optional: isOptional, ...(otherwise === undefined ? {} : { default: () => literal(otherwise) }) }
  );
}
