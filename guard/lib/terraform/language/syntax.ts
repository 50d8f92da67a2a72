import type { LongNumber } from "../values";

/** One node of Terraform's expression language, as far as this library reads it. */
export type Expression =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string | LongNumber }
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  | { readonly kind: "index"; readonly of: Expression; readonly key: Expression }
  | { readonly kind: "splat"; readonly of: Expression; readonly each: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]; readonly expand: boolean }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | ConditionalExpression
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly items: readonly (readonly [Expression, Expression])[] }
  | ForExpression
  | { readonly kind: "join"; readonly of: ForExpression }
  | { readonly kind: "opaque"; readonly text: string; readonly references: readonly Expression[] };

export interface ConditionalExpression {
  readonly kind: "conditional";
  readonly if: Expression;
  readonly then: Expression;
  readonly else: Expression;
}

export interface ForExpression {
  readonly kind: "for";
  readonly keyName?: string;
  readonly valueName: string;
  readonly in: Expression;
  /** Present when the result is an object. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `...` after the value: several values under one key. */
  readonly group: boolean;
}

/** The name a splat's element has inside its `each` expression; no identifier can be spelled like it. */
export const splatElement = "*";

/** Every reference in an expression: the longest chains of names, attributes and constant keys. */
export function referencesOf(expression: Expression): Expression[] {
  const found: Expression[] = [];
  const visit = (node: Expression, bound: ReadonlySet<string>): void => {
    if (isChain(node)) {
      if (!bound.has(rootOf(node))) found.push(node);
      return;
    }
    const inside = node.kind === "for" ? new Set([...bound, node.valueName, node.keyName ?? node.valueName]) : bound;
    for (const child of childrenOf(node)) visit(child, node.kind === "for" && child === node.in ? bound : inside);
  };
  visit(expression, new Set());
  return found;
}

/** Every node of an expression, itself included. */
export function* nodesOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* nodesOf(child);
}

/** The first name of a reference. */
export function rootOf(chain: Expression): string {
  if (chain.kind === "attribute" || chain.kind === "index") return rootOf(chain.of);
  return chain.kind === "name" ? chain.name : "";
}

function isChain(node: Expression): boolean {
  if (node.kind === "name") return node.name !== splatElement;
  if (node.kind === "attribute") return isChain(node.of);
  return node.kind === "index" && node.key.kind === "literal" && isChain(node.of);
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "template":
      return node.parts;
    case "attribute":
      return [node.of];
    case "index":
      return [node.of, node.key];
    case "splat":
      return [node.of, node.each];
    case "join":
      return [node.of];
    case "call":
      return node.args;
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.if, node.then, node.else];
    case "list":
      return node.items;
    case "object":
      return node.items.flat();
    case "for":
      return [node.in, node.value, ...(node.key ? [node.key] : []), ...(node.condition ? [node.condition] : [])];
    case "opaque":
      return node.references;
  }
}
