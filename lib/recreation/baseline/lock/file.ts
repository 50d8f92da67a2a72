import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import type { Lock } from "./lock";
import { largestLock, LockError, parseLock, serializeLock } from "./parse";

/**
 * Reads a lock file.
 *
 * @returns The lock; undefined only when there is no such file.
 * @throws LockError naming the file, for a folder, a file that cannot be read, one that is too large and one that is no lock.
 */
export function readLockFile(file: string): Lock | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new LockError(`${file} cannot be read: ${messageOf(error)}`);
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new LockError(`${file} is not a file`);
    if (status.size > largestLock) {
      throw new LockError(`${file} has ${status.size} bytes, more than the ${largestLock} a lock can have`);
    }
    return parseLock(readFileSync(descriptor, "utf8"));
  } catch (error) {
    const message = messageOf(error);
    throw new LockError(message.startsWith(file) ? message : `${file}: ${message}`);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a lock file in one step: a crash leaves the old one whole.
 *
 * @throws LockError naming the file, when it cannot be written.
 */
export function writeLockFile(file: string, lock: Lock): void {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, serializeLock(lock));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new LockError(`${file} cannot be written: ${messageOf(error)}`);
  }
}

/** Errors of the file system may come from another realm, as under Jest, so their class says nothing. */
function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
