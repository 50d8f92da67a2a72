import { posix } from "node:path";

import { decoded, type FileTree, ifReadable } from "../files";
import { LOCK_FILE } from "../provider";
import { automaticFiles, configurationNames, folderOfSource } from "../terraform";
import { GUARD_FILE } from "./guard-file";

/** What is said of a folder of Terragrunt. */
export const TERRAGRUNT =
  "terragrunt.hcl is not read: what it gives, such as inputs, is missing here. Check its plan: terragrunt show -json PLAN, and kapsule-guard plan.";

/** A folder with a configuration, as far as its text tells without being parsed. */
interface Folder {
  readonly path: string;
  readonly text: string;
  /** Folders of local modules that it calls. */
  readonly calls: readonly string[];
  /** Whether it has what only a folder has in which Terraform runs. */
  readonly isRunHere: boolean;
}

/** Modules of old have providers, too, so that these tell nothing of what is called. */
const BACKEND = /^\s*(?:backend\s+"[^"]+"|cloud)\s*\{|"backend"\s*:/m;
const SOURCE = /\bsource"?\s*[=:]\s*"(\.\.?\/[^"]*)"/g;
const COMMENTS = /(?<=^|\s)(?:#|\/\/)[^\n]*|\/\*[^]*?\*\//g;

/** Folders that Terraform and others keep. */
const PASSED_OVER = /^(?:\..*|node_modules)$/;
/** Folders that are there to show or to try something, unless they have a backend. */
const EXAMPLES = /(?:^|\/)(?:examples?|tests?|fixtures?|e2e)(?:\/|$)/;

/** A folder in which Terraform runs. */
export interface RootFolder {
  readonly path: string;
  /** Whether a file has something to do with it: it lies in one of its folders, or is named in one. */
  readonly concerns: (path: string) => boolean;
}

/**
 * Finds the roots below a folder: those with a backend, a lock file or values of their own, and those that nobody calls. Examples and
 * tests without a backend are none, unless the folder is one of them.
 */
export function rootsBelow(tree: FileTree, start: string): RootFolder[] {
  // Whoever calls a folder, and what that calls, may lie anywhere.
  const all = [...foldersBelow(tree, "")];
  const own = start === "" ? all : [...foldersBelow(tree, start)];
  const folders = new Map([...all, ...own].map((folder) => [folder.path, folder]));
  const isExample = ({ path, text }: Folder): boolean =>
    EXAMPLES.test(path.slice(start === "" ? 0 : start.length + 1)) && !BACKEND.test(text);
  const callers = [...folders.values()].filter(({ path, text }) => !EXAMPLES.test(path) || BACKEND.test(text));
  const called = new Set(callers.flatMap(({ calls }) => calls));
  return own
    .filter((folder) => !isExample(folder) && (!called.has(folder.path) || folder.isRunHere))
    .map((folder) => rootOf(tree, folder, folders))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Links are not followed: what they lead to lies in its own place, and a circle would have no end. */
function* foldersBelow(tree: FileTree, path: string): Generator<Folder> {
  const folder = folderAt(tree, path);
  if (folder !== undefined) yield folder;
  for (const name of tree.list(path)) {
    const inside = posix.join(path, name.slice(0, -1));
    if (name.endsWith("/") && !PASSED_OVER.test(name.slice(0, -1)) && !tree.isLink(inside))
      yield* foldersBelow(tree, inside);
  }
}

function folderAt(tree: FileTree, path: string): Folder | undefined {
  const names = ifReadable(() => tree.list(path)) ?? [];
  const { primary, overrides } = configurationNames(names);
  if (primary.length === 0) return undefined;
  const text = [...primary, ...overrides].map((name) => textOf(tree, posix.join(path, name))).join("\n");
  const calls = [...text.matchAll(SOURCE)].flatMap(([, source]) => folderOfSource(path, source) ?? []);
  const isRunHere = BACKEND.test(text) || hasValuesOrChoices(names);
  return { path, text, calls: [...new Set(calls)], isRunHere };
}

/** Values that Terraform reads by itself, the providers that it chose, and approvals are those of a folder in which it runs. */
function hasValuesOrChoices(names: readonly string[]): boolean {
  return automaticFiles(names).length > 0 || names.includes(LOCK_FILE) || names.includes(GUARD_FILE);
}

/** Without comments, in which nothing is called. */
function textOf(tree: FileTree, path: string): string {
  const content = ifReadable(() => tree.read(path));
  return content === undefined ? "" : decoded(content).replace(COMMENTS, "");
}

function rootOf(tree: FileTree, folder: Folder, folders: ReadonlyMap<string, Folder>): RootFolder {
  const reached = new Map([[folder.path, folder]]);
  for (const { calls } of reached.values()) {
    for (const call of calls) {
      const module = folders.get(call) ?? folderAt(tree, call);
      if (module !== undefined) reached.set(call, module);
    }
  }
  const texts = [...reached.values()].map(({ text }) => text).join("\n");
  return {
    path: folder.path,
    concerns: (path) => isOwn(path, reached, folders) || isNamed(path, texts),
  };
}

/** Whether a file, or the folder that it is in, is named in some texts: an expression may read it. */
function isNamed(path: string, texts: string): boolean {
  const folder = posix.basename(posix.dirname(path));
  return (
    texts.includes(posix.basename(path)) || (folder !== "." && new RegExp(`[/"]${escaped(folder)}[/"]`).test(texts))
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What lies in a folder of another configuration is that one's. */
function isOwn(path: string, reached: ReadonlyMap<string, Folder>, folders: ReadonlyMap<string, Folder>): boolean {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const place = folder === "." ? "" : folder;
    if (reached.has(place)) return true;
    if (folders.has(place) || place === "") return false;
  }
}
