import { isAbsolute, posix } from "node:path";

import { FileError } from "./file-error";
import type { FileTree } from "./file-tree";

/**
 * Where a path leads from a folder of a tree.
 *
 * @throws FileError for a path out of the tree
 */
export function placeFrom(folder: string, path: string): string {
  if (isAbsolute(path) || path.startsWith("~"))
    throw new FileError(`${path} is on the machine, outside of the repository`);
  const place = posix.normalize(posix.join(folder, path)).replace(/\/$/, "");
  if (place === ".." || place.startsWith("../")) throw new FileError(`${path} is outside of the repository`);
  if (/(?:^|\/)\.git(?:\/|$)/.test(place)) throw new FileError(`${path} is git's own, which is not read`);
  return place === "." ? "" : place;
}

/** A tree as it is seen from one of its folders: a path may lead up from there, and not out of the tree. */
export function subtree(tree: FileTree, folder: string): FileTree {
  return {
    read: (path) => tree.read(placeFrom(folder, path)),
    list: (path) => tree.list(placeFrom(folder, path)),
    isLink: (path) => tree.isLink(placeFrom(folder, path)),
    nameOf: (path) => tree.nameOf(placeFrom(folder, path)),
  };
}
