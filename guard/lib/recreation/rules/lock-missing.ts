import { about } from "./build";
import type { Rule } from "./rule";

const id = "lock-missing";

/** A stack is there, and its lock is not. */
export const lockMissing: Rule = {
  id,
  title: "The lock of a stack is gone",
  explanation:
    "Without its lock on the base branch, the next edit of the stack has nothing to be compared with. The base revision " +
    "still has it, so that this edit is compared all the same.",
  example: "git rm recreation-locks/platform.json",
  remedy: "Synthesize without CI set, which writes the lock, and commit it.",
  find: ({ stack }) =>
    stack?.lockMissing === true
      ? [
          {
            rule: id,
            ...about({ address: `stack ${stack.stack}` }, "unprotect", undefined),
            severity: "error",
            attribute: "lock",
            remedy: "A synth without CI set writes it again: commit it.",
          },
        ]
      : [],
};
