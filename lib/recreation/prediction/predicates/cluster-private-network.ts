import { isEmpty } from "../../diff/compare";
import { OpaqueValue, unmark } from "../../values/value";
import { type Predicate, replacesUnlessSame } from "./predicate";

/** A Kapsule cluster can join a Private Network in place, but neither change nor leave it. */
export const clusterPrivateNetwork: Predicate = {
  name: "cluster-private-network",
  type: "scaleway_k8s_cluster",
  attribute: "private_network_id",
  decide(change) {
    const [type] = unmark(change.planned("type"));
    if (typeof type === "string" && type !== "" && !type.startsWith("kapsule")) return "updates";
    const [before] = unmark(change.before);
    if (isEmpty(before)) return "updates";
    const verdict = replacesUnlessSame(change);
    // What the network is now cannot be told, so neither can whether it is another one.
    const told = !(before instanceof OpaqueValue) || before.options.identity !== undefined;
    return verdict !== "replaces" || told ? verdict : { because: { reason: before.origin } };
  },
};
