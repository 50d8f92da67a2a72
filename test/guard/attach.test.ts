import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import type { TerraformStack } from "cdktf";

import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { NodePool } from "../../lib/cluster/node-pool";
import { NodeSecurityGroup } from "../../lib/cluster/node-security-group";
import { DatabaseInstance } from "../../lib/database/database-instance";
import { attachGuard } from "../../lib/guard/attach";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { Vpc } from "../../lib/vpc/vpc";
import { newApp, newStack, stringToken, synthesize } from "../support/stack";

describe("the checks of a whole stack", () => {
  const colliding = (stack: TerraformStack) => {
    new VpcResource(stack, "a.b");
    new VpcResource(stack, "ab");
    return () => synthesize(stack);
  };

  test("come with a database alone", () => {
    const stack = newStack();
    const network = PrivateNetwork.fromPrivateNetworkId(stack, "network", "fr-par/1");
    new DatabaseInstance(stack, "database", {
      network,
      engine: "MySQL-8",
      nodeType: "DB-DEV-S",
      password: stringToken(stack),
    });
    expect(colliding(stack)).toThrow("synthesize to one address");
  });

  test("come with a pool alone", () => {
    const stack = newStack();
    const cluster = KapsuleCluster.fromClusterId(stack, "cluster", "fr-par/1");
    const securityGroup = NodeSecurityGroup.fromSecurityGroupId(stack, "group", "fr-par-1/1");
    new NodePool(stack, "pool", { cluster, securityGroup, nodeType: "DEV1-M", size: 1 });
    expect(colliding(stack)).toThrow("synthesize to one address");
  });

  test("come once, however many constructs there are", () => {
    const stack = newStack();
    const addValidation = jest.spyOn(stack.node, "addValidation");
    new Vpc(stack, "a");
    new Vpc(stack, "b");
    attachGuard(stack);
    expect(addValidation).toHaveBeenCalledTimes(1);
  });

  test("come to each stack of an app", () => {
    const app = newApp();
    const [one, other] = [newStack({}, app, "one"), newStack({}, app, "other")];
    new Vpc(one, "vpc");
    expect(colliding(other)).not.toThrow();
    new Vpc(other, "vpc");
    expect(() => synthesize(other)).toThrow("synthesize to one address");
  });

  test("do not come to a stack without a construct of the library", () => {
    expect(colliding(newStack())).not.toThrow();
  });
});
