import { Unknown, unmark, type Value } from "../../../terraform";
import {
  allOf,
  anyOf,
  holdsAnywhere,
  isOneOf,
  isSet,
  type Laxity,
  not,
  partOf,
  someOf,
  stringIs,
} from "../../behaviour";
import type { Reader } from "./safeguard";

/** Whether a rule of an attribute lets every address in. */
export const inRules =
  (attribute: string, name = "ip") =>
  (of: Reader): Laxity =>
    someOf(of(attribute), (rule) => holdsAnywhere(partOf(rule, name)));

/** The ranges of some rules. */
export function rangesIn(rules: Value): Value {
  const [plain] = unmark(rules);
  return Array.isArray(plain)
    ? plain.map((rule) => partOf(rule, "ip")).filter((ip) => ip !== null && ip !== "")
    : rules;
}

/** A block whose content the provider knows. */
export function presence(block: Value): Value {
  return isSet(block) === true ? new Unknown() : null;
}

const ALL_PORTS = ["0-65535", "1-65535"];

/** A rule of a security group that lets every address in, through every port. */
export function isOpenRule(rule: Value): Laxity {
  const range = partOf(rule, "ip_range");
  const ports = partOf(rule, "port_range");
  const narrowed = [
    isSet(partOf(rule, "ip")),
    isSet(partOf(rule, "port")),
    allOf([isSet(ports), not(isOneOf(ports, ...ALL_PORTS))]),
  ];
  const everybody = anyOf([holdsAnywhere(range), not(isSet(range))]);
  return allOf([
    isOneOf(partOf(rule, "action"), "accept"),
    not(isOneOf(partOf(rule, "protocol"), "ICMP")),
    everybody,
    not(anyOf(narrowed)),
  ]);
}

/** A rule of a load balancer that lets every address in. */
export function isOpenEntry(action: Value, match: Value): Laxity {
  const allows = someOf(action, (each) => isOneOf(partOf(each, "type"), "allow"));
  const isEverybody = (each: Value): Laxity => {
    const anywhere = holdsAnywhere(partOf(each, "ip_subnet"));
    // All but a few are nearly everybody, and none at all are nobody.
    return isOneOf(partOf(each, "invert"), true) === true ? not(anywhere) : anywhere;
  };
  return allOf([allows, someOf(match, isEverybody)]);
}

/** Whether an access control policy grants everybody something. */
export const isGrantedToAll = (policy: Value): Laxity =>
  someOf(policy, (each) =>
    someOf(partOf(each, "grant"), (grant) =>
      someOf(partOf(grant, "grantee"), (grantee) =>
        stringIs(partOf(grantee, "uri"), (uri) => /\/(?:AllUsers|AuthenticatedUsers)$/.test(uri)),
      ),
    ),
  );
