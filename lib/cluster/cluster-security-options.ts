import type { INodeSecurityGroup } from "./i-node-security-group";
import type { NodeSecurityGroupOptions } from "./node-security-group-options";

/** How a cluster comes by the security groups of its nodes. */
export interface ClusterSecurityOptions {
  /** Security groups of your own, one for each zone with pools. @default - the cluster makes them */
  readonly securityGroups?: readonly INodeSecurityGroup[] | undefined;
  /** Options of the groups that the cluster makes. @default - drop inbound, accept outbound */
  readonly securityGroupOptions?: NodeSecurityGroupOptions | undefined;
}
