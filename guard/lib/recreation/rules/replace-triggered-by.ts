import { replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "replace-triggered-by";

/** `replace_triggered_by` names something that changes. */
export const replaceTriggeredBy: Rule = {
  id,
  title: "Replaced because replace_triggered_by says so",
  explanation:
    "The lifecycle of this resource names another resource in replace_triggered_by. A change of the other resource, even a change in " +
    "place, replaces this resource.",
  example: "lifecycle.replace_triggered_by = [scaleway_k8s_cluster.c.version], and the version changes",
  remedy: "Name a single attribute in replace_triggered_by, or drop the entry.",
  find: (prediction) =>
    replacementFindings(
      prediction,
      id,
      ({ kind }) => kind === "triggered",
      (_, { cause }) =>
        `Drop ${cause?.toString() ?? "the resource"} from replace_triggered_by, or name only the attribute that must replace it.`,
    ),
};
