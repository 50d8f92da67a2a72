import { resolve } from "node:path";

import type { TerraformStack } from "cdktf";
import { shown } from "kapsule-guard/files";

import type { GuardedStack } from "./guarded-stack";

/**
 * Refuses locks that two stacks would share, and an earlier name that is another stack's.
 *
 * @throws Error naming both stacks, before anything is read or written
 */
export function checkIdentities(guards: readonly GuardedStack[], stacks: readonly TerraformStack[]): void {
  const owners = new Map<string, GuardedStack>();
  for (const guard of guards) {
    const { lockFile, stack, options } = guard;
    // Folders of macOS and Windows take two spellings of a name for one file.
    const key = resolve(lockFile).toLowerCase();
    const other = owners.get(key);
    owners.set(key, guard);
    if (other !== undefined) {
      throw new Error(
        `${stack.node.path}: the lock file ${shown(lockFile)} is also that of stack ${other.stack.node.path}` +
          `${other.lockFile === lockFile ? "" : `, ${shown(other.lockFile)}, where small and capital letters are the same`}: ` +
          "each stack needs its own, by another id or another lockFile",
      );
    }
    const { renamedFrom } = options;
    if (
      renamedFrom !== undefined &&
      renamedFrom !== stack.node.id &&
      stacks.some(({ node }) => node.id === renamedFrom)
    ) {
      throw new Error(
        `${stack.node.path}: renamedFrom names ${JSON.stringify(renamedFrom)}, which is a stack of this app: ` +
          "remove renamedFrom once the renamed stack's lock is on the base branch",
      );
    }
  }
}
