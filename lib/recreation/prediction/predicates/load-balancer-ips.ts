import { compare, isEmpty } from "../../diff/compare";
import { OpaqueValue, Unknown, unmark, type Value } from "../../values/value";
import type { Predicate, Verdict } from "./predicate";

const exact = { name: "ip_ids", path: "ip_ids", equivalence: undefined, children: new Map<string, never>() };

/** A load balancer keeps every address it has: one that goes, or that becomes unknown, replaces it. */
export const loadBalancerIps: Predicate = {
  name: "load-balancer-ips",
  type: "scaleway_lb",
  attribute: "ip_ids",
  decide({ before, after }) {
    const [prior] = unmark(before);
    const [wanted] = unmark(after);
    if (wanted instanceof Unknown) return isEmpty(prior) ? "updates" : "replaces";
    if (prior instanceof OpaqueValue || wanted instanceof OpaqueValue) return "cannot tell";
    const left = Array.isArray(wanted) ? wanted : [];
    if (left.some((ip) => unmark(ip)[0] instanceof Unknown)) return isEmpty(prior) ? "updates" : "replaces";
    const kept = (Array.isArray(prior) ? prior : []).map((ip) => keeps(ip, left));
    return (
      kept.find((verdict) => verdict === "replaces") ?? kept.find((verdict) => verdict === "cannot tell") ?? "updates"
    );
  },
};

function keeps(ip: Value, wanted: readonly Value[]): Verdict {
  const answers = wanted.map((candidate) => compare(ip, candidate, exact).is);
  if (answers.includes("same")) return "updates";
  return answers.includes("cannot tell") ? "cannot tell" : "replaces";
}
