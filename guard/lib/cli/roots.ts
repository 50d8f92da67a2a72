import { posix } from "node:path";

import { decoded, type FileTree } from "../files";
import { configurationNames, folderOfSource } from "../terraform";

/** A folder with a configuration, as far as its text tells without being parsed. */
interface Folder {
  readonly path: string;
  readonly text: string;
  /** Folders of local modules that it calls. */
  readonly calls: readonly string[];
}

/** What only a folder has in which Terraform runs. Modules of old have providers, too, so that these tell nothing of what is called. */
const RUN_HERE = /^\s*(?:backend\s+"[^"]+"|cloud)\s*\{|"backend"\s*:/m;
const SOURCE = /\bsource"?\s*[=:]\s*"(\.\.?\/[^"]*)"/g;

/** Folders that Terraform keeps, or that are there to show or to try something. */
const PASSED_OVER = /^(?:\..*|node_modules|examples?|tests?|fixtures?)$/;

/** A folder in which Terraform runs, and the folders of the modules that it calls. */
export interface RootFolder {
  readonly path: string;
  readonly modules: readonly string[];
  /** Whether a file has something to do with it: it lies in one of its folders, or is named in one. */
  readonly concerns: (path: string) => boolean;
}

/**
 * Finds the roots below a folder: those with a backend, and those that nobody calls. Examples and tests are none,
 * unless the folder is one of them.
 */
export function rootsBelow(tree: FileTree, start: string): RootFolder[] {
  const own = [...foldersBelow(tree, start)];
  // Whoever calls a folder, and what that calls, may lie anywhere.
  const folders = new Map([...foldersBelow(tree, ""), ...own].map((folder) => [folder.path, folder]));
  const called = new Set([...folders.values()].flatMap(({ calls }) => calls));
  return own
    .filter(({ path, text }) => !called.has(path) || RUN_HERE.test(text))
    .map((folder) => rootOf(folder, folders))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* foldersBelow(tree: FileTree, path: string): Generator<Folder> {
  const names = tree.list(path);
  const { primary, overrides } = configurationNames(names);
  if (primary.length > 0) yield folderAt(tree, path, [...primary, ...overrides]);
  for (const name of names) {
    const folder = name.slice(0, -1);
    if (name.endsWith("/") && !PASSED_OVER.test(folder)) yield* foldersBelow(tree, posix.join(path, folder));
  }
}

function folderAt(tree: FileTree, path: string, names: readonly string[]): Folder {
  const text = names.map((name) => decoded(tree.read(posix.join(path, name)) ?? Buffer.alloc(0))).join("\n");
  const calls = [...text.matchAll(SOURCE)].flatMap(([, source]) => folderOfSource(path, source) ?? []);
  return { path, text, calls: [...new Set(calls)] };
}

function rootOf(folder: Folder, folders: ReadonlyMap<string, Folder>): RootFolder {
  const reached = new Map([[folder.path, folder]]);
  for (const { calls } of reached.values()) {
    for (const call of calls) {
      const module = folders.get(call);
      if (module !== undefined) reached.set(call, module);
    }
  }
  const texts = [...reached.values()].map(({ text }) => text).join("\n");
  const inside = (path: string): boolean =>
    [...reached.keys()].some((place) => place === "" || path.startsWith(`${place}/`));
  return {
    path: folder.path,
    modules: [...reached.keys()].filter((path) => path !== folder.path),
    concerns: (path) => (isOwn(path, reached, folders) && inside(path)) || texts.includes(posix.basename(path)),
  };
}

/** What lies in a folder of another configuration is that one's. */
function isOwn(path: string, reached: ReadonlyMap<string, Folder>, folders: ReadonlyMap<string, Folder>): boolean {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const place = folder === "." ? "" : folder;
    if (reached.has(place)) return true;
    if (folders.has(place)) return false;
    if (place === "") return false;
  }
}
