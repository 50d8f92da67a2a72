import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { BaseLocks, type LockAtBase, orNone } from "../base/base-locks";
import { checkLockIdentity, type Lock, readLockFile } from "../recreation";
import type { GuardedStack } from "./guarded-stack";

/** What a stack is compared with. */
export interface StackBaseline {
  /** Undefined for a stack that has none yet. */
  readonly lock: Lock | undefined;
  /** Where it is from, for people; undefined without a lock. */
  readonly from: string | undefined;
  /** Whether the base revision has a lock of the stack, and the working tree has not. */
  readonly missing: boolean;
  /** Another file that the base revision, and the working tree, have for a stack of this id. */
  readonly elsewhere?: string;
}

/** The locks that the stacks of one app are compared with: those of the base revision, else the files. */
export class Baselines {
  private readonly bases = new Map<string, BaseLocks | undefined>();

  /** @param stacks Ids of the app's stacks. */
  constructor(private readonly stacks: ReadonlySet<string>) {}

  /**
   * @param written The lock, where the file has the very same.
   * @throws BaseRevisionError where the base revision cannot be told, and nothing less will do
   * @throws LockError for a lock that cannot be used, or that is another stack's
   */
  public of(guard: GuardedStack, written: Lock | undefined): StackBaseline {
    const base = this.baseOf(guard);
    let others: LockAtBase[] = [];
    // Another app's stack may have the same id, and its lock is where it was.
    const moved = (stack: string): LockAtBase | undefined => {
      others = base?.locksOf(stack) ?? [];
      return others.find(({ missing }) => missing);
    };
    const found = base && lockIn(guard, (file) => base.at(file), moved);
    if (found !== undefined) {
      const missing = found.file === guard.lockFile && !existsSync(guard.lockFile);
      return { lock: found.lock, from: `${shown(found.file)} at ${base?.name ?? ""}`, missing };
    }
    const own =
      written === undefined ? lockIn(guard, readLockFile, () => undefined) : { lock: written, file: guard.lockFile };
    const other = others.find((each) => each.lock.stack === guard.stack.node.id);
    return {
      lock: own?.lock,
      from: own && `${shown(own.file)} as it is`,
      missing: false,
      ...(other === undefined ? {} : { elsewhere: shown(other.file) }),
    };
  }

  /** Locks beside a stack's own that belong to no stack of the app. */
  public gone(guard: GuardedStack): Lock[] {
    const beside =
      this.baseOf(guard)
        ?.beside(guard.lockFile)
        .map(({ lock }) => lock) ?? locksBeside(guard.lockFile);
    return beside.filter(({ stack }) => !this.stacks.has(stack));
  }

  /** Locks of stacks that left the app, and took their locks with them. */
  public removed(guards: readonly GuardedStack[]): Lock[] {
    const renamed = new Set(guards.map(({ options }) => options.renamedFrom));
    const found = new Map<string, Lock>();
    for (const guard of guards) {
      for (const { lock, missing } of this.baseOf(guard)?.beside(guard.lockFile) ?? []) {
        if (missing && !this.stacks.has(lock.stack) && !renamed.has(lock.stack)) found.set(lock.stack, lock);
      }
    }
    return [...found.values()];
  }

  private baseOf({ lockFile, options }: GuardedStack): BaseLocks | undefined {
    const key = JSON.stringify([dirname(lockFile), options.base]);
    if (!this.bases.has(key)) this.bases.set(key, BaseLocks.around(lockFile, { base: options.base }));
    return this.bases.get(key);
  }
}

/** The lock of a stack, or of the stack that it is renamed from, and the file that has it. */
function lockIn(
  { stack, lockFile, options }: GuardedStack,
  read: (file: string) => Lock | undefined,
  movedLockOf: (stack: string) => { file: string; lock: Lock } | undefined,
): { file: string; lock: Lock } | undefined {
  const { id } = stack.node;
  const own = read(lockFile);
  const { renamedFrom } = options;
  if (own !== undefined) {
    // A stack that is renamed may keep its lock file.
    checkLockIdentity(own, { stack: own.stack === renamedFrom ? renamedFrom : id });
    return { file: lockFile, lock: own };
  }
  if (renamedFrom === undefined) return movedLockOf(id);
  const file = siblingOf(lockFile, renamedFrom);
  const earlier = read(file);
  if (earlier === undefined) return movedLockOf(renamedFrom);
  checkLockIdentity(earlier, { stack: renamedFrom });
  return { file, lock: earlier };
}

/** The lock file that a stack of another id has in the same folder. */
export function siblingOf(lockFile: string, stack: string): string {
  return join(dirname(lockFile), `${stack}.json`);
}

/** Paths below the working directory as the user would type them. */
export function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}

function locksBeside(lockFile: string): Lock[] {
  const folder = dirname(lockFile);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== basename(lockFile))
    .flatMap((name) => orNone(() => readLockFile(join(folder, name))) ?? []);
}
