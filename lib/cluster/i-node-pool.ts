import type { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import type { IConstruct } from "constructs";

import type { INodeSecurityGroup } from "./i-node-security-group";
import type { IPlacementGroup } from "./placement-group";

/** A pool of nodes that joined a cluster. */
export interface INodePool extends IConstruct {
  /** Regional id of the pool. */
  readonly poolId: string;
  /** Name of the pool, which the names of its nodes contain. */
  readonly name: string;
  /** Number of nodes at creation. */
  readonly size: number;
  /** Patch version of the pool, where it was configured. */
  readonly version?: string;
  /** Zone of the nodes. Undefined: the provider's zone. */
  readonly zone?: string;
  /** The group that the nodes are in. */
  readonly securityGroup: INodeSecurityGroup;
  /** The placement group of the nodes, where it is a construct. */
  readonly placement?: IPlacementGroup;
  /** The underlying resource, for what has no property here. */
  readonly resource: K8SPool;
  /** Makes Terraform create this pool after something else of the stack. */
  waitFor(construct: IConstruct): void;
  /** Makes Terraform create this pool after another one, instead of the one that was named before. */
  startAfter(other: INodePool): void;
}
