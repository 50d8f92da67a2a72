export { affectsReplacement, isLocked, isRecomputing } from "./affects-replacement";
export { EGRESS_TYPES } from "./egress";
export {
  NODE_TYPE_TABLE,
  type NodeOffer,
  type NodeProduct,
  type NodeTypes,
  type NodeTypeTable,
} from "./known-node-types";
export { isNewerVersion } from "./kubernetes-versions";
export { isSamePlace, type Region, regionOfZone, REGIONS, type Zone, ZONES } from "./localities";
export { BUCKET_NAME_RULE, isBucketName, isRegistryName, REGISTRY_NAME_RULE } from "./names";
export { isNeverRead } from "./never-read";
export { hasSharedCpus } from "./node-ranges";
export {
  isKnownNodeType,
  isNodeOfKapsule,
  isZoneWithNodeTypes,
  offeredIn,
  offeredNodeTypes,
  zonesOfNodeType,
} from "./node-types";
export { allNotSetByRead, argumentsNotSetByRead } from "./not-set-by-read";
export {
  BLOCK_SPEEDS,
  type BlockSpeed,
  type DatabaseNodeType,
  type GatewayType,
  type LoadBalancerType,
  type MongoDbNodeType,
  type NodeType,
  type RedisNodeType,
} from "./offers";
export { PERMISSION_SETS, type PermissionSet } from "./permission-sets";
export { isDocumentedZone, PRODUCT_ZONES } from "./product-zones";
export { type Reader, type Safeguard, safeguardsOf } from "./safeguards";
export { setByScaleway, takenWhenUnset } from "./set-by-scaleway";
export { isStateful, losses, stateful, type StatefulReason } from "./stateful";
