import { posix } from "node:path";

import type { FileTree } from "../../../lib/files";

/** A tree of files by their paths. */
export function treeOf(files: Readonly<Record<string, Buffer | string>>): FileTree {
  return {
    read: (path) => (Object.hasOwn(files, path) ? Buffer.from(files[path] ?? "") : undefined),
    list: (folder) => {
      const below = Object.keys(files).flatMap((path) => {
        const rest = posix.relative(folder, path);
        return rest.startsWith("..") || rest === "" ? [] : [rest];
      });
      return [...new Set(below.map((rest) => rest.replace(/\/.*$/, "/")))].sort();
    },
    isLink: () => false,
    nameOf: (path) => path,
  };
}
