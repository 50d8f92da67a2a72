import { dirname, join } from "node:path";

import { App } from "cdktf";
import {
  type Base,
  baselineOf,
  baselineOfState,
  BaseLocks,
  isLockOfOneState,
  type LockAtBase,
  locksBeside,
  siblingOf,
  type StackBaseline,
} from "kapsule-guard/base";
import { LOCK_FILE, resolvedIn } from "kapsule-guard/provider";
import type { Lock } from "kapsule-guard/recreation";

import type { GuardedStack } from "./guarded-stack";

/** Versions of the Scaleway provider that `terraform init` chose. */
export interface ResolvedProvider {
  /** At the base revision. */
  readonly before?: string | undefined;
  /** Where Terraform runs. */
  readonly now: string | undefined;
  /** The same, where it is committed: what lies on one machine alone is no part of a lock. */
  readonly kept?: string | undefined;
}

/** The locks that the stacks of one app are compared with: those of the base revision, else the files. */
export class Baselines {
  private readonly bases = new Map<string, Base>();

  /** @param stacks Ids of the app's stacks. */
  constructor(private readonly stacks: ReadonlySet<string>) {}

  /**
   * What a stack is compared with.
   *
   * @throws BaseRevisionError where the base revision cannot be told, and nothing less will do
   * @throws LockError for a lock that cannot be used, or that is another stack's
   */
  public of(guard: GuardedStack): StackBaseline {
    const { stack, options, lockFile } = guard;
    return baselineOf({ stack: stack.node.id, file: lockFile, renamedFrom: options.renamedFrom }, this.baseOf(guard));
  }

  /** What one state of a stack is compared with, where it has a lock of its own. */
  public ofState(guard: GuardedStack, file: string, state: string | null): StackBaseline | undefined {
    return baselineOfState(guard.stack.node.id, file, state, this.baseOf(guard));
  }

  /** What the stack's lock was before the base branch last changed it, where nothing tells whether that passed. */
  public beforePush(guard: GuardedStack, file: string): { readonly lock: Lock; readonly commit: string } | undefined {
    const base = this.baseOf(guard);
    return typeof base === "string" ? undefined : base.before(file);
  }

  /** Locks beside a stack's own that belong to no stack of the app. */
  public gone(guard: GuardedStack): Lock[] {
    return this.beside(guard)
      .map(({ lock }) => lock)
      .filter(({ stack, draft }) => draft !== true && !this.stacks.has(stack));
  }

  /** Locks of stacks that left the app, and took their locks with them. */
  public removed(guards: readonly GuardedStack[]): Lock[] {
    const renamed = new Set(guards.map(({ options }) => options.renamedFrom));
    const found = new Map<string, Lock>();
    for (const guard of guards) {
      for (const { lock, missing } of this.beside(guard)) {
        if (missing && lock.draft !== true && !this.stacks.has(lock.stack) && !renamed.has(lock.stack))
          found.set(lock.stack, lock);
      }
    }
    return [...found.values()];
  }

  /** The locks in the folder of a stack's own, at the base or as they are. */
  public beside(guard: GuardedStack): LockAtBase[] {
    const base = this.baseOf(guard);
    if (base === "unjudged") return [];
    return base === "files" ? locksBeside(guard.lockFile) : base.beside(guard.lockFile);
  }

  /** The lock that a stack without a guard has, where one of a guarded stack would be looked for. */
  public left(guard: GuardedStack, stack: string): LockAtBase | undefined {
    const base = this.baseOf(guard);
    if (base === "unjudged") return undefined;
    if (base !== "files") return base.find(stack, siblingOf(guard.lockFile, stack));
    return locksBeside(guard.lockFile).find(({ file, lock }) => lock.stack === stack && !isLockOfOneState(file));
  }

  /** Whether a pipeline's revision lacks a lock that lies in its working tree. */
  public isUncommitted(guard: GuardedStack, file: string): boolean {
    const base = this.baseOf(guard);
    return typeof base !== "string" && base.isOnlyJudge && !base.isCommitted(file);
  }

  /** The versions that `terraform init` chose in a folder: as the base has them, and as they are where the revision at hand has them. */
  public resolved(guard: GuardedStack, folder: string): ResolvedProvider {
    const now = resolvedIn(folder);
    const base = this.baseOf(guard);
    if (typeof base === "string" || now === undefined) return { now };
    const isKept = base.isCommitted(join(folder, LOCK_FILE));
    return { before: base.resolvedIn(folder), now, kept: isKept ? now : undefined };
  }

  private baseOf({ lockFile, options, stack }: GuardedStack): Base {
    const key = JSON.stringify([dirname(lockFile), options.base]);
    const known = this.bases.get(key);
    if (known !== undefined) return known;
    const base = BaseLocks.around(lockFile, { base: options.base, app: App.of(stack).outdir });
    this.bases.set(key, base);
    return base;
  }
}
