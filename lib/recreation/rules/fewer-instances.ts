import { deletionFinding, movedLines } from "./build";
import type { Rule } from "./rule";

const id = "fewer-instances";

/** An instance goes while its block stays. */
export const fewerInstances: Rule = {
  id,
  title: "count or for_each no longer has this instance",
  explanation: "The block stays, but its count is lower, or a key of its for_each is gone: the instance is destroyed.",
  example: "count 2 -> 1 destroys scaleway_k8s_pool.default[1]",
  remedy: "Keep the count or the key, or add a moved block to the key it has now.",
  find: ({ deletions }) =>
    deletions
      .filter(({ gone, action, renamedTo }) => gone === "instance" && action === "destroy" && renamedTo === undefined)
      .map((deletion) => {
        const { address } = deletion;
        const moved = movedLines(address, "NEW ADDRESS");
        return deletionFinding(id, deletion, `Keep the count or the key of ${address}, or move it: ${moved}`);
      }),
};
