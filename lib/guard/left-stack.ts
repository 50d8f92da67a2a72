import type { TerraformStack } from "cdktf";

import { isLockOfOneState } from "../base/base-locks";
import type { Baselines } from "./baselines";
import type { GuardedStack } from "./guarded-stack";

/**
 * Stacks of an app that have a lock beside those of its guarded stacks, and no guard: one that was rewritten without the library's
 * constructs is still what its lock says.
 */
export function leftStacks(
  guards: readonly GuardedStack[],
  stacks: readonly TerraformStack[],
  baselines: Baselines,
): GuardedStack[] {
  const guarded = new Set(guards.map(({ stack }) => stack));
  return stacks
    .filter((stack) => !guarded.has(stack))
    .flatMap((stack) => {
      const beside = guards.flatMap((guard) =>
        baselines
          .beside(guard)
          .filter(({ file, lock }) => lock.stack === stack.node.id && !isLockOfOneState(file))
          .map(({ file }) => ({ file, base: guard.options.base })),
      );
      const [found] = beside;
      return found === undefined ? [] : [withoutGuard(stack, found.file, found.base)];
    });
}

function withoutGuard(stack: TerraformStack, lockFile: string, base: string | undefined): GuardedStack {
  return {
    stack,
    lockFile,
    options: { lockFile, base },
    development: false,
    moves: [],
    approvals: [],
    takeSynthesized: () => undefined,
  };
}
