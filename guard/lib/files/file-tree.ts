/** Files below one folder, wherever they are: on a disk, or at a revision of a repository. Paths have slashes. */
export interface FileTree {
  /**
   * The content of a file.
   *
   * @param path Relative to the root of the tree.
   * @returns undefined where there is certainly no such file.
   * @throws FileError where nothing tells: outside of the tree, a link that leads out of it, too large, made elsewhere
   */
  read(path: string): Buffer | undefined;
  /**
   * The names of what lies directly in a folder, in order; those of folders end with a slash. None where there is no such folder.
   *
   * @param folder Relative to the root of the tree; empty for the root itself.
   * @throws FileError where nothing tells
   */
  list(folder: string): readonly string[];
  /** Whether a link is at a path, which leads to something else. */
  isLink(path: string): boolean;
  /** How messages name a file of the tree. */
  nameOf(path: string): string;
}
