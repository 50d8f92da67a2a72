import type { IConstruct } from "constructs";

/** A managed load balancer, made here or elsewhere. */
export interface ILoadBalancer extends IConstruct {
  /** Zonal id of the load balancer, such as `fr-par-1/11111111-1111-1111-1111-111111111111`. */
  readonly loadBalancerId: string;
  /** Its zone, where it was configured. */
  readonly zone?: string;
}
