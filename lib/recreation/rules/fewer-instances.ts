import { about, movedLines } from "./build";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

const id = "fewer-instances";

/** An instance goes while its block stays. */
export const fewerInstances: Rule = {
  id,
  title: "count or for_each no longer has this instance",
  explanation: "The block stays, but its count is lower, or a key of its for_each is gone: the instance is destroyed.",
  example: "count 2 -> 1 destroys scaleway_k8s_pool.default[1]",
  remedy: "Keep the count or the key, or add a moved block to the key it has now.",
  find: (plan) =>
    plan.leaving.flatMap(({ existing, certainty, action, gone, renamedTo }): Finding[] => {
      if (gone !== "instance" || action !== "destroy" || renamedTo !== undefined) return [];
      const moved = movedLines(existing.address, "NEW ADDRESS");
      return [
        {
          rule: id,
          ...about(existing.address, existing.deployed?.path),
          certainty,
          action: "destroy",
          remedy: `Keep the count or the key of ${existing.address}, or move it: ${moved}`,
        },
      ];
    }),
};
