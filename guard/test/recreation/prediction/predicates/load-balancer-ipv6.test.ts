import { loadBalancerIpv6 } from "../../../../lib/recreation/prediction/predicates/load-balancer-ipv6";
import { Unknown, type Value } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { byDefault, changeOf, doubtful, inDoubt, opaque } from "./changes";

test.each<[Value, Value, string]>([
  [true, false, "replaces"],
  [true, null, "replaces"],
  ["true", "false", "replaces"],
  [true, new Unknown(at("t.x")), "replaces"],
  [false, true, "updates"],
  [null, true, "updates"],
  [null, new Unknown(at("t.x")), "updates"],
])("a flag that goes from %p to %p: %s", (before, after, verdict) => {
  expect(loadBalancerIpv6.decide(changeOf(before, after))).toBe(verdict);
});

test("a flag that nobody knows leaves a doubt, the default of a variable does not", () => {
  expect(loadBalancerIpv6.decide(changeOf(true, opaque, {}, doubtful))).toEqual(inDoubt);
  expect(loadBalancerIpv6.decide(changeOf(true, false, {}, byDefault))).toBe("replaces");
});
