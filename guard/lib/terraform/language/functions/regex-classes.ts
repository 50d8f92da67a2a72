import { isAscii } from "../../values";
import { EvaluationError, NotComputed } from "../errors";

/** What a part of a pattern is in JavaScript, with flag `u`. */
const SPACES = "\\t\\n\\f\\r ";
const NO_SPACES = "\\0-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}";

/** Classes of ASCII characters, as POSIX names them. */
const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

const characterEscapes: Readonly<Record<string, string>> = {
  ...{ a: "\x07", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
};

const item =
  /\[:(\^?)(\w+):\]|\\([dDwWsS])|\\([pP])(?:\{(\^?)(\w+)\}|(\w))|\\x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))|\\([\s\S])|([^\\])/uy;

/** One item of a class, or one escape: a set of characters, or a character. */
export interface ClassItem {
  /** As it stands between brackets. */
  readonly source: string;
  /** The character that it is; undefined for a set. */
  readonly character?: string;
  readonly end: number;
  /** Whether it hangs on the version of Unicode, or on whether case counts. */
  readonly isDelicate: boolean;
}

/** Reads an item of a class, or an escape outside of one. @throws EvaluationError for an escape that there is not */
export function classItemAt(pattern: string, position: number): ClassItem {
  item.lastIndex = position;
  const match = item.exec(pattern);
  if (match === null) throw new NotComputed("an escape at the end of a pattern");
  const [, negated, posix, perl, property, without, name, letter, code, byte, escape, plain] = match;
  const end = item.lastIndex;
  if (posix !== undefined) {
    const source = Object.hasOwn(posixClasses, posix) ? posixClasses[posix] : undefined;
    if (source === undefined || negated !== "") throw new NotComputed("a class of POSIX");
    return { source, end, isDelicate: false };
  }
  if (perl === "s" || perl === "S") return { source: perl === "s" ? SPACES : NO_SPACES, end, isDelicate: perl === "S" };
  if (perl !== undefined) return { source: `\\${perl}`, end, isDelicate: perl === "D" || perl === "W" };
  if (property !== undefined)
    return { source: propertyOf(property, without, name ?? letter ?? ""), end, isDelicate: true };
  const character =
    code !== undefined || byte !== undefined
      ? characterOf(Number.parseInt(code ?? byte ?? "", 16))
      : escape === undefined
        ? (plain ?? "")
        : escapedCharacter(escape);
  return { source: literalSource(character), character, end, isDelicate: false };
}

function propertyOf(sign: string, without: string | undefined, name: string): string {
  if (without === "^") throw new NotComputed("a property without");
  if (/^(?:[LMNPSZC]|L[ulmot]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|C[cf])$/.test(name)) return `\\${sign}{${name}}`;
  throw new NotComputed("a property of characters");
}

function characterOf(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new NotComputed("no character");
  return String.fromCodePoint(code);
}

function escapedCharacter(escape: string): string {
  const control = characterEscapes[escape];
  if (control !== undefined) return control;
  if (/^[1-9]$/.test(escape)) throw new EvaluationError("a reference to a group");
  if (isAscii(escape) && !/^[0-9A-Za-z]$/.test(escape)) return escape;
  throw new NotComputed("an escape");
}

/** A character as it stands in a pattern, in brackets or not. */
export function literalSource(character: string): string {
  return /^[0-9A-Za-z _]$/.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A class in brackets, from the bracket on. */
export function classAt(pattern: string, start: number): { source: string; end: number; isDelicate: boolean } {
  let position = start + 1;
  const isNegated = pattern[position] === "^";
  if (isNegated) position += 1;
  let source = "";
  let isDelicate = false;
  for (let isFirst = true; isFirst || pattern[position] !== "]"; isFirst = false) {
    if (position >= pattern.length) throw new EvaluationError("a class that is not closed");
    const from = classItemAt(pattern, position);
    isDelicate ||= from.isDelicate;
    position = from.end;
    const isRange = pattern[position] === "-" && pattern[position + 1] !== "]" && position + 1 < pattern.length;
    if (!isRange || from.character === undefined) {
      if (isRange) throw new NotComputed("a range of sets");
      source += from.source;
      continue;
    }
    const to = classItemAt(pattern, position + 1);
    if (to.character === undefined) throw new EvaluationError("a range that ends with a set");
    if ((from.character.codePointAt(0) ?? 0) > (to.character.codePointAt(0) ?? 0))
      throw new EvaluationError("a range that goes backwards");
    source += `${from.source}-${to.source}`;
    position = to.end;
  }
  return { source: `[${isNegated ? "^" : ""}${source}]`, end: position + 1, isDelicate };
}
