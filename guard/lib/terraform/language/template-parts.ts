import { withoutLeadingSpace, withoutOuterSpace, withoutTrailingSpace } from "./functions/characters";
import { type Lexer, SyntaxNotUnderstood } from "./lexer";
import type { Expression } from "./syntax";

/** A piece of a template: literal text, what stands in `${}`, or a directive in `%{}`. */
export type TemplatePart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "interpolation"; readonly expression: Expression }
  | { readonly kind: "if"; readonly condition: Expression }
  | { readonly kind: "for"; readonly keyName?: string; readonly valueName: string; readonly in: Expression }
  | { readonly kind: "else" | "endif" | "endfor" };

/** Reads what stands in a template between braces. */
export interface SequenceReader {
  readonly lexer: Lexer;
  expression(): Expression;
}

/** Where a template ends. */
export type TemplateEnd = "end of text" | "quote" | { readonly marker: string };

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const codePoint = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

/**
 * Splits a template into its parts as HCL does: outside of quotes, each line of a text is a part of its own, and a strip
 * marker takes the white space of one part only.
 */
export class TemplatePartsReader {
  private readonly parts: TemplatePart[] = [];
  private stripsNext = false;
  private isLineStart = true;

  /** @param open Reads what follows a position. */
  constructor(
    private readonly text: string,
    private position: number,
    private readonly end: TemplateEnd,
    private readonly open: (position: number) => SequenceReader,
  ) {}

  /** @throws SyntaxNotUnderstood for a template that is not closed, and for what HCL splits in ways of its own */
  read(): { parts: TemplatePart[]; end: number } {
    for (;;) {
      const end = this.endHere();
      if (end !== undefined) return { parts: this.parts, end };
      const opened = this.text.slice(this.position, this.position + 2);
      if (opened === "${" || opened === "%{") this.sequence(opened);
      else this.literal();
    }
  }

  /** The position after the end, where it is here. */
  private endHere(): number | undefined {
    const isOver = this.position >= this.text.length;
    if (this.end === "end of text") return isOver ? this.position : undefined;
    if (isOver) throw new SyntaxNotUnderstood("unclosed string");
    if (this.end === "quote") return this.text[this.position] === '"' ? this.position + 1 : undefined;
    if (!this.isLineStart) return undefined;
    const newline = this.text.indexOf("\n", this.position);
    if (newline < 0) throw new SyntaxNotUnderstood("unclosed heredoc");
    const isMarker = withoutOuterSpace(this.text.slice(this.position, newline)) === this.end.marker;
    // The newline after the marker ends the attribute in which the heredoc stands.
    return isMarker ? newline : undefined;
  }

  private literal(): void {
    const { text, end } = this.end === "quote" ? this.quotedText() : this.lineOfText();
    const kept = this.stripsNext ? withoutLeadingSpace(text) : text;
    this.stripsNext = false;
    this.parts.push({ kind: "literal", text: kept });
    this.position = end;
    this.isLineStart = text.endsWith("\n");
  }

  private quotedText(): { text: string; end: number } {
    let found = "";
    let at = this.position;
    while (!this.isSequence(at) && this.text[at] !== '"') {
      const character = this.text[at];
      if (character === undefined || character === "\n" || character === "\r")
        throw new SyntaxNotUnderstood("unclosed string");
      const read = character === "\\" ? escapeAt(this.text, at) : this.characterAt(at);
      found += read.character;
      at += read.length;
    }
    return { text: found, end: at };
  }

  private lineOfText(): { text: string; end: number } {
    let found = "";
    let at = this.position;
    while (at < this.text.length && !this.isSequence(at)) {
      const { character, length } = this.characterAt(at);
      found += character;
      at += length;
      if (character === "\n") break;
      if (character === "\r" && this.text[at] !== "\n") throw new SyntaxNotUnderstood("a carriage return in a line");
    }
    return { text: found, end: at };
  }

  private isSequence(at: number): boolean {
    return (this.text[at] === "$" || this.text[at] === "%") && this.text[at + 1] === "{";
  }

  private characterAt(at: number): { character: string; length: number } {
    const three = this.text.slice(at, at + 3);
    if (three === "$${" || three === "%%{") return { character: three.slice(1), length: 3 };
    return { character: this.text[at] ?? "", length: 1 };
  }

  private sequence(opened: string): void {
    const strips = this.text[this.position + 2] === "~";
    if (strips) this.stripBefore();
    this.stripsNext = false;
    this.isLineStart = false;
    const reader = this.open(this.position + (strips ? 3 : 2));
    this.parts.push(opened === "${" ? { kind: "interpolation", expression: reader.expression() } : directiveOf(reader));
    this.stripsNext = reader.lexer.is("~}");
    this.position = reader.lexer.expect(this.stripsNext ? "~}" : "}").end;
  }

  private stripBefore(): void {
    const last = this.parts.at(-1);
    if (last?.kind !== "literal") return;
    const text = withoutTrailingSpace(last.text);
    // HCL makes a part of such a sign and the character after it.
    if (text !== last.text && /[$%]$/.test(text)) throw new SyntaxNotUnderstood("a sign before a strip marker");
    this.parts[this.parts.length - 1] = { kind: "literal", text };
  }
}

function directiveOf(reader: SequenceReader): TemplatePart {
  const { lexer } = reader;
  const keyword = lexer.name();
  switch (keyword) {
    case "if":
      return { kind: "if", condition: reader.expression() };
    case "for": {
      const first = lexer.name();
      const second = lexer.accept(",") ? lexer.name() : undefined;
      lexer.expect("in");
      const names = second === undefined ? { valueName: first } : { keyName: first, valueName: second };
      return { kind: "for", ...names, in: reader.expression() };
    }
    case "else":
    case "endif":
    case "endfor":
      return { kind: keyword };
    default:
      throw new SyntaxNotUnderstood(`directive ${keyword}`);
  }
}

function escapeAt(text: string, position: number): { character: string; length: number } {
  const plain = escapes[text[position + 1] ?? ""];
  if (plain !== undefined) return { character: plain, length: 2 };
  codePoint.lastIndex = position;
  const [whole = "", short, long = ""] = codePoint.exec(text) ?? [];
  const code = Number.parseInt(short ?? long, 16);
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw new SyntaxNotUnderstood("escape");
  return { character: String.fromCodePoint(code), length: whole.length };
}
