import { existsSync } from "node:fs";

import { shown } from "kapsule-guard/files";
import { FileError, readText } from "kapsule-guard/files";
import { largestLock, type Lock, LockError, readLockFile, serializeLock } from "kapsule-guard/recreation";
import { listed } from "kapsule-guard/text";

/** Whether the file has the very text of the lock. A stack without Scaleway resources and modules needs none. */
export function isWritten(lock: Lock, lockFile: string): boolean {
  let text: string | undefined;
  try {
    text = readText(lockFile, { largest: largestLock });
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
  if (text === undefined) {
    const empty = Object.keys(lock.resources).length + Object.keys(lock.modules).length === 0;
    return empty && !existsSync(lockFile);
  }
  // Git may check text files out with other line ends.
  return text.replaceAll("\r\n", "\n") === serializeLock(lock);
}

/**
 * Whether a file fits a lock that may not be written: what machines and versions of this library differ in, without another line of the
 * code, is no reason to write it anew.
 */
export function fits(lock: Lock, lockFile: string): boolean {
  if (isWritten(lock, lockFile)) return true;
  try {
    const written = readLockFile(lockFile);
    return written !== undefined && serializeLock(comparable(written)) === serializeLock(comparable(lock));
  } catch (error) {
    if (error instanceof LockError || error instanceof FileError) return false;
    throw error;
  }
}

/** A lock without what `terraform init` chose, and which releases were known where it was written. */
function comparable(lock: Lock): Lock {
  const { provider, ...rest } = lock;
  if (provider === undefined) return lock;
  const { required } = provider;
  return { ...rest, provider: { ...(required === undefined ? {} : { required }), known: "" } };
}

/** What is wrong with a lock file that is not what the code has, where nothing may be written. */
export function lockProblem(stack: string, lockFile: string, lock: Lock): string {
  const what = describeDifference(lockFile, lock);
  return `The lock of stack ${stack}, ${shown(lockFile)}, ${what}. Synthesize on a developer's machine (without CI set) and commit the file.`;
}

function describeDifference(lockFile: string, lock: Lock): string {
  let written: Lock | undefined;
  try {
    written = readLockFile(lockFile);
  } catch (error) {
    if (error instanceof LockError) return `cannot be used: ${error.message}`;
    throw error;
  }
  return written === undefined ? "is missing" : `is behind: ${differences(written, lock)}`;
}

function differences(baseline: Lock, lock: Lock): string {
  const before = new Set(Object.keys(baseline.resources));
  const after = new Set(Object.keys(lock.resources));
  const added = [...after].filter((address) => !before.has(address));
  const gone = [...before].filter((address) => !after.has(address));
  const changed = [...after].filter(
    (address) =>
      before.has(address) && JSON.stringify(baseline.resources[address]) !== JSON.stringify(lock.resources[address]),
  );
  const parts = [
    ...(added.length > 0 ? [`it lacks ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`it still has ${listed(gone)}`] : []),
    ...(changed.length > 0 ? [`it has old values of ${listed(changed)}`] : []),
  ];
  return parts.length > 0 ? parts.join("; ") : "its header differs";
}
