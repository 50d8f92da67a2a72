import { replacementFinding } from "./build";
import type { Rule } from "./rule";

const id = "ignored-change";

/** `ignore_changes` is added over a change that would replace the resource. */
export const ignoredChange: Rule = {
  id,
  title: "A replacement is hidden by ignore_changes",
  explanation:
    "The edit changes an attribute that cannot change in place, and adds the attribute to ignore_changes. Terraform replaces nothing, " +
    "but the configuration no longer matches the resource. If you later drop the entry, Terraform replaces the resource.",
  example: 'cni "cilium" -> "calico" together with ignore_changes = [cni]',
  remedy: "Set the attribute to what the resource has, and drop the entry.",
  find: ({ objects }) =>
    objects
      .filter(({ hidden }) => hidden.length > 0)
      .flatMap((object) =>
        object.hidden.map((cause) => {
          const advice = `Set ${cause.path?.toString() ?? "it"} back to what ${object.address} has, and drop it from ignore_changes.`;
          return replacementFinding(id, "ignore", object, cause, advice);
        }),
      ),
};
