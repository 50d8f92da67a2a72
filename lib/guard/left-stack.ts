import type { TerraformStack } from "cdktf";

import type { Baselines } from "./baselines";
import type { GuardedStack } from "./guarded-stack";

/**
 * Stacks of an app that have a lock and no guard, where another stack of the app has one: one that was rewritten without the library's
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
      for (const guard of guards) {
        const found = baselines.left(guard, stack.node.id);
        if (found !== undefined) return [withoutGuard(stack, found.file, guard.options.base)];
      }
      return [];
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
