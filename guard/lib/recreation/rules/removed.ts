import { stateful } from "../../provider";
import type { Deletion } from "../prediction";
import { opensApi } from "./api-opened";
import { type Advice, deletionFinding, keptByName, removedLine, sentences } from "./build";
import type { Rule } from "./rule";

const id = "removed";

const GONE: readonly Deletion["gone"][] = ["block", "module", "module-disabled"];

/** A resource leaves the configuration. */
export const removed: Rule = {
  id,
  title: "A resource is removed",
  explanation:
    "Terraform destroys a resource that is no longer in the configuration, even if prevent_destroy protected it. The protection is " +
    "deleted with the block.",
  example: "the block of scaleway_rdb_database.db is deleted",
  remedy: "To keep the object, replace the block by a removed block with destroy = false.",
  find: (prediction) =>
    prediction.deletions
      .filter((deletion) => !opensApi(prediction, deletion))
      .filter(({ action, gone, renamedTo }) => action === "destroy" && GONE.includes(gone) && renamedTo === undefined)
      .map((deletion) => deletionFinding(id, deletion, remedy(deletion))),
};

function remedy({ address, gone, preventDestroy, otherName }: Deletion): Advice {
  const kept = otherName === undefined ? undefined : keptByName(address, otherName);
  const first = preventDestroy
    ? "Deleting the code also deleted its prevent_destroy, so Terraform will not refuse this plan."
    : undefined;
  if (gone === "module-disabled")
    return { text: sentences(first, `Set lifecycle.enabled of the module of ${address} back to true.`) };
  if (gone === "module")
    return { text: sentences(first, `Restore the module, or move ${address} out of it with a moved block.`) };
  return {
    text: sentences(
      first,
      kept?.text,
      `To keep the object outside Terraform, say so in the constructor of the stack.`,
      stateful[address.type] === "data" ? ELSEWHERE : undefined,
    ),
    fixes: [...(kept?.fixes ?? []), removedLine(address)],
  };
}

/** Terraform makes what a second stack declares, whatever the first one forgets. */
const ELSEWHERE =
  "Where another stack has it from now on, say importId there, and password: false of a database: without them, that stack makes an empty one.";
