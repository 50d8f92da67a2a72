import { OpaqueValue, unmark, type Value } from "../../../terraform";
import { opaqueVerdict, type Predicate, undecidedUnlessDefault } from "./predicate";

function isOn(value: Value): boolean {
  return value === true || value === "true";
}

/** A flexible IPv6 address can be added in place, not taken away; an unknown flag reads as false. */
export const loadBalancerIpv6: Predicate = {
  name: "load-balancer-ipv6",
  type: "scaleway_lb",
  attribute: "assign_flexible_ipv6",
  decide({ before, after, outcome }) {
    const [prior] = unmark(before);
    const [wanted] = unmark(after);
    if (prior instanceof OpaqueValue || wanted instanceof OpaqueValue) return opaqueVerdict(outcome);
    return undecidedUnlessDefault(outcome) ?? (isOn(prior) && !isOn(wanted) ? "replaces" : "updates");
  },
};
