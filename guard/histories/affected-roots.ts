import { dirname, join, posix } from "node:path";

import { filesOf, foldersReached, moduleSources, readNames } from "./folder-files";

const PASSED_OVER = /^(?:\..*|node_modules)$/;

/**
 * The roots of a tree that an edit may concern: folders with resources of Scaleway in reach that no other folder calls, and of which a
 * folder holds a file that changed, or a text names one.
 */
export function affectedRoots(tree: string, changed: readonly string[]): string[] {
  const folders = [...configuredBelow(tree, "")];
  const called = new Set(
    folders.flatMap((folder) =>
      [...moduleSources(join(tree, folder)).values()]
        .filter((source) => /^\.\.?(?:\/|$)/.test(source))
        .map((source) => posix.join(folder, source).replace(/\/$/, "")),
    ),
  );
  const isCalled = (folder: string): boolean => called.has(folder) || (folder === "" && called.has("."));
  return folders.filter((folder) => !isCalled(folder) && concerns(tree, foldersReached(tree, folder), changed));
}

function* configuredBelow(tree: string, folder: string): Generator<string> {
  const names = readNames(join(tree, folder));
  if (filesOf(join(tree, folder)).length > 0) yield folder;
  for (const name of names) {
    if (!PASSED_OVER.test(name) && !name.includes(".tf")) yield* configuredBelow(tree, posix.join(folder, name));
  }
}

function concerns(tree: string, reached: readonly string[], changed: readonly string[]): boolean {
  const text = reached.flatMap((folder) => filesOf(join(tree, folder)).map((file) => file.text)).join("\n");
  if (!text.includes("scaleway_")) return false;
  const below = new Set(reached.map((folder) => (folder === "" ? "." : folder)));
  return changed.some((path) => below.has(dirname(path)) || text.includes(posix.basename(path)));
}
