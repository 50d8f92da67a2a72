import { OpaqueValue, Unknown, unmark, type Value } from "../../../terraform";
import { compare, isEmpty, type Outcome } from "../../diff";
import { opaqueVerdict, type Predicate, type Verdict } from "./predicate";

const exact = { name: "ip_ids", path: "ip_ids", equivalence: undefined, children: new Map<string, never>() };

/** A load balancer keeps every address it has: one that goes, or that becomes unknown, replaces it. */
export const loadBalancerIps: Predicate = {
  name: "load-balancer-ips",
  type: "scaleway_lb",
  attribute: "ip_ids",
  decide({ outcome, before, after }) {
    const [prior] = unmark(before);
    const [wanted] = unmark(after);
    if (wanted instanceof Unknown) return isEmpty(prior) ? "updates" : "replaces";
    if (prior instanceof OpaqueValue || wanted instanceof OpaqueValue) return opaqueVerdict(outcome);
    const left = Array.isArray(wanted) ? wanted : [];
    if (left.some((ip) => unmark(ip)[0] instanceof Unknown)) return isEmpty(prior) ? "updates" : "replaces";
    if (Array.isArray(prior) && prior.length > left.length) return "replaces";
    const kept = (Array.isArray(prior) ? prior : []).map((ip) => keeps(ip, left));
    return (
      kept.find((verdict) => verdict === "replaces") ?? kept.find((verdict) => typeof verdict === "object") ?? "updates"
    );
  },
};

function keeps(ip: Value, wanted: readonly Value[]): Verdict {
  const outcomes: Outcome[] = wanted.map((candidate) => compare(ip, candidate, exact));
  if (outcomes.some(({ kind }) => kind === "same")) return "updates";
  const doubtful = outcomes.find(({ kind }) => kind === "uncertain");
  return doubtful === undefined ? "replaces" : opaqueVerdict(doubtful);
}
