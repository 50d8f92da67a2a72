import { replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "tainted";

/** The state marks the object as one to replace. */
export const tainted: Rule = {
  id,
  title: "Marked as tainted in the state",
  explanation: "A failed creation or `terraform taint` marked the object. The next apply replaces it.",
  example: 'status "tainted" of scaleway_k8s_pool.default in the state',
  remedy: "Run `terraform untaint ADDRESS` if the object works.",
  find: (prediction) =>
    replacementFindings(
      prediction,
      id,
      ({ kind }) => kind === "tainted",
      ({ address }) => `Run \`terraform untaint '${address}'\` if the object works.`,
    ),
};
