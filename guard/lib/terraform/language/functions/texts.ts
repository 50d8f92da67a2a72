import { listOf } from "../../values";
import { toList, toText } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { charactersOf, titled, toLower, toUpper, withCase, withoutOuterSpace } from "./characters";
import { format } from "./format";
import { taking, type TerraformFunction, TEXT, toListOf } from "./signature";

export const textFunctions: Readonly<Record<string, TerraformFunction>> = {
  chomp: taking(["text"], (text) => text.replace(/[\r\n]+$/, "")),
  endswith: taking(["text", "text"], (text, suffix) => text.endsWith(suffix)),
  format: (spec, ...args) => format(toText(spec ?? null), args),
  indent: taking(["whole", "text"], (spaces, text) => {
    if (spaces < 0) throw new NotComputed("less than no spaces");
    return text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
  }),
  join: (separator, ...lists) => {
    if (lists.length === 0) throw new EvaluationError("join takes a list");
    const texts = lists.flatMap((list) => {
      return toListOf(toList(list), TEXT).map(toText);
    });
    return texts.join(toText(separator ?? null));
  },
  lower: taking(["text"], (text) => withCase(text, toLower)),
  replace: taking(["text", "text", "text"], replaced),
  split: taking(["text", "text"], (separator, text) =>
    listOf(separator === "" ? Array.from(text) : text.split(separator), TEXT),
  ),
  startswith: taking(["text", "text"], (text, prefix) => text.startsWith(prefix)),
  strcontains: taking(["text", "text"], (text, part) => text.includes(part)),
  strrev: taking(["text"], (text) => charactersOf(text).reverse().join("")),
  substr: taking(["text", "whole", "whole"], (text, offset, length) => {
    // Some versions take no length with an offset from the end for all that follows.
    if (offset < 0 && length === 0) throw new NotComputed("substr of no length from the end");
    const characters = charactersOf(text);
    const start = Math.max(0, offset < 0 ? characters.length + offset : offset);
    return characters.slice(start, length < 0 ? undefined : start + length).join("");
  }),
  title: taking(["text"], titled),
  trim: taking(["text", "text"], (text, cutset) => trimmed(text, cutset)),
  trimprefix: taking(["text", "text"], (text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimspace: taking(["text"], withoutOuterSpace),
  trimsuffix: taking(["text", "text"], (text, suffix) =>
    suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  upper: taking(["text"], (text) => withCase(text, toUpper)),
};

function replaced(text: string, find: string, replacement: string): string {
  const isPattern = find.length > 1 && find.startsWith("/") && find.endsWith("/");
  if (isPattern) throw new NotComputed("a regular expression of Go");
  if (find !== "") return text.split(find).join(replacement);
  // An empty text is before and after each character.
  return ["", ...Array.from(text), ""].join(replacement);
}

function trimmed(text: string, cutset: string): string {
  const cut = new Set(cutset);
  const letters = Array.from(text);
  const start = letters.findIndex((letter) => !cut.has(letter));
  if (start < 0) return "";
  const end = letters.length - [...letters].reverse().findIndex((letter) => !cut.has(letter));
  return letters.slice(start, end).join("");
}
