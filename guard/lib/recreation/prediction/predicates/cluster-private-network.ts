import { OpaqueValue, unmark } from "../../../terraform";
import { isEmpty } from "../../diff";
import { type AttributeChange, type Predicate, replacesUnlessSame, type Verdict } from "./predicate";

/**
 * A Kapsule cluster can neither change nor leave its Private Network. It joins one in place where a state has none, which no refreshed
 * state shows any more: where only the configuration is known, it has a network that the code does not name.
 */
export const clusterPrivateNetwork: Predicate = {
  name: "cluster-private-network",
  type: "scaleway_k8s_cluster",
  attribute: "private_network_id",
  decide(change) {
    const [type] = unmark(change.planned("type"));
    if (typeof type === "string" && type !== "" && !type.startsWith("kapsule")) return "updates";
    const [before] = unmark(change.before);
    if (isEmpty(before)) return change.fromState ? "updates" : joins(change);
    const verdict = replacesUnlessSame(change);
    // What the network is now cannot be told, so neither can whether it is another one.
    const told = !(before instanceof OpaqueValue) || before.options.identity !== undefined;
    return verdict !== "replaces" || told ? verdict : { because: { reason: before.origin } };
  },
};

/** A network that this apply makes is another one than the cluster's; one that exists may be the very same. */
function joins({ outcome }: AttributeChange): Verdict {
  return outcome.kind === "unknown" ? "replaces" : { because: { reason: "set-by-scaleway" } };
}
