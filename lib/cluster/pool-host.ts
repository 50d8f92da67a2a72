import type { IConstruct } from "constructs";

import { InvalidPropertyError, Slot } from "../core";
import type { ICluster } from "./i-cluster";
import type { INodePool } from "./i-node-pool";
import type { INodeSecurityGroup } from "./i-node-security-group";

/** What a cluster gives to a pool that joins it. */
interface PoolBinding {
  /** The security group for the pool's nodes. */
  readonly group: INodeSecurityGroup;
  /** What the pool waits for, besides its group. */
  readonly waitFor: readonly IConstruct[];
  /** Whether its nodes have no public address unless the pool says otherwise. @default false */
  readonly isolated?: boolean;
}

/** The side of a cluster which only its pools see. */
interface PoolHost {
  /**
   * Called by a pool that joins the cluster.
   *
   * @throws InvalidPropertyError where there is no security group for the zone of the pool
   */
  bindPool(pool: IConstruct, zone: string | undefined, ownGroup: INodeSecurityGroup | undefined): PoolBinding;
  /** Called by a pool whose resource is made. */
  poolJoined(pool: INodePool): void;
}

const hosts = new Slot<PoolHost>("PoolHost", () => FOREIGN);

/** Makes a cluster the host of its pools. */
export function hostPools(cluster: ICluster, host: PoolHost): void {
  hosts.put(cluster, host);
}

/** The host of a cluster's pools. A cluster of somebody else's class takes pools which bring their security group. */
export function poolHostOf(cluster: ICluster): PoolHost {
  return hosts.in(cluster);
}

const FOREIGN: PoolHost = {
  bindPool(pool, zone, ownGroup) {
    if (ownGroup === undefined) {
      throw new InvalidPropertyError(pool, {
        property: "securityGroup",
        value: ownGroup,
        requirement: "be given: only clusters of KapsuleCluster make the security groups of their nodes",
        suggestion: "Give the pool a NodeSecurityGroup, or refer to the cluster by KapsuleCluster.fromClusterId.",
      });
    }
    return { group: ownGroup, waitFor: [] };
  },
  poolJoined: () => undefined,
};
