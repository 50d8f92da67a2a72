import { isAscii } from "../../values";
import { NotComputed } from "../errors";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader takes for one character, which may be several code points. */
export function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Letters of which JavaScript and Go have other rules: those that have a third case. */
const withTitleCase = /[\u01c4-\u01cc\u01f1-\u01f3]/;

/** Letter by letter, as Go does. @throws NotComputed for letters that become several, or have a third case */
export function withCase(text: string, change: (letter: string) => string): string {
  return Array.from(text, (letter) => {
    const changed = change(letter);
    if (isAscii(letter) || (Array.from(changed).length === 1 && !withTitleCase.test(letter))) return changed;
    throw new NotComputed("the case of letters that have rules of their own");
  }).join("");
}

export const toUpper = (letter: string): string => letter.toUpperCase();
export const toLower = (letter: string): string => letter.toLowerCase();

/** Go's white space, of which JavaScript's is another set. */
const SPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const leadingSpace = new RegExp(`^[${SPACE}]+`);
const trailingSpace = new RegExp(`[${SPACE}]+$`);
const separator = new RegExp(`^(?:[${SPACE}]|(?![A-Za-z0-9_])[\\0-\\x7f])$`, "u");

export function withoutOuterSpace(text: string): string {
  return withoutTrailingSpace(withoutLeadingSpace(text));
}

export function withoutLeadingSpace(text: string): string {
  return text.replace(leadingSpace, "");
}

export function withoutTrailingSpace(text: string): string {
  return text.replace(trailingSpace, "");
}

/** With a capital after each separator, as Go's `strings.Title` takes them. */
export function titled(text: string): string {
  let before = " ";
  return Array.from(text, (letter) => {
    const isFirst = separator.test(before);
    before = letter;
    return isFirst ? withCase(letter, toUpper) : letter;
  }).join("");
}
