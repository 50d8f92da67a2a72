import { replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "generated-name";

/** A pool without a name is replaced by every apply. */
export const generatedName: Rule = {
  id,
  title: "Replaced on every apply, because it has no name",
  explanation:
    "The provider generates a name for a pool that has none, and the next plan compares it with the missing one. As a " +
    "name cannot change in place, every plan replaces the pool.",
  example: "scaleway_k8s_pool.default without name",
  remedy: "Give it the name that it has in Scaleway.",
  find: (prediction) =>
    replacementFindings(
      prediction,
      id,
      ({ kind }) => kind === "generated",
      ({ address }, { path = "name" }) => `Set ${path} of ${address} to the one it has in the state or in the console.`,
    ),
};
