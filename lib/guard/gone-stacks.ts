import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { type Lock, LockError, readLockFile } from "../recreation";

/**
 * Locks beside a stack's own that belong to no stack of the app.
 *
 * @param stacks Ids of the app's stacks.
 */
export function locksOfGoneStacks(lockFile: string, stacks: ReadonlySet<string>): Lock[] {
  const folder = dirname(lockFile);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== basename(lockFile))
    .map((name) => lockIfAny(join(folder, name)))
    .filter((lock) => lock !== undefined)
    .filter((lock) => !stacks.has(lock.stack));
}

/** The folder may hold other files; a lock of no stack of this app that cannot be read is not this app's to judge. */
function lockIfAny(file: string): Lock | undefined {
  try {
    return readLockFile(file);
  } catch (error) {
    if (error instanceof LockError) return undefined;
    throw error;
  }
}
