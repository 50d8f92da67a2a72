import { posix } from "node:path";

import type { FileTree } from "../../../files";
import { NotComputed } from "../errors";
import { cleanPath } from "./paths";

/** What means something in a pattern. */
const SIGNS = /[*?[\]{}\\]/;

/**
 * The files in a folder whose path from there matches a pattern, as `fileset` finds them.
 *
 * @throws NotComputed for patterns that leave the folder, are not closed, or escape signs
 */
export function filesMatching(files: FileTree, folder: string, pattern: string): string[] {
  if (SIGNS.test(folder)) throw new NotComputed("a folder with the signs of a pattern in its name");
  const root = cleaned(folder);
  const found = alternativesOf(cleaned(pattern)).flatMap((each) => {
    const segments = each.split("/");
    if (segments.some((segment) => segment === "" || segment === "." || segment === ".."))
      throw new NotComputed("a pattern that leads elsewhere");
    return matching(files, root, "", segments);
  });
  return [...new Set(found)];
}

/** The path of every file below a folder. */
export function namesBelow(files: FileTree, folder: string): string[] {
  const names = files.list(cleaned(folder));
  return names.flatMap((name) => {
    const path = posix.join(cleaned(folder), name);
    return name.endsWith("/") ? namesBelow(files, path) : [path];
  });
}

function cleaned(path: string): string {
  const clean = cleanPath(path);
  return clean === "." ? "" : clean;
}

/** What a pattern with `{a,b}` stands for. */
function alternativesOf(pattern: string): string[] {
  if (pattern === "") return [];
  if (pattern.includes("\\")) throw new NotComputed("an escape in a pattern");
  const open = pattern.indexOf("{");
  if (open < 0) {
    if (pattern.includes("}")) throw new NotComputed("a brace that closes nothing");
    return [pattern];
  }
  // A brace in a class is a character.
  if (pattern.includes("[")) throw new NotComputed("classes and alternatives");
  const { parts, end } = partsOf(pattern, open);
  // Some versions take a slash in braces, and others refuse it.
  if (pattern.slice(open, end).includes("/")) throw new NotComputed("alternatives of several folders");
  return parts.flatMap((part) => alternativesOf(pattern.slice(0, open) + part + pattern.slice(end)));
}

function partsOf(pattern: string, open: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let start = open + 1;
  let depth = 0;
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === "{") depth += 1;
    if (depth === 0 && (character === "," || character === "}")) {
      parts.push(pattern.slice(start, at));
      start = at + 1;
      if (character === "}") return { parts, end: at + 1 };
    }
    if (character === "}") depth -= 1;
  }
  throw new NotComputed("a brace that is not closed");
}

function matching(files: FileTree, root: string, below: string, [segment = "", ...rest]: readonly string[]): string[] {
  const names = files.list(posix.join(root, below) === "." ? "" : posix.join(root, below));
  if (root === "" && below === "") checkOwnFiles(segment, rest);
  if (segment === "**") {
    // What matches in no folder between, and what matches further down.
    const here = rest.length === 0 ? filesOf(names, below) : matching(files, root, below, rest);
    return [...here, ...foldersOf(names, below).flatMap((each) => matching(files, root, each, [segment, ...rest]))];
  }
  const pattern = segmentPattern(segment);
  const chosen = names.filter((name) => pattern.test(name.replace(/\/$/, "")));
  if (rest.length === 0) return filesOf(chosen, below);
  return foldersOf(chosen, below).flatMap((each) => matching(files, root, each, rest));
}

/** What Terraform and OpenTofu put beside a configuration, which is in no repository. */
const OWN_FILES = [
  ...[".terraform.lock.hcl", ".terraform.tfstate.lock.info", "terraform.tfstate", "terraform.tfstate.backup"],
];
const OWN_FOLDERS: readonly (readonly [string, readonly string[]])[] = [
  [".terraform", ["environment", "modules", "plugins", "providers", "terraform.tfstate"]],
  ["terraform.tfstate.d", []],
];

/** @throws NotComputed for a pattern that finds them, too */
function checkOwnFiles(segment: string, [next]: readonly string[]): void {
  const matches = (pattern: string, names: readonly string[]): boolean =>
    pattern === "**" || names.some((name) => segmentPattern(pattern).test(name));
  const isFound =
    segment === "**" ||
    (next === undefined
      ? matches(segment, OWN_FILES)
      : OWN_FOLDERS.some(([folder, names]) => matches(segment, [folder]) && matches(next, names)));
  if (isFound) throw new NotComputed("what Terraform keeps beside the configuration");
}

function filesOf(names: readonly string[], below: string): string[] {
  return names.filter((name) => !name.endsWith("/")).map((name) => posix.join(below, name));
}

function foldersOf(names: readonly string[], below: string): string[] {
  return names.filter((name) => name.endsWith("/")).map((name) => posix.join(below, name.slice(0, -1)));
}

const parts = /\*+|\?|\[(\^?)([^\]\\[]+)\]|[^*?[\]]/gu;

/** The pattern of one name. */
function segmentPattern(segment: string): RegExp {
  const written = segment.match(parts)?.join("");
  if (written !== segment) throw new NotComputed("a class that is not closed");
  const source = segment.replace(parts, (part: string, negated?: string, characters?: string) => {
    if (part.startsWith("*")) return ".*";
    if (part === "?") return ".";
    if (characters === undefined) return part.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
    return `[${negated === "" ? "" : "^"}${classOf(characters)}]`;
  });
  return new RegExp(`^${source}$`, "su");
}

/** Characters and ranges of a class. */
function classOf(characters: string): string {
  // Some versions take it for a class of all other characters.
  if (characters.startsWith("!") || !/^(?:[^-](?:-[^-])?)+$/u.test(characters))
    throw new NotComputed("a class with a sign of its own");
  for (const [, from = "", to = ""] of characters.matchAll(/([^-])-([^-])/gu))
    if ((from.codePointAt(0) ?? 0) > (to.codePointAt(0) ?? 0)) throw new NotComputed("a range that goes backwards");
  return characters.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
