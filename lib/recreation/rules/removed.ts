import type { Deletion } from "../prediction/deletions";
import { about, removedLines } from "./build";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

const id = "removed";

/** A resource leaves the configuration. */
export const removed: Rule = {
  id,
  title: "A resource is removed",
  explanation:
    "What is no longer in the configuration is destroyed, also when prevent_destroy protected it: the protection goes " +
    "with the block.",
  example: "the block of scaleway_rdb_database.db is deleted",
  remedy: "To keep the object, replace the block by a removed block with destroy = false.",
  find: (plan) => plan.leaving.filter(isRemoved).map(finding),
};

function isRemoved({ action, gone, renamedTo }: Deletion): boolean {
  return action === "destroy" && gone !== "instance" && renamedTo === undefined;
}

function finding({ existing, certainty, gone }: Deletion): Finding {
  const protectedBefore = existing.deployed?.preventDestroy === true ? "Its prevent_destroy went with its block. " : "";
  const keep =
    gone === "module"
      ? `Restore the module, or move ${existing.address} out of it with a moved block.`
      : `To keep the object outside Terraform: ${removedLines(existing.address)}`;
  return {
    rule: id,
    ...about(existing.address, existing.deployed?.path),
    certainty,
    action: "destroy",
    remedy: `${protectedBefore}${keep}`,
  };
}
