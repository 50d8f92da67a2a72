import type { ObjectPrediction, ReplacementCause } from "../prediction";
import { platformValue, replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "immutable-attribute";

/** An attribute that the provider cannot change in place changes. */
export const immutableAttribute: Rule = {
  id,
  title: "An attribute that cannot change in place changes",
  explanation:
    "The API cannot change this attribute, so the provider destroys the resource and creates a new one with a new id. The data, " +
    "addresses and running workloads of the old resource are lost. Resources that refer to it are replaced, too.",
  example: 'cni of scaleway_k8s_cluster.c: "cilium" -> "calico"',
  remedy: "Set the attribute back to what it was, or create a second resource and move over to it.",
  find: (prediction) =>
    replacementFindings(
      prediction,
      id,
      ({ kind, cause }) => kind === "unexplained" || (kind === "attribute" && cause === undefined),
      advice,
    ),
};

function advice(object: ObjectPrediction, replacement: ReplacementCause): string {
  const { address } = object;
  const { kind, path, because } = replacement;
  const set = platformValue(object, replacement);
  if (set !== undefined) return `${set.because}. ${set.remedy}`;
  if (kind === "unexplained") return `Drop what asks for the replacement of ${address}, and plan again.`;
  if (because?.reason === "only-api-knows") return "";
  const back = `Set ${path?.toString() ?? "it"} of ${address} back to its value before this edit`;
  // Nothing drains the nodes of a pool that is replaced (terraform-provider-scaleway#4198).
  return address.type === "scaleway_k8s_pool"
    ? `Its nodes are not drained. ${back}, or add a second pool, drain this one, and remove it then.`
    : `${back}, or create a second resource and move over to it.`;
}
