import { type Dirent, lstatSync, readdirSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";

import { codeOf, FileError, reasonOf } from "./file-error";
import type { FileTree } from "./file-tree";
import { isFolder } from "./is-folder";
import { readBytes } from "./read-file";
import { isOutside, shown } from "./shown";

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
    if (place === undefined || !isFolder(place)) return [];
    const names = readdirSync(place, { withFileTypes: true }).map((entry) =>
      isFolderAt(place, entry) ? `${entry.name}/` : entry.name,
    );
    return names.sort();
  }

  isLink(path: string): boolean {
    return lstatSync(join(this.root, path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  }

  nameOf(path: string): string {
    return shown(join(this.root, path));
  }

  /** Where a path leads, through whatever links; undefined where there is nothing. */
  private placeOf(path: string): string | undefined {
    const place = realPathIfAny(join(this.root, path));
    if (place === undefined || !isOutside(relative(this.root, place))) return place;
    throw new FileError(`${this.nameOf(path)} leads out of ${this.root}`);
  }
}

function realPathIfAny(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(String(codeOf(error)))) return undefined;
    throw new FileError(`${path} cannot be read: ${reasonOf(error)}`);
  }
}

function isFolderAt(place: string, entry: Dirent): boolean {
  return entry.isSymbolicLink() ? isFolder(join(place, entry.name)) : entry.isDirectory();
}
