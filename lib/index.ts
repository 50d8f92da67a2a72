export { ApiAccess, type ApiAccessRange } from "./cluster/api-access";
export type { ClusterSecurityOptions, ICluster, PoolBinding } from "./cluster/cluster";
export {
  type ClusterAttributes,
  type ClusterAutoscaler,
  KapsuleCluster,
  type KapsuleClusterOptions,
  type KapsuleClusterProps,
  type OpenIdConnect,
} from "./cluster/kapsule-cluster";
export type { Kubeconfig } from "./cluster/kubeconfig";
export {
  type ClusterVersion,
  KubernetesVersion,
  type KubernetesVersionProps,
  type MaintenanceWindow,
  type MinorVersion,
  type PatchVersion,
} from "./cluster/kubernetes-version";
export {
  NodePool,
  type NodePoolOptions,
  type NodePoolProps,
  type PoolAutoscaling,
  type PoolRootVolume,
  type PoolUpgradePolicy,
  type Taint,
} from "./cluster/node-pool";
export {
  type INodeSecurityGroup,
  NodeSecurityGroup,
  type NodeSecurityGroupOptions,
  type NodeSecurityGroupProps,
} from "./cluster/node-security-group";
export {
  type InboundRuleOptions,
  type INodeSecurityRules,
  NodeSecurityRules,
  type OutboundRuleOptions,
} from "./cluster/node-security-rules";
export { Port, type Protocol } from "./cluster/port";
export { type InvalidProperty, InvalidPropertyError } from "./core/invalid-property";
export { type Region, REGIONS, type Zone, ZONES } from "./core/locality";
export type { RemovalPolicy } from "./core/removal-policy";
export {
  type DatabaseBackups,
  DatabaseInstance,
  type DatabaseInstanceProps,
  type DatabaseLogsPolicy,
  type DatabaseVolume,
  type IDatabaseInstance,
} from "./database/database-instance";
export { Endpoint } from "./database/endpoint";
export { RecreationError } from "./guard/recreation-error";
export {
  type AllowRemovalOptions,
  type AllowReplacementOptions,
  RecreationGuard,
  type RecreationGuardOptions,
} from "./guard/recreation-guard";
export {
  type IPrivateNetwork,
  PrivateNetwork,
  type PrivateNetworkAttributes,
  type PrivateNetworkProps,
} from "./network/private-network";
export { type IVpc, Vpc, type VpcProps } from "./network/vpc";
export { SecureKapsule, type SecureKapsuleProps } from "./secure-kapsule";
