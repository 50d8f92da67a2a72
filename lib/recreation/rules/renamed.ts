import { deletionFinding, movedLines } from "./build";
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
  find: ({ deletions }) =>
    deletions.flatMap((deletion): Finding[] => {
      const { address, origin, action, renamedTo } = deletion;
      if (renamedTo === undefined || action === "forget") return [];
      const paste = movedLines(origin, renamedTo);
      const finding = deletionFinding(id, deletion, `If ${renamedTo} is the same object, paste: ${paste}`);
      return [{ ...finding, before: address, after: renamedTo }];
    }),
};
