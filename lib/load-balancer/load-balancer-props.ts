import type { LoadBalancerType } from "kapsule-guard/provider";

import type { RemovalPolicy, Zone } from "../core";
import type { IPrivateNetwork } from "../network";
import type { ILoadBalancerIp } from "./load-balancer-ip";

export type { LoadBalancerType } from "kapsule-guard/provider";

/** How old the clients may be that speak TLS to a load balancer. */
export const SSL_COMPATIBILITIES = ["modern", "intermediate", "old"] as const;
/** How old the clients may be that speak TLS to a load balancer. */
export type SslCompatibility = (typeof SSL_COMPATIBILITIES)[number];

/** Properties of a {@link LoadBalancer}. */
export interface LoadBalancerProps {
  /** The network by which it reaches its backends. */
  readonly network: IPrivateNetwork;
  /** @default "LB-S" */
  readonly type?: LoadBalancerType | undefined;
  /** Zone of the load balancer and its address. Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** @default - no description */
  readonly description?: string | undefined;
  /** The reserved address, in its zone. Immutable. @default - a new one, protected like the load balancer */
  readonly ip?: ILoadBalancerIp | undefined;
  /** @default - "intermediate", by Scaleway */
  readonly sslCompatibility?: SslCompatibility | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}
