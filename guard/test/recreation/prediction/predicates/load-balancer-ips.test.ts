import { loadBalancerIps } from "../../../../lib/recreation/prediction/predicates/load-balancer-ips";
import { Unknown, type Value } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { changeOf, doubtful, inDoubt, opaque } from "./changes";

test.each<[string, Value, Value, unknown]>([
  ["an address that goes", ["a", "b"], ["a"], "replaces"],
  ["another address", ["a"], ["b"], "replaces"],
  ["all addresses", ["a"], null, "replaces"],
  ["an address more", ["a"], ["a", "b"], "updates"],
  ["another order", ["a", "b"], ["b", "a"], "updates"],
  ["the first address", null, ["a"], "updates"],
  ["a list that becomes unknown", ["a"], new Unknown(at("t.x")), "replaces"],
  ["an address that becomes unknown", ["a"], ["a", new Unknown(at("t.x"))], "replaces"],
  ["a list that becomes unknown where there was none", [], new Unknown(at("t.x")), "updates"],
  ["two addresses of which one may be the same", ["a", "b"], [opaque], "replaces"],
  ["an address that may be the same", ["a"], [opaque], inDoubt],
])("%s", (_, before, after, verdict) => {
  expect(loadBalancerIps.decide(changeOf(before, after))).toEqual(verdict);
});

test("a list that nobody knows leaves a doubt", () => {
  expect(loadBalancerIps.decide(changeOf(["a"], opaque, {}, doubtful))).toEqual(inDoubt);
  expect(loadBalancerIps.decide(changeOf(opaque, ["a"], {}, doubtful))).toEqual(inDoubt);
});
