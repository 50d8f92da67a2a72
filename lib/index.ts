export { ApiAccess, type ApiAccessRange } from "./cluster/api-access";
export type { ClusterSecurityOptions } from "./cluster/cluster-security-options";
export type { ICluster } from "./cluster/i-cluster";
export type { IKapsuleCluster } from "./cluster/i-kapsule-cluster";
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
  type Isolation,
  ISOLATIONS,
  type KapsuleClusterOptions,
  type KapsuleClusterProps,
  type OpenIdConnect,
  type PoolDefaults,
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
  type ZonalPoolOptions,
} from "./cluster/node-pool-options";
export type { NodePoolProps } from "./cluster/node-pool-props";
export { NodeSecurityGroup, type NodeSecurityGroupProps } from "./cluster/node-security-group";
export {
  DEFAULT_POLICIES,
  type DefaultPolicy,
  type NodeSecurityGroupOptions,
} from "./cluster/node-security-group-options";
export { NodeSecurityRules } from "./cluster/node-security-rules";
export {
  type IPlacementGroup,
  PLACEMENT_POLICIES,
  PlacementGroup,
  type PlacementGroupProps,
  type PlacementPolicy,
} from "./cluster/placement-group";
export { Port, type Protocol, PROTOCOLS } from "./cluster/port";
export {
  CLUSTER_AUTHENTICATIONS,
  type ClusterAuthentication,
  type ClusterAuthenticationOptions,
  type CredentialCommand,
  type HelmProviderConfig,
  type KubernetesProviderConfig,
} from "./cluster/provider-config";
export { type InvalidProperty, InvalidPropertyError } from "./core/invalid-property";
export { type Region, REGIONS, type Zone, ZONES } from "./core/locality";
export { REMOVAL_POLICIES, type RemovalPolicy } from "./core/removal-policy";
export { Database, type DatabaseOptions, type DatabaseProps } from "./database/database";
export type { DatabaseBase } from "./database/database-base";
export {
  DatabaseBackup,
  type DatabaseBackupOptions,
  type DatabaseCopyOptions,
  DatabaseSnapshot,
} from "./database/database-copies";
export { DatabaseInstance } from "./database/database-instance";
export {
  BLOCK_VOLUME_TYPES,
  type BlockVolumeType,
  DATABASE_ENGINES,
  DATABASE_VOLUME_TYPES,
  type DatabaseBackups,
  type DatabaseEngine,
  type DatabaseInstanceOptions,
  type DatabaseInstanceProps,
  type DatabaseLogsPolicy,
  type DatabaseVolume,
  type DatabaseVolumeType,
  type RestoredDatabaseInstanceProps,
} from "./database/database-instance-props";
export {
  DATABASE_PERMISSIONS,
  type DatabasePermission,
  DatabaseUser,
  type DatabaseUserOptions,
  type DatabaseUserProps,
} from "./database/database-user";
export { Endpoint } from "./database/endpoint";
export type { IDatabaseInstance } from "./database/i-database-instance";
export { MongoDbInstance, type MongoDbInstanceProps } from "./database/mongo-db-instance";
export type { PrivateEndpointOptions } from "./database/private-endpoint";
export { ReadReplica, type ReadReplicaOptions, type ReadReplicaProps } from "./database/read-replica";
export { RedisCluster, type RedisClusterProps } from "./database/redis-cluster";
export { DNS_RECORD_TYPES, type DnsRecordOptions, type DnsRecordType, DnsZone } from "./dns/dns-zone";
export { Bastion } from "./gateway/bastion";
export { Egress, type EgressProps } from "./gateway/egress";
export { PublicGateway } from "./gateway/public-gateway";
export { type IPublicGatewayIp, PublicGatewayIp, type PublicGatewayIpProps } from "./gateway/public-gateway-ip";
export {
  GATEWAY_TYPES,
  type GatewaySettling,
  type GatewayType,
  type PublicGatewayOptions,
} from "./gateway/public-gateway-options";
export type { PublicGatewayProps } from "./gateway/public-gateway-props";
export type {
  AllowOpeningOptions,
  AllowRemovalOptions,
  AllowReplacementOptions,
  RecreationGuardOptions,
} from "./guard/guard-options";
export { InvalidConfigurationError } from "./guard/invalid-configuration-error";
export { PlatformCheckError } from "./guard/platform-check-error";
export { PlatformChecks } from "./guard/platform-checks";
export { RecreationError } from "./guard/recreation-error";
export { RecreationGuard } from "./guard/recreation-guard";
export type { KeyAddresses } from "./identity/address-condition";
export { DeployerPolicy, type DeployerPolicyProps, type DeployerPrincipal } from "./identity/deployer-policy";
export { type RequiredPermissionSet, requiredPermissionSets } from "./identity/required-permission-sets";
export { ServiceIdentity, type ServiceIdentityProps } from "./identity/service-identity";
export {
  BACKEND_PROTOCOLS,
  type BackendProtocol,
  BALANCING_ALGORITHMS,
  type BalancingAlgorithm,
  LoadBalancerBackend,
  type LoadBalancerBackendOptions,
  type LoadBalancerBackendProps,
  PROXY_PROTOCOLS,
  type ProxyProtocol,
} from "./load-balancer/backend";
export {
  Certificate,
  type CertificateSource,
  LoadBalancerCertificate,
  type LoadBalancerCertificateProps,
} from "./load-balancer/certificate";
export {
  LoadBalancerFrontend,
  type LoadBalancerFrontendOptions,
  type LoadBalancerFrontendProps,
  type RouteMatch,
} from "./load-balancer/frontend";
export { type CheckTiming, HealthCheck, type HttpCheckOptions } from "./load-balancer/health-check";
export type { ILoadBalancer } from "./load-balancer/i-load-balancer";
export { LoadBalancer } from "./load-balancer/load-balancer";
export { type ILoadBalancerIp, LoadBalancerIp, type LoadBalancerIpProps } from "./load-balancer/load-balancer-ip";
export {
  LOAD_BALANCER_TYPES,
  type LoadBalancerProps,
  type LoadBalancerType,
  SSL_COMPATIBILITIES,
  type SslCompatibility,
} from "./load-balancer/load-balancer-props";
export { Servers } from "./load-balancer/servers";
export type { ServiceAnnotationOptions } from "./load-balancer/service-annotations";
export type { EgressOptions, IEgress } from "./network/egress-options";
export type { IPrivateNetwork } from "./network/i-private-network";
export { PrivateNetwork, type PrivateNetworkAttributes, type PrivateNetworkProps } from "./network/private-network";
export { type IVpc, Vpc, type VpcProps } from "./network/vpc";
export {
  Observability,
  type ObservabilityProps,
  type ObservabilityTokenOptions,
  OBSERVED_DATA,
  type ObservedData,
} from "./observability/observability";
export { ContainerRegistry, type ContainerRegistryProps } from "./registry/container-registry";
export { ImagePullAccess, type ImagePullAccessOptions } from "./registry/image-pull-access";
export type { ISecret } from "./secret/i-secret";
export { Secret, type SecretProps } from "./secret/secret";
export type { SecretVersionOptions } from "./secret/secret-version";
export { SecureKapsule, type SecureKapsuleProps } from "./secure-kapsule";
export { ScalewayBackend, type ScalewayBackendProps } from "./state/scaleway-backend";
export { StateBucket, type StateBucketProps } from "./state/state-bucket";
export { BLOCK_SPEEDS, type BlockSpeed, BlockVolume, type BlockVolumeProps } from "./storage/block-volume";
export { Bucket, type BucketProps } from "./storage/bucket";
export type { BucketAccess } from "./storage/bucket-policy";
export { type TagOptions, Tags } from "./tags/tags";
export type { PlatformCheck } from "kapsule-guard/checks";
export { PLATFORM_CHECKS } from "kapsule-guard/checks";
export { PERMISSION_SETS, type PermissionSet } from "kapsule-guard/provider";
