import { compareStrings, isMap, type Value } from "../../values";
import { isNumber } from "../convert";
import { NotComputed } from "../errors";
import { textOf } from "../number";

const INDENT = 2;
const WIDTH = 80;
const LONGEST_KEY = 128;

const escapes: Readonly<Record<string, string>> = {
  ...{ "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e" },
  ...{ '"': '"', "\\": "\\", "\u0085": "N", "\u2028": "L", "\u2029": "P" },
};
const lineBreak = /[\r\n\u0085\u2028\u2029]/;
/** What is written as it is. */
const printable = /^[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/;

/** What `yamlencode` makes of a value, in the way of the library that Terraform uses, which is libyaml's. */
export function yamlOf(value: Value): string {
  const writer = new YamlWriter();
  writer.document(value);
  return writer.text;
}

class YamlWriter {
  text = "";
  private column = 0;
  /** Whether the last character written is white space, and whether only indentation is in the line. */
  private isSpaced = true;
  private isIndented = true;
  /** Whether the document has to be closed for its last text to end. */
  private isOpenEnded = false;

  document(value: Value): void {
    this.node(value, -1, false);
    if (!isCollection(value) && typeof value !== "string") this.isOpenEnded = true;
    this.indent(0);
    if (!this.isOpenEnded) return;
    this.indicator("...", { needsSpace: true });
    this.indent(0);
  }

  private node(value: Value, indent: number, inMapping: boolean): void {
    if (Array.isArray(value)) this.sequence(value, indent, inMapping);
    else if (isMap(value)) this.mapping(value, indent);
    else if (typeof value === "string") this.string(value, indent < 0 ? INDENT : indent + INDENT);
    else this.plain(value === null ? "null" : isNumber(value) ? textOf(value) : JSON.stringify(value));
  }

  private sequence(items: readonly Value[], outer: number, inMapping: boolean): void {
    if (items.length === 0) {
      this.indicator("[", { needsSpace: true, isSpace: true });
      this.indicator("]");
      return;
    }
    const isIndentless = inMapping && !this.isIndented;
    const indent = outer < 0 ? 0 : isIndentless ? outer : outer + INDENT;
    for (const item of items) {
      this.indent(indent);
      this.indicator("-", { needsSpace: true, keepsIndentation: true });
      this.node(item, indent, false);
    }
  }

  private mapping(map: ReadonlyMap<string, Value>, outer: number): void {
    if (map.size === 0) {
      this.indicator("{", { needsSpace: true, isSpace: true });
      this.indicator("}");
      return;
    }
    const indent = outer < 0 ? 0 : outer + INDENT;
    for (const key of [...map.keys()].sort(compareStrings)) {
      if (lineBreak.test(key) || Buffer.byteLength(key) > LONGEST_KEY) throw new NotComputed("a key of several lines");
      this.indent(indent);
      this.quoted(key, undefined);
      this.indicator(":");
      this.node(map.get(key) ?? null, indent, true);
    }
  }

  private string(text: string, indent: number): void {
    const isSpecial = Array.from(text).some((character) => !printable.test(character));
    const isBlock = text.includes("\n") && !isSpecial && !/ $| [\n\u0085\u2028\u2029]/.test(text);
    if (isBlock) this.block(text, indent);
    else this.quoted(text, indent);
  }

  private plain(text: string): void {
    if (!this.isSpaced) this.put(" ");
    this.put(text);
    this.isSpaced = false;
    this.isIndented = false;
  }

  /** @param indent Where it goes on in a line of its own, once it is too long. @default - it stays in one line */
  private quoted(text: string, indent: number | undefined): void {
    this.indicator('"', { needsSpace: true });
    const characters = Array.from(text);
    let afterSpace = false;
    for (const [index, character] of characters.entries()) {
      const isLong = indent !== undefined && !afterSpace && this.column > WIDTH;
      if (character === " " && isLong && index > 0 && index < characters.length - 1) {
        this.indent(indent);
        if (characters[index + 1] === " ") this.put("\\");
      } else this.put(isEscaped(character) ? escaped(character) : character);
      afterSpace = character === " ";
    }
    this.indicator('"');
    this.isSpaced = false;
    this.isIndented = false;
  }

  private block(text: string, indent: number): void {
    this.indicator("|", { needsSpace: true });
    if (text.startsWith(" ") || lineBreak.test(text[0] ?? "")) this.indicator(String(INDENT));
    if (!lineBreak.test(text.at(-1) ?? "")) this.indicator("-");
    else if (text.length === 1 || lineBreak.test(text.at(-2) ?? "")) this.indicator("+");
    this.newline();
    this.isIndented = true;
    this.isSpaced = true;
    let isLineStart = true;
    for (const character of text) {
      if (character === "\n") this.newline();
      else if (lineBreak.test(character)) throw new NotComputed("other ends of lines");
      else {
        if (isLineStart) this.indent(indent);
        this.put(character);
      }
      isLineStart = character === "\n";
      this.isIndented = isLineStart;
    }
  }

  private indent(indent: number): void {
    const isOver = this.column > indent || (this.column === indent && !this.isSpaced);
    if (!this.isIndented || isOver) this.newline();
    if (this.column < indent) this.put(" ".repeat(indent - this.column));
    this.isSpaced = true;
    this.isIndented = true;
  }

  private indicator(text: string, { needsSpace = false, isSpace = false, keepsIndentation = false } = {}): void {
    if (needsSpace && !this.isSpaced) this.put(" ");
    this.put(text);
    this.isSpaced = isSpace;
    this.isIndented = this.isIndented && keepsIndentation;
    this.isOpenEnded = false;
  }

  private newline(): void {
    this.text += "\n";
    this.column = 0;
  }

  private put(text: string): void {
    this.text += text;
    this.column += Array.from(text).length;
  }
}

function isCollection(value: Value): boolean {
  return Array.isArray(value) || isMap(value);
}

function isEscaped(character: string): boolean {
  return !printable.test(character) || lineBreak.test(character) || character === '"' || character === "\\";
}

function escaped(character: string): string {
  const short = escapes[character];
  if (short !== undefined) return `\\${short}`;
  const code = character.codePointAt(0) ?? 0;
  const [letter, digits] =
    code <= 0xff ? (["x", 2] as const) : code <= 0xffff ? (["u", 4] as const) : (["U", 8] as const);
  return `\\${letter}${code.toString(16).toUpperCase().padStart(digits, "0")}`;
}
