import { normalized } from "../values";
import { NotComputed } from "./errors";
import { Lexer, SyntaxNotUnderstood } from "./lexer";
import { parseNumber, valueOf } from "./number";
import { type Expression, type ForExpression, splatElement } from "./syntax";

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const deepestExpression = 60;
const longestChain = 200;

/** Binding power of each binary operator; a higher one binds tighter. */
const precedence: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

/** Recursive-descent reader of one expression inside a longer text. */
export class ExpressionReader {
  private depth = 0;

  constructor(readonly lexer: Lexer) {}

  /** @throws SyntaxNotUnderstood for what this library does not read, for nesting beyond 60 levels and for chains
   * of more than 200 operators or steps. */
  expression(): Expression {
    if (++this.depth > deepestExpression) throw new SyntaxNotUnderstood("nested too deep");
    const condition = this.binary(0);
    if (!this.lexer.accept("?")) {
      this.depth--;
      return condition;
    }
    const then = this.expression();
    this.lexer.expect(":");
    const otherwise = this.expression();
    this.depth--;
    return { kind: "conditional", if: condition, then, else: otherwise };
  }

  private binary(weakest: number): Expression {
    let left = this.unary();
    for (let links = 0; ; links++) {
      if (links > longestChain) throw new SyntaxNotUnderstood("too many operators");
      const token = this.lexer.peek();
      const power =
        token.type === "symbol" && Object.hasOwn(precedence, token.text) ? precedence[token.text] : undefined;
      if (power === undefined || power <= weakest) return left;
      this.lexer.take();
      left = { kind: "binary", operator: token.text, left, right: this.binary(power) };
    }
  }

  private unary(): Expression {
    for (const operator of ["!", "-"]) {
      if (!this.lexer.accept(operator)) continue;
      if (++this.depth > deepestExpression) throw new SyntaxNotUnderstood("nested too deep");
      const operand = this.unary();
      this.depth--;
      return { kind: "unary", operator, operand };
    }
    return this.traversal(this.primary());
  }

  private traversal(start: Expression): Expression {
    let of = start;
    for (let links = 0; ; links++) {
      if (links > longestChain) throw new SyntaxNotUnderstood("too many steps");
      if (this.lexer.accept(".")) {
        if (this.lexer.accept("*")) return this.splat(of, false);
        of = this.attribute(of);
      } else if (this.lexer.accept("[")) {
        if (this.lexer.accept("*")) {
          this.lexer.expect("]");
          return this.splat(of, true);
        }
        of = { kind: "index", of, key: this.expression() };
        this.lexer.expect("]");
      } else return of;
    }
  }

  private attribute(of: Expression): Expression {
    const token = this.lexer.take();
    if (token.type === "name") return { kind: "attribute", of, name: token.text };
    if (token.type !== "number") throw new SyntaxNotUnderstood(`expected an attribute at ${token.start}`);
    return token.text
      .split(".")
      .reduce<Expression>(
        (from, index) => ({ kind: "index", of: from, key: { kind: "literal", value: Number(index) } }),
        of,
      );
  }

  /** What follows a splat applies to each element; after `.*` only attributes do. */
  private splat(of: Expression, full: boolean): Expression {
    let each: Expression = { kind: "name", name: splatElement };
    const rest: Expression[] = [];
    while (this.lexer.is(".") || (full && this.lexer.is("["))) {
      if (this.lexer.accept(".")) each = this.attribute(each);
      else {
        this.lexer.expect("[");
        rest.push(this.expression());
        this.lexer.expect("]");
        each = { kind: "index", of: each, key: rest[rest.length - 1] ?? each };
      }
    }
    return this.traversal({ kind: "splat", of, each });
  }

  private primary(): Expression {
    const token = this.lexer.peek();
    if (token.type === "number") return numberNode(this.lexer.take().text);
    if (token.type === "quote") return this.quoted();
    if (token.type === "name") return this.named();
    if (this.lexer.accept("(")) {
      const inner = this.expression();
      this.lexer.expect(")");
      return inner;
    }
    if (this.lexer.accept("[")) return this.lexer.is("for") ? this.forExpression("]") : this.list();
    if (this.lexer.accept("{")) return this.lexer.is("for") ? this.forExpression("}") : this.object();
    throw new SyntaxNotUnderstood(`unexpected ${token.text} at ${token.start}`);
  }

