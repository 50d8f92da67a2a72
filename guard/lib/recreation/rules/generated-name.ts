import { replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "generated-name";

/** A pool without a name is replaced by every apply. */
export const generatedName: Rule = {
  id,
  title: "Replaced on every apply, because it has no name",
  explanation:
    "If a pool has no name, the provider generates one. The next plan compares the generated name with the missing name. A name cannot " +
    "change in place, so every plan replaces the pool.",
  example: "scaleway_k8s_pool.default without name",
  remedy: "Give it the name that it has in Scaleway.",
  find: (prediction) =>
    replacementFindings(
      prediction,
      id,
      ({ kind }) => kind === "generated",
      ({ address }, { path }) =>
        `Set ${path?.toString() ?? "name"} of ${address} to the one it has in the state or in the console.`,
    ),
};
