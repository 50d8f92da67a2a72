import type {
  KnownDatabaseNodeType,
  KnownGatewayType,
  KnownLoadBalancerType,
  KnownMongoDbNodeType,
  KnownNodeType,
  KnownRedisNodeType,
} from "./node-type-names";

/** Whatever Scaleway offers by now; the editor completes what is known. */
type OrNewer = string & {};

/** Instance type of the nodes of a pool; `external` is for Kosmos. Another than the known ones is a warning. */
export type NodeType = KnownNodeType | OrNewer;
/** Node type of a managed PostgreSQL or MySQL. Another than the known ones is a warning. */
export type DatabaseNodeType = KnownDatabaseNodeType | OrNewer;
/** Node type of a managed Redis. Another than the known ones is a warning. */
export type RedisNodeType = KnownRedisNodeType | OrNewer;
/** Node type of a managed MongoDB. Another than the known ones is a warning. */
export type MongoDbNodeType = KnownMongoDbNodeType | OrNewer;
/** Type of a managed load balancer, by bandwidth. Another than the known ones is a warning. */
export type LoadBalancerType = KnownLoadBalancerType | OrNewer;
/** Type of a Public Gateway, by bandwidth. A gateway can only be upgraded. Another than the known ones is a warning. */
export type GatewayType = KnownGatewayType | OrNewer;

/** Operations a second that Block Storage has. Source: Scaleway, "Block Storage", offers (2026). */
export const BLOCK_SPEEDS = [5000, 15000] as const;
/** Operations a second of a volume. */
export type BlockSpeed = (typeof BLOCK_SPEEDS)[number];
