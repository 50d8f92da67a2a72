import type { FileTree } from "./file-tree";

/** A tree in which one folder is another tree's root. */
export function withFolder(tree: FileTree, folder: string, content: FileTree): FileTree {
  const within = (path: string): string | undefined => {
    if (path === folder) return "";
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  };
  return {
    read: (path) => {
      const inside = within(path);
      return inside === undefined ? tree.read(path) : content.read(inside);
    },
    list: (path) => {
      const inside = within(path);
      return inside === undefined ? tree.list(path) : content.list(inside);
    },
    isLink: (path) => {
      const inside = within(path);
      return inside === undefined ? tree.isLink(path) : content.isLink(inside);
    },
    nameOf: (path) => {
      const inside = within(path);
      return inside === undefined ? tree.nameOf(path) : content.nameOf(inside);
    },
  };
}
