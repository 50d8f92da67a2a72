import { posix } from "node:path";

import { FileError, type FileTree } from "../../files";
import { sha256 } from "../values";

const MOST_FILES = 2_000;

/** A digest of files, and of all that is below folders: another one as soon as any of them is. */
export function digestOfFiles(files: FileTree, paths: readonly string[]): string {
  const parts: string[] = [];
  const pending = [...paths];
  for (let path = pending.pop(); path !== undefined && parts.length < MOST_FILES; path = pending.pop()) {
    const place = path;
    parts.push(`${place} ${contentOf(files, place)}`);
    for (const name of namesIn(files, place)) pending.push(posix.join(place, name.replace(/\/$/, "")));
  }
  return sha256(parts.sort().join("\n"));
}

function contentOf(files: FileTree, path: string): string {
  try {
    return sha256(files.read(path)?.toString("latin1") ?? "none");
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
}

function namesIn(files: FileTree, path: string): readonly string[] {
  try {
    return files.list(path);
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}
