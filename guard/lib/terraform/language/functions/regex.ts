import { isAscii, listOf, type Type, type Value } from "../../values";
import { EvaluationError, NotComputed } from "../errors";
import { type Pattern, patternOf } from "./regex-pattern";
import { STRING, taking, type TerraformFunction } from "./signature";

export const regexFunctions: Readonly<Record<string, TerraformFunction>> = {
  regex: taking(["string", "string"], (written, text) => {
    const pattern = patternOf(written);
    const [found] = matchesOf(pattern, text);
    checkGroups(pattern);
    if (found === undefined) throw new EvaluationError("the pattern does not match");
    return capturedBy(pattern, found);
  }),
  regexall: taking(["string", "string"], (written, text) => {
    const pattern = patternOf(written);
    checkGroups(pattern);
    return listOf(
      matchesOf(pattern, text).map((match) => capturedBy(pattern, match)),
      typeOfCaptures(pattern),
    );
  }),
};

/** Steps that matching may take at the most, where JavaScript tries each way. */
const MOST_STEPS = 1e9;
/** The longest text for which the ways of repetitions in repetitions can be tried. */
const LONGEST_NESTED = 24;
const LATIN = /^[\0-\u00ff]*$/;

/** Every match of a pattern. Go passes over an empty one right after another. */
function matchesOf(pattern: Pattern, text: string): RegExpMatchArray[] {
  if (
    pattern.ignoresCase &&
    (pattern.isDelicate || !isAscii(text) || /\\u\{[0-9a-f]{3,}\}|\\u\{[89a-f][0-9a-f]\}/.test(pattern.source))
  )
    throw new NotComputed("case beyond ASCII");
  // JavaScript finds places between the halves of a character.
  if (/[\ud800-\udfff]/.test(text)) throw new NotComputed("characters of two halves");
  if (pattern.isDelicate && !LATIN.test(text)) throw new NotComputed("properties of characters");
  const steps = (text.length + 1) ** (pattern.repetitions + 1);
  if (steps > MOST_STEPS || (pattern.isNested && text.length > LONGEST_NESTED))
    throw new NotComputed("a pattern that may take too long");
  const expression = compiled(pattern);
  const found: RegExpMatchArray[] = [];
  let end = -1;
  for (const match of text.matchAll(expression)) {
    const [whole] = match;
    if (whole !== "" || match.index !== end) found.push(match);
    end = match.index + whole.length;
  }
  return found;
}

function compiled({ source, ignoresCase }: Pattern): RegExp {
  try {
    return new RegExp(source, ignoresCase ? "giu" : "gu");
  } catch {
    throw new NotComputed("a pattern that JavaScript refuses");
  }
}

function checkGroups({ groups }: Pattern): void {
  const named = groups.filter((name) => name !== undefined).length;
  if (named > 0 && named < groups.length) throw new EvaluationError("groups with and without names");
}

function capturedBy({ groups }: Pattern, match: RegExpMatchArray): Value {
  const captured = groups.map((_, index): Value => match[index + 1] ?? null);
  if (groups.length === 0) return match[0];
  if (groups[0] === undefined) return captured;
  return new Map(groups.map((name, index) => [name ?? "", captured[index] ?? null]));
}

function typeOfCaptures({ groups }: Pattern): Type {
  if (groups.length === 0) return STRING;
  if (groups[0] === undefined) return { kind: "tuple", items: groups.map(() => STRING) };
  return { kind: "object", attributes: new Map(groups.map((name) => [name ?? "", { type: STRING, optional: false }])) };
}

const placeholder = /\$(?:\$|\{(\w+)\}|(\w+))/g;

/** `replace` with a pattern; `$1` and `${name}` stand for what groups captured. */
export function replacedPattern(text: string, written: string, replacement: string): string {
  // Letters beyond ASCII are part of a name in Go.
  if (/\$\{?\w*[\u0080-\uffff]/.test(replacement)) throw new NotComputed("a name beyond ASCII");
  const pattern = patternOf(written);
  let result = "";
  let end = 0;
  for (const match of matchesOf(pattern, text)) {
    result += text.slice(end, match.index) + expanded(pattern, match, replacement);
    end = (match.index ?? 0) + match[0].length;
  }
  return result + text.slice(end);
}

function expanded({ groups }: Pattern, match: RegExpMatchArray, replacement: string): string {
  return replacement.replace(placeholder, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return "$";
    const number = /^(?:0|[1-9]\d{0,7})$/.test(name) ? Number(name) : groups.indexOf(name) + 1;
    if (number === 0 && name !== "0") return "";
    return match[number] ?? "";
  });
}
