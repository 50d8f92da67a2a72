export { affectsReplacement, isLocked, isRecomputing } from "./affects-replacement";
export { EGRESS_TYPES } from "./egress";
export { isNewerVersion } from "./kubernetes-versions";
export { isSamePlace, type Region, regionOfZone, REGIONS, type Zone, ZONES } from "./localities";
export { BUCKET_NAME_RULE, isBucketName, isRegistryName, REGISTRY_NAME_RULE } from "./names";
export { isNeverRead } from "./never-read";
export { rangeOf } from "./node-ranges";
export { allNotSetByRead, argumentsNotSetByRead } from "./not-set-by-read";
export {
  BLOCK_SPEEDS,
  type BlockSpeed,
  GATEWAY_TYPES,
  type GatewayType,
  LOAD_BALANCER_TYPES,
  type LoadBalancerType,
} from "./offers";
export { PERMISSION_SETS, type PermissionSet } from "./permission-sets";
export { isDocumentedZone, PRODUCT_ZONES } from "./product-zones";
export { type Reader, type Safeguard, safeguardsOf } from "./safeguards";
export { setByScaleway, takenWhenUnset } from "./set-by-scaleway";
export { isStateful, losses, stateful, type StatefulReason } from "./stateful";
