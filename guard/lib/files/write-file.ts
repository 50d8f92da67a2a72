import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";

import { abandonedDraftsOf, draftOf } from "./abandoned";
import { codeOf, FileError, reasonOf } from "./file-error";
import { readText } from "./read-file";

/** A file to write. */
export interface Draft {
  readonly file: string;
  readonly text: string;
  /** What it is, for messages: "lock". */
  readonly kind: string;
  /** Whether a text that is there already is of the same kind, so that it may be written over. */
  readonly isReplaceable: (text: string) => boolean;
}

/** How the name of a draft ends. */
const DRAFT = ".tmp";

/** What is written over is read first, and none of it is larger. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Writes files whole or not at all: all of them are checked and written beside their places first, and only then get their names.
 *
 * @throws FileError naming the file where another kind of file, a link, a folder or a device is in its place, or where it cannot be
 * written; nothing is changed then
 */
export function writeFiles(drafts: readonly Draft[]): void {
  drafts.forEach(checkWritable);
  const written: { draft: string; file: string }[] = [];
  try {
    for (const { file, text } of drafts) {
      makeFolder(dirname(resolve(file)));
      const draft = draftOf(file, DRAFT);
      // Its own is one that an earlier write of this process could not remove.
      for (const left of [...abandonedDraftsOf(file, DRAFT), draft]) rmSync(left, { force: true });
      written.push({ draft, file });
      writeDraft(draft, text);
    }
    for (const { draft, file } of written) renameSync(draft, file);
  } catch (error) {
    for (const { draft } of written) rmSync(draft, { force: true });
    if (error instanceof FileError) throw error;
    throw new FileError(`${written.at(-1)?.file ?? ""} cannot be written: ${reasonOf(error)}`);
  }
}

/**
 * Makes sure that writing a file replaces nothing but what may be replaced.
 *
 * @throws FileError naming the file, and what is there
 */
export function checkWritable({ file, kind, isReplaceable }: Omit<Draft, "text">): void {
  const status = statusOf(file);
  if (status === undefined) return;
  const other = otherThanFile(status);
  if (other !== undefined) throw new FileError(`${file} is ${other}, and is not written over: name another file`);
  const text = readText(file, { largest: LARGEST }) ?? "";
  if (isReplaceable(text)) return;
  throw new FileError(`${file} is no ${kind}, and is not written over: name another file`);
}

/** Whether anything is there under a name, be it a link that leads nowhere. */
export function isThere(file: string): boolean {
  return statusOf(file) !== undefined;
}

function statusOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw new FileError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

function otherThanFile(status: Stats): string | undefined {
  if (status.isSymbolicLink()) return "a link";
  if (status.isDirectory()) return "a folder";
  return status.isFile() ? undefined : "a device, a pipe or a socket";
}

/** Folder by folder: Node's recursive way never returns for some places, such as those below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw new FileError(`${folder} is not a folder, so that nothing can be written into it`);
  }
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another synth may have made it in the meantime.
    if (codeOf(error) !== "EEXIST") throw new FileError(`${folder} cannot be made: ${reasonOf(error)}`);
  }
}

function writeDraft(draft: string, text: string): void {
  // A link that somebody left under the name of the draft is not followed.
  const descriptor = openSync(draft, "wx");
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
