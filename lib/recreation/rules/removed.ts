import type { Deletion } from "../prediction/prediction";
import { opensApi } from "./api-opened";
import { deletionFinding, removedLines, sentences } from "./build";
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
  find: (prediction) =>
    prediction.deletions
      .filter((deletion) => !opensApi(prediction, deletion))
      .filter(
        ({ action, gone, renamedTo }) =>
          action === "destroy" && (gone === "block" || gone === "module") && renamedTo === undefined,
      )
      .map((deletion) => deletionFinding(id, deletion, remedy(deletion))),
};

function remedy({ address, gone, preventDestroy }: Deletion): string {
  return sentences(
    preventDestroy ? "Its prevent_destroy went with its block." : undefined,
    gone === "module"
      ? `Restore the module, or move ${address} out of it with a moved block.`
      : `To keep the object outside Terraform: ${removedLines(address)}`,
  );
}
