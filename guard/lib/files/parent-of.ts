import { posix } from "node:path";

/** The folder that a path of a tree is in; empty for one at the top. */
export function parentOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}
