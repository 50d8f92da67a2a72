import { same } from "../../../../lib/recreation/diff/outcome";
import { clusterPrivateNetwork } from "../../../../lib/recreation/prediction/predicates/cluster-private-network";
import { OpaqueValue } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { changeOf, doubtful, inDoubt, opaque } from "./changes";

const network = new OpaqueValue("n.id", { identity: at("scaleway_vpc_private_network.n") });
const decide = clusterPrivateNetwork.decide.bind(clusterPrivateNetwork);

test("a Kapsule cluster neither changes nor leaves its network in place", () => {
  expect(decide(changeOf("a", "b"))).toBe("replaces");
  expect(decide(changeOf("a", null, { type: "kapsule-dedicated-4" }))).toBe("replaces");
  expect(decide(changeOf(network, null))).toBe("replaces");
});

test("it joins one in place, and the same one is none", () => {
  expect(decide(changeOf(null, "a"))).toBe("updates");
  expect(decide(changeOf("a", "a", {}, same))).toBe("updates");
});

test("a Kosmos cluster has none to lose", () => {
  expect(decide(changeOf("a", "b", { type: "multicloud" }))).toBe("updates");
});

test("a network that nobody knows leaves a doubt", () => {
  expect(decide(changeOf("a", opaque, {}, doubtful))).toEqual(inDoubt);
  expect(decide(changeOf(opaque, null))).toEqual(inDoubt);
});
