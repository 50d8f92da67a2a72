import { SyntaxNotUnderstood } from "./lexer";
import { ExpressionReader, readTemplate } from "./parse";
import type { Expression } from "./syntax";

/** Most templates are one reference, which needs no reader. */
const plainReference = /^\$\{([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*){1,20})\}$/;
const referenceLike = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d+\]|\["[^"\]]*"\])+/g;

/** Whether a string is more than itself to Terraform. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/** Reads a string of Terraform JSON as the template it is. What is not understood becomes an opaque expression. */
export function parseTemplate(text: string): Expression {
  if (!isTemplate(text)) return { kind: "literal", value: text };
  const reference = plainReference.exec(text)?.[1];
  if (reference !== undefined) return chainOf(reference.split("."));
  try {
    return readTemplate(text, 0, undefined, 0).expression;
  } catch (error) {
    if (!(error instanceof SyntaxNotUnderstood)) throw error;
    return { kind: "opaque", text, references: referencesInText(text) };
  }
}

/** Reads each template once: most of those of two configurations that are compared are the same. */
export class TemplateCache {
  private readonly parsed = new Map<string, Expression>();

  parse(text: string): Expression {
    let found = this.parsed.get(text);
    if (found === undefined) this.parsed.set(text, (found = parseTemplate(text)));
    return found;
  }
}

/** Reads a bare expression, such as an entry of `replace_triggered_by`; undefined when not understood. */
export function parseExpression(text: string): Expression | undefined {
  try {
    const reader = ExpressionReader.at(text, 0, 0);
    const expression = reader.expression();
    return reader.lexer.peek().type === "end" ? expression : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxNotUnderstood)) throw error;
    return undefined;
  }
}

function chainOf([root = "", ...attributes]: readonly string[]): Expression {
  return attributes.reduce<Expression>((of, name) => ({ kind: "attribute", of, name }), { kind: "name", name: root });
}

/** What looks like a reference in a text that is not understood. */
export function referencesInText(text: string): Expression[] {
  return (text.match(referenceLike) ?? []).flatMap((found) => parseExpression(found) ?? []);
}
