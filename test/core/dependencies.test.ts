import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import type { TerraformResource } from "cdktf";

import { dependOn, ownsResource } from "../../lib/core/dependencies";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { newApp, newStack, synthesize } from "../support/stack";

describe("dependOn", () => {
  const dependenciesOf = (resource: TerraformResource) =>
    synthesize(resource.cdktfStack).resource?.scaleway_vpc?.[resource.friendlyUniqueId]?.depends_on;

  test("names the resources of constructs, in their order", () => {
    const stack = newStack();
    const resource = new VpcResource(stack, "resource");
    dependOn(resource, new Vpc(stack, "b"), new PrivateNetwork(stack, "a"));
    expect(dependenciesOf(resource)).toEqual([
      expect.stringMatching(/^scaleway_vpc\.b_\w+$/),
      expect.stringMatching(/^scaleway_vpc_private_network\.a_\w+$/),
    ]);
  });

  test("names the id that a resource has in the end", () => {
    const stack = newStack();
    const resource = new VpcResource(stack, "resource");
    const vpc = new Vpc(stack, "vpc");
    dependOn(resource, vpc);
    vpc.resource.overrideLogicalId("mine");
    expect(dependenciesOf(resource)).toEqual(["scaleway_vpc.mine"]);
  });

  test("leaves out what is only referred to, and what another stack has", () => {
    const app = newApp();
    const stack = newStack({}, app);
    const resource = new VpcResource(stack, "resource");
    dependOn(resource, Vpc.fromVpcId(stack, "imported", "fr-par/1"), new Vpc(newStack({}, app, "other"), "vpc"));
    expect(dependenciesOf(resource)).toBeUndefined();
  });
});

test("a construct owns the resource that it makes, and not one that it refers to", () => {
  const stack = newStack();
  expect(ownsResource(new Vpc(stack, "vpc"))).toBe(true);
  expect(ownsResource(Vpc.fromVpcId(stack, "imported", "fr-par/1"))).toBe(false);
});
