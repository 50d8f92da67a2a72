import { deletionFinding } from "./build";
import type { Rule } from "./rule";

const id = "forgotten";

/** A `removed` block leaves the object running outside Terraform. */
export const forgotten: Rule = {
  id,
  title: "A resource leaves Terraform and keeps running",
  explanation:
    "A removed block with destroy = false, or OpenTofu's lifecycle.destroy = false, removes the object from the state. The object " +
    "continues to exist, and Scaleway continues to bill it.",
  example: "removed { from = scaleway_rdb_database.db, lifecycle { destroy = false } }",
  remedy: "Import the object where it is managed from now on.",
  find: ({ deletions }) =>
    deletions
      .filter(({ action }) => action === "forget")
      .map((deletion) => ({
        ...deletionFinding(id, deletion, "Nothing is destroyed. Import the object where it is managed from now on."),
        severity: "warning",
      })),
};
