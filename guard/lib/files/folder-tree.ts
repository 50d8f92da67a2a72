import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";

import { codeOf, FileError, reasonOf } from "./file-error";
import type { FileTree } from "./file-tree";
import { readBytes } from "./read-file";

/** No file that a configuration reads comes near this. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The files of a folder on the disk. What a link leads to outside of the folder is not read. */
export class FolderTree implements FileTree {
  private readonly root: string;

  /** @param folder Has to be there. */
  constructor(folder: string) {
    this.root = realpathSync(folder);
  }

  read(path: string): Buffer | undefined {
    const place = this.placeOf(path);
    return place === undefined ? undefined : readBytes(place, { largest: LARGEST_FILE });
  }

  list(folder: string): readonly string[] {
    const place = this.placeOf(folder);
    if (place === undefined || !statSync(place).isDirectory()) return [];
    const names = readdirSync(place, { withFileTypes: true }).map((entry) =>
      isFolder(place, entry) ? `${entry.name}/` : entry.name,
    );
    return names.sort();
  }

  isLink(path: string): boolean {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  }

  nameOf(path: string): string {
    const place = join(this.root, path);
    const shown = relative(process.cwd(), place);
    return isOutside(shown) ? place : shown;
  }

  /** Where a path leads, through whatever links; undefined where there is nothing. */
  private placeOf(path: string): string | undefined {
    const place = realPathIfAny(join(this.root, path));
    if (place === undefined || !isOutside(relative(this.root, place))) return place;
    throw new FileError(`${this.nameOf(path)} leads out of ${this.root}`);
  }
}

function isOutside(path: string): boolean {
  return /^\.\.(?:[\\/]|$)/.test(path);
}

function realPathIfAny(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(String(codeOf(error)))) return undefined;
    throw new FileError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function isFolder(place: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(join(place, entry.name)).isDirectory();
  } catch {
    // A link that leads nowhere, or in a circle.
    return false;
  }
}
