import type { FileTree } from "../../../lib/files";

/** A tree of some texts, by their paths. */
export function treeOf(files: Readonly<Record<string, string>>): FileTree {
  const paths = Object.keys(files);
  return {
    read: (path) => {
      const text = files[path];
      return text === undefined ? undefined : Buffer.from(text);
    },
    isLink: () => false,
    nameOf: (path) => path,
    list: (folder) => {
      const below = folder === "" ? "" : `${folder}/`;
      const inside = paths.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
      return [...new Set(inside.map((path) => path.replace(/\/.*$/, "/")))].sort();
    },
  };
}
