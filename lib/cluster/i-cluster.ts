import type { IConstruct } from "constructs";

import type { Zone } from "../core";
import type { INodePool } from "./i-node-pool";
import type { INodeSecurityRules } from "./i-node-security-rules";
import type { NodePoolOptions, ZonalPoolOptions } from "./node-pool-options";

/** A Kapsule cluster, made here or elsewhere. */
export interface ICluster extends IConstruct {
  /** Regional id of the cluster, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly clusterId: string;
  /** The id without its region. */
  readonly clusterUuid: string;
  /** The cluster's region, where it was configured. */
  readonly region?: string;
  /** Rules for the traffic of the cluster's nodes, in every zone. */
  readonly securityGroup: INodeSecurityRules;
  /** Adds a pool of nodes. */
  addPool(id: string, options: NodePoolOptions): INodePool;
  /** Adds pools of one kind, one in each zone, by zone. */
  addPools<Z extends Zone>(id: string, options: ZonalPoolOptions<Z>): Readonly<Record<Z, INodePool>>;
}
