/** Types of Public Gateways, by bandwidth. A gateway can only be upgraded. Source: Scaleway, "Public Gateways", offers (2026). */
export const GATEWAY_TYPES = ["VPC-GW-S", "VPC-GW-M", "VPC-GW-L", "VPC-GW-XL"] as const;
/** Type of a Public Gateway. */
export type GatewayType = (typeof GATEWAY_TYPES)[number];

/** Types of managed load balancers, by bandwidth. Source: Scaleway, "Load Balancers", offers (2026). */
export const LOAD_BALANCER_TYPES = ["LB-S", "LB-GP-M", "LB-GP-L", "LB-GP-XL"] as const;
/** Type of a managed load balancer. */
export type LoadBalancerType = (typeof LOAD_BALANCER_TYPES)[number];

/** Operations a second that Block Storage has. Source: Scaleway, "Block Storage", offers (2026). */
export const BLOCK_SPEEDS = [5000, 15000] as const;
/** Operations a second of a volume. */
export type BlockSpeed = (typeof BLOCK_SPEEDS)[number];
