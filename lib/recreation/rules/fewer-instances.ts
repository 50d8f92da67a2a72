import type { Deletion } from "../prediction/prediction";
import { deletionFinding, movedLines } from "./build";
import type { Rule } from "./rule";

const id = "fewer-instances";

/** An instance goes while its block stays. */
export const fewerInstances: Rule = {
  id,
  title: "count, for_each or enabled no longer has this instance",
  explanation:
    "The block stays, but its count is lower, a key of its for_each is gone, or its enabled is false (OpenTofu): the instance is " +
    "destroyed.",
  example: "count 2 -> 1 destroys scaleway_k8s_pool.default[1]",
  remedy: "Keep the count or the key, or add a moved block to the key it has now.",
  find: ({ deletions }) =>
    deletions
      .filter(({ gone, action, renamedTo }) => {
        return (gone === "instance" || gone === "disabled") && action === "destroy" && renamedTo === undefined;
      })
      .map((deletion) => deletionFinding(id, deletion, advice(deletion))),
};

function advice({ address, gone }: Deletion): string {
  if (gone === "disabled") return `Set lifecycle.enabled of ${address} back to true.`;
  return `Keep the count or the key of ${address}, or move it: ${movedLines(address, "NEW ADDRESS")}`;
}
