import { checkWritable, type Draft, FileError, readText, writeFiles } from "../../../files";
import type { Lock } from "./lock";
import { largestLock, LockError, parseLock, serializeLock } from "./parse";

/**
 * Reads a lock file.
 *
 * @returns The lock; undefined only when there is no such file.
 * @throws LockError naming the file, for a folder, a file that cannot be read, one that is too large and one that is no lock.
 */
export function readLockFile(file: string): Lock | undefined {
  try {
    const text = readText(file, { largest: largestLock });
    return text === undefined ? undefined : parseLock(text);
  } catch (error) {
    if (error instanceof FileError) throw new LockError(error.message);
    throw error instanceof LockError ? new LockError(`${file}: ${error.message}`) : error;
  }
}

/**
 * Writes a lock file in one step: a crash leaves the old one whole.
 *
 * @throws LockError naming the file, when it cannot be written, or when something else than a lock is there.
 */
export function writeLockFile(file: string, lock: Lock): void {
  asLockError(() => {
    writeFiles([lockDraft(file, lock)]);
  });
}

/**
 * Makes sure that nothing but a lock is written over. A lock with merge markers, or of an older branch, is one.
 *
 * @throws LockError for another file, a link, a folder or a device
 */
export function checkReplaceable(file: string): void {
  asLockError(() => {
    checkWritable({ file, kind: "lock", isReplaceable: isLockText });
  });
}

/** A lock file to write, with others. */
export function lockDraft(file: string, lock: Lock): Draft {
  return { file, text: serializeLock(lock), kind: "lock", isReplaceable: isLockText };
}

function isLockText(text: string): boolean {
  return text.trim() === "" || text.includes('"lockVersion"');
}

function asLockError(act: () => void): void {
  try {
    act();
  } catch (error) {
    throw error instanceof FileError ? new LockError(error.message) : error;
  }
}
