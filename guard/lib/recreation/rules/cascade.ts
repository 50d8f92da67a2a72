import type { Cause } from "../../terraform";
import { platformValue, replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "cascade";

/** What to do about what only follows from something else. */
export function keptWith(cause: Cause | string): string {
  return `Keep ${cause} as it is, and this resource is kept with it.`;
}

/** An attribute that cannot change in place refers to something that is new after the apply. */
export const cascade: Rule = {
  id,
  title: "Replaced because something it refers to is",
  explanation:
    "An attribute that cannot change in place takes its value from a resource that this apply creates or replaces. The value is not " +
    "known before the apply, so Terraform replaces the resource that has this attribute.",
  example: "cluster_id of scaleway_k8s_pool.default, because scaleway_k8s_cluster.c is replaced",
  remedy: "Keep the resource it refers to; this one is kept with it.",
  find: (prediction) => {
    const created = new Set<Cause>([
      ...prediction.objects.filter(({ action }) => action === "create").map(({ address }) => address),
      ...(prediction.createdElsewhere ?? []),
    ]);
    return replacementFindings(
      prediction,
      id,
      ({ kind, cause }) => kind === "attribute" && cause !== undefined,
      (object, replacement) => {
        const { address } = object;
        const { path, cause = address } = replacement;
        const set = platformValue(object, replacement);
        if (set !== undefined) return `${set.because}, and ${cause} is another. ${set.remedy}`;
        return created.has(cause)
          ? `Set ${path?.toString() ?? "it"} of ${address} back to what it referred to before this edit: ${cause} is new.`
          : keptWith(cause);
      },
    );
  },
};
