import { NotComputed } from "./errors";
import { Lexer, SyntaxNotUnderstood } from "./lexer";
import { parseNumber, valueOf } from "./number";
import { type Expression, type ForExpression, splatElement } from "./syntax";
import { type TemplateEnd, type TemplatePart, TemplatePartsReader } from "./template-parts";
import { expressionOf, withoutIndentation } from "./template-tree";

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
        if (this.lexer.accept("*")) return this.attributeSplat(of);
        of = this.attribute(of);
      } else if (this.lexer.accept("[")) {
        if (this.lexer.accept("*")) {
          this.lexer.expect("]");
          return this.fullSplat(of);
        }
        of = { kind: "index", of, key: this.within("]", () => this.expression()) };
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

  /** All that follows `[*]` applies to each element, other splats included. */
  private fullSplat(of: Expression): Expression {
    if (++this.depth > deepestExpression) throw new SyntaxNotUnderstood("nested too deep");
    const each = this.traversal({ kind: "name", name: splatElement });
    this.depth--;
    return { kind: "splat", of, each };
  }

  /** After `.*`, only attributes apply to each element. */
  private attributeSplat(of: Expression): Expression {
    let each: Expression = { kind: "name", name: splatElement };
    while (this.lexer.accept(".")) each = this.attribute(each);
    return this.traversal({ kind: "splat", of, each });
  }

  /** Reads up to a closing bracket, between which newlines are spaces. */
  private within<T>(close: string, read: () => T): T {
    const before = this.lexer.setNewlines(false);
    const found = read();
    this.lexer.expect(close);
    this.lexer.setNewlines(before);
    return found;
  }

  private primary(): Expression {
    const token = this.lexer.peek();
    if (token.type === "number") return numberNode(this.lexer.take().text);
    if (token.type === "quote") return this.quoted();
    if (token.type === "heredoc") return this.heredoc();
    if (token.type === "name") return this.named();
    if (this.lexer.accept("(")) return this.within(")", () => this.expression());
    if (this.lexer.accept("["))
      return this.within("]", () => (this.lexer.is("for") ? this.forExpression("]") : this.list()));
    if (this.lexer.accept("{"))
      return this.within("}", () => (this.lexer.is("for") ? this.forExpression("}") : this.object()));
    throw new SyntaxNotUnderstood(`unexpected ${token.text} at ${token.start}`);
  }

  private quoted(): Expression {
    const start = this.lexer.take().end;
    const { expression, end } = readTemplate(this.lexer.text, start, '"', this.depth);
    this.lexer.jump(end);
    return expression;
  }

  private heredoc(): Expression {
    const { text, end: start } = this.lexer.take();
    const [, flush, marker = ""] = /^<<(-?)(.*?)\r?\n$/su.exec(text) ?? [];
    const { parts, end } = partsOf(this.lexer.text, start, { marker }, this.depth);
    this.lexer.jump(end);
    return expressionOf(flush === "-" ? withoutIndentation(parts) : parts);
  }

  private named(): Expression {
    const name = this.lexer.name();
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    if (!this.lexer.is("(")) return { kind: "name", name };
    this.lexer.take();
    return this.within(")", () => this.callOf(name));
  }

  private callOf(name: string): Expression {
    const args: Expression[] = [];
    let expand = false;
    while (!this.lexer.is(")")) {
      args.push(this.expression());
      expand = this.lexer.accept("...");
      if (expand) break;
      if (!this.lexer.is(")")) this.lexer.expect(",");
    }
    return { kind: "call", name, args, expand };
  }

  private list(): Expression {
    const items: Expression[] = [];
    while (!this.lexer.is("]")) {
      items.push(this.expression());
      if (!this.lexer.is("]")) this.lexer.expect(",");
    }
    return { kind: "list", items };
  }

  /** Entries are separated by newlines, so that an expression in one of them ends with its line. */
  private object(): Expression {
    const items: (readonly [Expression, Expression])[] = [];
    this.lexer.setNewlines(true);
    for (;;) {
      while (this.lexer.peek().type === "newline") this.lexer.take();
      if (this.lexer.is("}")) return { kind: "object", items };
      const key = this.objectKey();
      if (!this.lexer.accept("=")) this.lexer.expect(":");
      items.push([key, this.expression()]);
      if (this.lexer.is("}")) return { kind: "object", items };
      if (this.lexer.peek().type === "newline") this.lexer.take();
      else this.lexer.expect(",");
    }
  }

  /** A bare word is a key; what stands in parentheses is computed. */
  private objectKey(): Expression {
    const isBare = this.lexer.peek().type === "name";
    const { start } = this.lexer.peek();
    const key = this.expression();
    if (!isBare) return key;
    if (key.kind === "name") return { kind: "literal", value: key.name };
    if (key.kind === "literal") return { kind: "literal", value: String(key.value) };
    if (key.kind === "attribute") throw new SyntaxNotUnderstood(`an ambiguous key at ${start}`);
    return key;
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
    if (close === "]" && group) throw new SyntaxNotUnderstood("a list has no groups");
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

/** Reads a template up to the closing quote, or to the end of the text. */
export function readTemplate(
  text: string,
  start: number,
  quote: '"' | undefined,
  depth: number,
): { expression: Expression; end: number } {
  const { parts, end } = partsOf(text, start, quote === undefined ? "end of text" : "quote", depth);
  return { expression: expressionOf(parts), end };
}

function partsOf(
  text: string,
  start: number,
  until: TemplateEnd,
  depth: number,
): { parts: TemplatePart[]; end: number } {
  return new TemplatePartsReader(text, start, until, (position) => ExpressionReader.at(text, position, depth)).read();
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
