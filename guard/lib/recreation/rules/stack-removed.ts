import { isStateful } from "../../provider";
import { aboutStack, sentences } from "./build";
import type { Rule } from "./rule";

const id = "stack-removed";

/** A stack is gone, with its lock; nothing destroys what it made. */
export const stackRemoved: Rule = {
  id,
  title: "A stack is gone",
  explanation:
    "If a stack leaves an app, Terraform destroys nothing. Everything that the stack created continues to run and to cost money, outside " +
    "Terraform. No guard watches it any more.",
  example: 'new Platform(app, "staging") is deleted, with its lock',
  remedy: "Destroy the stack before it leaves the app (`cdktf destroy staging`), or put it back.",
  find: ({ removedStacks = [] }) =>
    removedStacks.map(({ stack, types }) => {
      const held = types.filter(isStateful).length;
      return {
        rule: id,
        ...aboutStack(stack, "forget", undefined),
        severity: held > 0 ? "error" : "warning",
        remedy: sentences(
          held > 0 ? `${held} of its ${types.length} resources hold data, addresses or running workloads.` : undefined,
          `Destroy it before it leaves the app (\`cdktf destroy ${stack}\`), or put it back.`,
        ),
      };
    }),
};