  private quoted(): Expression {
    const start = this.lexer.take().end;
    const { expression, end } = readTemplate(this.lexer.text, start, '"', this.depth);
    this.lexer.jump(end);
    return expression;
  }

  private named(): Expression {
    const name = this.lexer.name();
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    if (!this.lexer.is("(")) return { kind: "name", name };
    this.lexer.take();
    const args: Expression[] = [];
    let expand = false;
    while (!this.lexer.accept(")")) {
      args.push(this.expression());
      expand = this.lexer.accept("...");
      if (!this.lexer.is(")")) this.lexer.expect(",");
    }
    return { kind: "call", name, args, expand };
  }

  private list(): Expression {
    const items: Expression[] = [];
    while (!this.lexer.accept("]")) {
      items.push(this.expression());
      if (!this.lexer.is("]")) this.lexer.expect(",");
    }
    return { kind: "list", items };
  }

  private object(): Expression {
    const items: (readonly [Expression, Expression])[] = [];
    while (!this.lexer.accept("}")) {
      const key = this.expression();
      if (!this.lexer.accept("=")) this.lexer.expect(":");
      items.push([key.kind === "name" ? { kind: "literal", value: key.name } : key, this.expression()]);
      this.lexer.accept(",");
    }
    return { kind: "object", items };
  }

  private forExpression(close: "]" | "}"): ForExpression {
    this.lexer.expect("for");
    const first = this.lexer.name();
    const second = this.lexer.accept(",") ? this.lexer.name() : undefined;
    this.lexer.expect("in");
    const collection = this.expression();
    this.lexer.expect(":");
    const head = this.expression();
    const value = close === "}" && this.lexer.accept("=>") ? this.expression() : undefined;
    if (close === "}" && value === undefined) throw new SyntaxNotUnderstood("an object needs key => value");
    const group = this.lexer.accept("...");
    const condition = this.lexer.accept("if") ? this.expression() : undefined;
    this.lexer.expect(close);
    return {
      kind: "for",
      ...(second === undefined ? {} : { keyName: first }),
      valueName: second ?? first,
      in: collection,
      ...(value === undefined ? {} : { key: head }),
      value: value ?? head,
      ...(condition === undefined ? {} : { condition }),
      group,
    };
  }

  /** Continues the count of levels of the text around this expression. */
  static at(text: string, position: number, depth: number): ExpressionReader {
    const reader = new ExpressionReader(new Lexer(text, position));
    reader.depth = depth + 1;
    return reader;
  }
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
    if (plain !== "") parts.push({ kind: "literal", value: normalized(plain) });
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
      const { character, length } = escapeAt(text, position);
      plain += character;
      position += length;
    } else {
      plain += char;
      position++;
    }
  }
  flush();
  const end = quote === undefined ? position : position + 1;
  return { expression: joined(parts), end };
}

const codePoint = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

function escapeAt(text: string, position: number): { character: string; length: number } {
  const plain = escapes[text[position + 1] ?? ""];
  if (plain !== undefined) return { character: plain, length: 2 };
  codePoint.lastIndex = position;
  const [whole = "", short, long = ""] = codePoint.exec(text) ?? [];
  const code = Number.parseInt(short ?? long, 16);
  if (!(code <= 0x10ffff)) throw new SyntaxNotUnderstood("escape");
  return { character: String.fromCodePoint(code), length: whole.length };
}

/** A single interpolation keeps the type of its value. */
function joined(parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (only === undefined) return { kind: "literal", value: "" };
  return parts.length === 1 ? only : { kind: "template", parts };
}

/** A number with more digits than anybody writes is left to be compared by its text. */
function numberNode(text: string): Expression {
  try {
    return { kind: "literal", value: valueOf(parseNumber(text)) };
  } catch (error) {
    if (!(error instanceof NotComputed)) throw error;
    return { kind: "opaque", text, references: [] };
  }
}
