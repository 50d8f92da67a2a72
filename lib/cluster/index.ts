export { RESERVED_POOL_IDS } from "./cluster-base";
export type { ClusterSecurityOptions } from "./cluster-security-options";
export type { ICluster } from "./i-cluster";
export type { IKapsuleCluster } from "./i-kapsule-cluster";
export type { INodePool } from "./i-node-pool";
export type { INodeSecurityGroup } from "./i-node-security-group";
export type { InboundRuleOptions, INodeSecurityRules, OutboundRuleOptions } from "./i-node-security-rules";
export type { ClusterAttributes } from "./imported-cluster";
export { KapsuleCluster } from "./kapsule-cluster";
export {
  AUTOSCALER_ESTIMATORS,
  AUTOSCALER_EXPANDERS,
  type AutoscalerEstimator,
  type AutoscalerExpander,
  CLUSTER_TYPES,
  type ClusterAutoscaler,
  type ClusterType,
  type Cni,
  CNIS,
  type Isolation,
  ISOLATIONS,
  type KapsuleClusterOptions,
  type KapsuleClusterProps,
  type OpenIdConnect,
  type PoolDefaults,
} from "./kapsule-cluster-props";
export type { Kubeconfig } from "./kubeconfig";
export {
  type ClusterVersion,
  KubernetesVersion,
  type KubernetesVersionProps,
  MAINTENANCE_DAYS,
  type MaintenanceDay,
  type MaintenanceWindow,
  type MinorVersion,
  type PatchVersion,
} from "./kubernetes-version";
export { NodePool } from "./node-pool";
export {
  CONTAINER_RUNTIMES,
  type ContainerRuntime,
  type NodePoolOptions,
  type NodeType,
  type PoolAutoscaling,
  type PoolRootVolume,
  type PoolUpgradePolicy,
  ROOT_VOLUME_TYPES,
  type RootVolumeType,
  type Taint,
  TAINT_EFFECTS,
  type TaintEffect,
  type ZonalPoolOptions,
} from "./node-pool-options";
export type { NodePoolProps } from "./node-pool-props";
export { NodeSecurityGroup, type NodeSecurityGroupProps } from "./node-security-group";
export { DEFAULT_POLICIES, type DefaultPolicy, type NodeSecurityGroupOptions } from "./node-security-group-options";
export { NodeSecurityRules } from "./node-security-rules";
export {
  type IPlacementGroup,
  PLACEMENT_POLICIES,
  PlacementGroup,
  type PlacementGroupProps,
  type PlacementPolicy,
} from "./placement-group";
export { Port, type Protocol, PROTOCOLS } from "./port";
export {
  CLUSTER_AUTHENTICATIONS,
  type ClusterAuthentication,
  type ClusterAuthenticationOptions,
  type CredentialCommand,
  type HelmProviderConfig,
  type KubernetesProviderConfig,
} from "./provider-config";
