import { SyntaxNotUnderstood } from "./lexer";
import { ExpressionReader } from "./parse";
import type { Expression } from "./syntax";

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
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
    return { kind: "opaque", text, references: referencesIn(text) };
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

function referencesIn(text: string): Expression[] {
  return (text.match(referenceLike) ?? []).flatMap((found) => parseExpression(found) ?? []);
}

/** Reads literal text and interpolations up to the closing quote, or to the end of the text. */
export function readTemplate(
  text: string,
  start: number,
  quote: '"' | undefined,
  depth: number,
): { expression: Expression; end: number } {
  const parts: Expression[] = [];
  let plain = "";
  let position = start;
  const flush = (): void => {
    if (plain !== "") parts.push({ kind: "literal", value: plain });
    plain = "";
  };
  for (;;) {
    const char = text[position];
    if (char === undefined) {
      if (quote !== undefined) throw new SyntaxNotUnderstood("unclosed string");
      break;
    }
    if (char === quote) break;
    const pair = text.slice(position, position + 3);
    if (pair === "$${" || pair === "%%{") {
      plain += pair.slice(1);
      position += 3;
    } else if (pair.startsWith("${")) {
      flush();
      const reader = ExpressionReader.at(text, position + 2, depth);
      parts.push(reader.expression());
      position = reader.lexer.expect("}").end;
    } else if (pair.startsWith("%{")) {
      throw new SyntaxNotUnderstood("template directives");
    } else if (quote !== undefined && char === "\\") {
      const escape = escapes[text[position + 1] ?? ""];
      if (escape === undefined) throw new SyntaxNotUnderstood("escape");
      plain += escape;
      position += 2;
    } else {
      plain += char;
      position++;
    }
  }
  flush();
  const end = quote === undefined ? position : position + 1;
  return { expression: joined(parts), end };
}

/** A single interpolation keeps the type of its value. */
function joined(parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (only === undefined) return { kind: "literal", value: "" };
  return parts.length === 1 ? only : { kind: "template", parts };
}
