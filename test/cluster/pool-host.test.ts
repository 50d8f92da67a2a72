import { Construct } from "constructs";

import type { ICluster } from "../../lib/cluster/i-cluster";
import type { INodeSecurityGroup } from "../../lib/cluster/i-node-security-group";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { NodePool } from "../../lib/cluster/node-pool";
import type { NodePoolOptions } from "../../lib/cluster/node-pool-options";
import { NodeSecurityGroup } from "../../lib/cluster/node-security-group";
import { NodeSecurityRules } from "../../lib/cluster/node-security-rules";
import { dependsOn, expectInvalid, newCluster, newStack, resource } from "../support/stack";

const TYPE = "scaleway_k8s_pool";
const options: NodePoolOptions = { nodeType: "DEV1-M", size: 1 };

/** A cluster as a user may write it, with nothing but what ICluster asks for. */
class OwnCluster extends Construct implements ICluster {
  public readonly clusterId = "fr-par/11111111-1111-1111-1111-111111111111";
  public readonly clusterUuid = "11111111-1111-1111-1111-111111111111";
  public readonly region = "fr-par";
  public readonly securityGroup = new NodeSecurityRules(this);

  public addPool(id: string, pool: NodePoolOptions): NodePool {
    return new NodePool(this, id, { ...pool, cluster: this });
  }

  public addPools(): never {
    throw new Error("this kind of cluster has one pool");
  }
}

describe("what binds pools to their cluster", () => {
  test("is no part of a cluster's properties, and cannot be listed", () => {
    const stack = newStack();
    for (const cluster of [newCluster(stack), KapsuleCluster.fromClusterId(stack, "imported", "fr-par/1")]) {
      expect(cluster).not.toHaveProperty("bindPool");
      expect(cluster).not.toHaveProperty("poolJoined");
      expect(Object.getOwnPropertySymbols({ ...cluster }).map(String)).not.toContainEqual(
        expect.stringContaining("PoolHost"),
      );
    }
  });

  test("is there for clusters made here and elsewhere: each makes the group of its pools", () => {
    const stack = newStack();
    const imported = KapsuleCluster.fromClusterId(stack, "imported", "fr-par/1");
    for (const cluster of [newCluster(stack), imported]) {
      const { securityGroup } = cluster.addPool("workers", options);
      expect(securityGroup.node.path).toBe(`${cluster.node.path}/SecurityGroup`);
    }
  });
});

describe("a pool of a cluster that is not of this library", () => {
  const poolOf = (securityGroup?: (scope: Construct) => INodeSecurityGroup) => {
    const stack = newStack();
    const cluster = new OwnCluster(stack, "own");
    cluster.addPool("workers", { ...options, zone: "fr-par-1", securityGroup: securityGroup?.(stack) });
    return resource(stack, TYPE);
  };

  test("joins it with a security group that the pool brings", () => {
    expect(poolOf((scope) => NodeSecurityGroup.fromSecurityGroupId(scope, "group", "fr-par-1/g"))).toMatchObject({
      cluster_id: "fr-par/11111111-1111-1111-1111-111111111111",
      security_group_id: "fr-par-1/g",
      region: "fr-par",
    });
  });

  test("waits for a group that is made in the stack", () => {
    const made = poolOf((scope) => {
      const cluster = KapsuleCluster.fromClusterId(scope, "same", "fr-par/11111111-1111-1111-1111-111111111111");
      return new NodeSecurityGroup(scope, "group", { cluster });
    });
    expect(dependsOn(made)).toEqual(["scaleway_instance_security_group.group"]);
  });

  test("is refused without one, since nobody makes it", () => {
    expectInvalid(() => poolOf(), {
      path: "stack/own/workers",
      property: "securityGroup",
      value: "undefined",
      requirement: "be given: only clusters of KapsuleCluster make",
      suggestion: "Give the pool a NodeSecurityGroup",
    });
  });

  test("is refused with a group of another zone", () => {
    expect(() =>
      poolOf((scope) => NodeSecurityGroup.fromSecurityGroupId(scope, "group", "fr-par-2/g", "fr-par-2")),
    ).toThrow('securityGroup is "stack/group"; it must lie where stack/own/workers does, in fr-par-1');
  });
});
