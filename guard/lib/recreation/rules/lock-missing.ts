import { aboutStack } from "./build";
import type { Rule } from "./rule";

const id = "lock-missing";

/** A stack is there, and its lock is not. */
export const lockMissing: Rule = {
  id,
  title: "The lock of a stack is gone",
  explanation:
    "The base revision still has the lock, so the guard compares this edit as usual. Once the lock is also gone from the base branch, " +
    "the guard has nothing to compare the next edit of the stack with.",
  example: "git rm recreation-locks/platform.json",
  remedy: "Synthesize without CI set, which writes the lock, and commit it.",
  find: ({ stack }) =>
    stack?.lockMissing === true
      ? [
          {
            rule: id,
            ...aboutStack(stack.stack, "unprotect", undefined),
            severity: "error",
            attribute: "lock",
            remedy: "A synth without CI set writes it again: commit it.",
          },
        ]
      : [],
};
