import { posix } from "node:path";

import type { FileTree } from "./file-tree";
import { parentOf } from "./parent-of";

/** Whether a file is there, of which nobody asks more: where git ignores it and it is not there, it is not. */
export function isListed(tree: FileTree, path: string): boolean {
  return tree.list(parentOf(path)).includes(posix.basename(path));
}

/** A file that may be missing; undefined where it is, whoever might make it. @throws FileError for one that is there and cannot be read */
export function readIfListed(tree: FileTree, path: string): Buffer | undefined {
  return isListed(tree, path) ? tree.read(path) : undefined;
}
