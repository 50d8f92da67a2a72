import { listOf, type Value } from "../../values";
import { toList, toTerraformString } from "../convert";
import { EvaluationError, NotComputed } from "../errors";
import { charactersOf, titled, toLower, toUpper, withCase, withoutOuterSpace } from "./characters";
import { format } from "./format";
import { replacedPattern } from "./regex";
import { STRING, taking, type TerraformFunction, toListOf } from "./signature";

export const stringFunctions: Readonly<Record<string, TerraformFunction>> = {
  chomp: taking(["string"], (text) => text.replace(/[\r\n]+$/, "")),
  endswith: taking(["string", "string"], (text, suffix) => text.endsWith(suffix)),
  format: (spec, ...args) => format(toTerraformString(spec ?? null), args),
  formatlist: (spec, ...args) => listOf(formattedList(toTerraformString(spec ?? null), args), STRING),
  indent: taking(["whole", "string"], (spaces, text) => {
    if (spaces < 0) throw new NotComputed("less than no spaces");
    return text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
  }),
  join: (separator, ...lists) => {
    if (lists.length === 0) throw new EvaluationError("join takes a list");
    const strings = lists.flatMap((list) => {
      return toListOf(toList(list), STRING).map(toTerraformString);
    });
    return strings.join(toTerraformString(separator ?? null));
  },
  lower: taking(["string"], (text) => withCase(text, toLower)),
  replace: taking(["string", "string", "string"], replaced),
  split: taking(["string", "string"], (separator, text) =>
    listOf(separator === "" ? Array.from(text) : text.split(separator), STRING),
  ),
  startswith: taking(["string", "string"], (text, prefix) => text.startsWith(prefix)),
  strcontains: taking(["string", "string"], (text, part) => text.includes(part)),
  strrev: taking(["string"], (text) => charactersOf(text).reverse().join("")),
  substr: taking(["string", "whole", "whole"], (text, offset, length) => {
    // Some versions take no length with an offset from the end for all that follows.
    if (offset < 0 && length === 0) throw new NotComputed("substr of no length from the end");
    const characters = charactersOf(text);
    const start = Math.max(0, offset < 0 ? characters.length + offset : offset);
    return characters.slice(start, length < 0 ? undefined : start + length).join("");
  }),
  title: taking(["string"], titled),
  trim: taking(["string", "string"], (text, cutset) => trimmed(text, cutset)),
  trimprefix: taking(["string", "string"], (text, prefix) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimspace: taking(["string"], withoutOuterSpace),
  trimsuffix: taking(["string", "string"], (text, suffix) =>
    suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  upper: taking(["string"], (text) => withCase(text, toUpper)),
};

/** One text for each element of the lists among the arguments, which are of one length. */
function formattedList(spec: string, args: readonly Value[]): string[] {
  const lengths = new Set(args.flatMap((arg) => (Array.isArray(arg) ? [arg.length] : [])));
  if (lengths.size > 1) throw new EvaluationError("formatlist takes lists of one length");
  const [length = 1] = lengths;
  return Array.from({ length }, (_, index) =>
    format(
      spec,
      args.map((arg) => (Array.isArray(arg) ? (arg[index] ?? null) : arg)),
    ),
  );
}

function replaced(text: string, find: string, replacement: string): string {
  if (find.length > 1 && find.startsWith("/") && find.endsWith("/"))
    return replacedPattern(text, find.slice(1, -1), replacement);
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
