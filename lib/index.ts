export { ApiAccess, type ApiAccessRange } from "./cluster/api-access";
export type { ClusterSecurityOptions } from "./cluster/cluster-security-options";
export type { ICluster } from "./cluster/i-cluster";
export type { INodePool } from "./cluster/i-node-pool";
export type { INodeSecurityGroup } from "./cluster/i-node-security-group";
export type { InboundRuleOptions, INodeSecurityRules, OutboundRuleOptions } from "./cluster/i-node-security-rules";
export type { ClusterAttributes } from "./cluster/imported-cluster";
export { KapsuleCluster } from "./cluster/kapsule-cluster";
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
  type KapsuleClusterOptions,
  type KapsuleClusterProps,
  type OpenIdConnect,
} from "./cluster/kapsule-cluster-props";
export type { Kubeconfig } from "./cluster/kubeconfig";
export {
  type ClusterVersion,
  KubernetesVersion,
  type KubernetesVersionProps,
  MAINTENANCE_DAYS,
  type MaintenanceDay,
  type MaintenanceWindow,
  type MinorVersion,
  type PatchVersion,
} from "./cluster/kubernetes-version";
export { NodePool } from "./cluster/node-pool";
export {
  CONTAINER_RUNTIMES,
  type ContainerRuntime,
  type NodePoolOptions,
  type PoolAutoscaling,
  type PoolRootVolume,
  type PoolUpgradePolicy,
  ROOT_VOLUME_TYPES,
  type RootVolumeType,
  type Taint,
  TAINT_EFFECTS,
  type TaintEffect,
} from "./cluster/node-pool-options";
export type { NodePoolProps } from "./cluster/node-pool-props";
export { NodeSecurityGroup, type NodeSecurityGroupProps } from "./cluster/node-security-group";
export {
  DEFAULT_POLICIES,
  type DefaultPolicy,
  type NodeSecurityGroupOptions,
} from "./cluster/node-security-group-options";
export { NodeSecurityRules } from "./cluster/node-security-rules";
export { Port, type Protocol, PROTOCOLS } from "./cluster/port";
export { type InvalidProperty, InvalidPropertyError } from "./core/invalid-property";
export { type Region, REGIONS, type Zone, ZONES } from "./core/locality";
export { REMOVAL_POLICIES, type RemovalPolicy } from "./core/removal-policy";
export { DatabaseInstance, type IDatabaseInstance } from "./database/database-instance";
export {
  BLOCK_VOLUME_TYPES,
  type BlockVolumeType,
  DATABASE_ENGINES,
  DATABASE_VOLUME_TYPES,
  type DatabaseBackups,
  type DatabaseEngine,
  type DatabaseInstanceProps,
  type DatabaseLogsPolicy,
  type DatabaseVolume,
  type DatabaseVolumeType,
} from "./database/database-instance-props";
export { Endpoint } from "./database/endpoint";
export type { AllowRemovalOptions, AllowReplacementOptions, RecreationGuardOptions } from "./guard/guard-options";
export { InvalidConfigurationError } from "./guard/invalid-configuration-error";
export { RecreationError } from "./guard/recreation-error";
export { RecreationGuard } from "./guard/recreation-guard";
export {
  type IPrivateNetwork,
  PrivateNetwork,
  type PrivateNetworkAttributes,
  type PrivateNetworkProps,
} from "./network/private-network";
export { type IVpc, Vpc, type VpcProps } from "./network/vpc";
export { SecureKapsule, type SecureKapsuleProps } from "./secure-kapsule";
