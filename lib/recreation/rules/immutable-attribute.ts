import type { Reason } from "../prediction/decision";
import type { InstancePlan } from "../prediction/instance";
import { findingsFor } from "./build";
import type { Rule } from "./rule";

const id = "immutable-attribute";

/** An attribute that the provider cannot change in place changes. */
export const immutableAttribute: Rule = {
  id,
  title: "An attribute that cannot change in place changes",
  explanation:
    "The provider destroys the resource and creates another one, with another id, because the API cannot change this " +
    "attribute. Data, addresses and running workloads of the old one are lost, and what refers to it is replaced too.",
  example: 'cni of scaleway_k8s_cluster.c: "cilium" -> "calico"',
  remedy: "Set the attribute back to what it was, or create a second resource and move over to it.",
  find: (plan) => findingsFor(plan, id, (reason) => reason.kind === "attribute" && reason.cause === undefined, remedy),
};

function remedy({ address }: InstancePlan, { path = "", asksApi, certainty, attribute }: Reason): string {
  if (asksApi === true)
    return `Only the Scaleway API knows whether ${path} can change in place: look at the plan before applying it.`;
  const keep = `Set ${path} of ${address} back to its value before this edit, or create a second resource and move over to it.`;
  if (certainty === "will") return keep;
  if (attribute?.computed === true) {
    return `The provider may have chosen another value for ${path}: leave it out, or check it against the state. ${keep}`;
  }
  return `The files do not tell whether ${path} changes: check it against the state or the plan. ${keep}`;
}
