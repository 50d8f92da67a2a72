import { about, movedLines } from "./build";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

const id = "renamed";

/** A resource has another address and no `moved` block. */
export const renamed: Rule = {
  id,
  title: "A resource is renamed without a moved block",
  explanation:
    "Terraform knows a resource by its address. Under a new one it is a new resource: the old one is destroyed, and what " +
    "refers to it is replaced.",
  example: "scaleway_k8s_cluster.c becomes scaleway_k8s_cluster.main",
  remedy: "Add a moved block from the old address to the new one.",
  find: (plan) =>
    plan.leaving.flatMap(({ existing, certainty, action, renamedTo }): Finding[] => {
      if (renamedTo === undefined || action === "forget") return [];
      return [
        {
          rule: id,
          ...about(existing.address, existing.deployed?.path),
          certainty,
          action: "destroy",
          before: existing.address,
          after: renamedTo,
          remedy: `If ${renamedTo} is the same object, paste: ${movedLines(existing.origin, renamedTo)}`,
        },
      ];
    }),
};
