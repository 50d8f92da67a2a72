import type { StackBaseline } from "kapsule-guard/base";
import type { Lock } from "kapsule-guard/recreation";

import type { GuardedStack } from "./guarded-stack";

/** Whether a lock is of another state than a stack's, and the author does not say that the state moved. */
export function isOfOtherState({ options }: GuardedStack, { lock }: StackBaseline, after: Lock): boolean {
  if (lock === undefined || lock.backend === after.backend) return false;
  return options.state !== "moved" && lock.stack !== options.renamedFrom;
}
