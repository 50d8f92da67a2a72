import type { IConstruct } from "constructs";

/** The security group of nodes in one zone, made here or elsewhere. */
export interface INodeSecurityGroup extends IConstruct {
  /** Zonal id of the group, such as `fr-par-1/11111111-1111-1111-1111-111111111111`. */
  readonly securityGroupId: string;
  /** The zone of the group. Undefined: the provider's zone. */
  readonly zone?: string;
}
