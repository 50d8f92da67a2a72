import type { Deletion } from "../prediction";
import { type Advice, deletionFinding, keptByName, movedLine } from "./build";
import type { Rule } from "./rule";

const id = "fewer-instances";

/** An instance goes while its block stays. */
export const fewerInstances: Rule = {
  id,
  title: "count, for_each or enabled no longer has this instance",
  explanation:
    "The block stays, but its count is lower, its for_each no longer has the key, or its enabled is false (OpenTofu). Terraform destroys " +
    "the instance.",
  example: "count 2 -> 1 destroys scaleway_k8s_pool.default[1]",
  remedy: "Keep the count or the key, or add a moved block to the key it has now.",
  find: ({ deletions }) =>
    deletions
      .filter(({ gone, action, renamedTo }) => {
        return (gone === "instance" || gone === "disabled") && action === "destroy" && renamedTo === undefined;
      })
      .map((deletion) => deletionFinding(id, deletion, advice(deletion))),
};

function advice({ address, gone, shiftedTo, otherName }: Deletion): string | Advice {
  if (shiftedTo !== undefined)
    return `Keys have shifted: ${shiftedTo} is to be what it was. Where the keys are names, moves keep both; the first of these findings has them.`;
  if (otherName !== undefined) return keptByName(address, otherName);
  if (gone === "disabled") return `Set lifecycle.enabled of ${address} back to true.`;
  return {
    text: `Keep the count or the key of ${address}, or say in the constructor of the stack which key it has now.`,
    fixes: [movedLine(address, "NEW ADDRESS")],
  };
}
