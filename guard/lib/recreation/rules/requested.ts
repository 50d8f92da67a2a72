import { replacementFindings } from "./build";
import type { Rule } from "./rule";

const id = "requested";

/** `terraform plan -replace` asks for the replacement. */
export const requested: Rule = {
  id,
  title: "Replaced because the plan was told to",
  explanation: "`terraform plan -replace=ADDRESS` requests the replacement. Only a real plan shows it.",
  example: "terraform plan -replace=scaleway_k8s_pool.default",
  remedy: "Plan without -replace.",
  find: (prediction) =>
    replacementFindings(
      prediction,
      id,
      ({ kind }) => kind === "requested",
      ({ address }) => `Plan without -replace=${address}.`,
    ),
};
