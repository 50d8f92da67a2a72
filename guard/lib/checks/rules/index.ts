import type { PlatformCheck } from "../check";
import { apiAccessIpv6 } from "./api-access-ipv6";
import { apiAccessRule } from "./api-access-rule";
import { blockedLoadBalancer } from "./blocked-load-balancer";
import { bucketName } from "./bucket-name";
import { clusterNetwork } from "./cluster-network";
import { databaseAccessIpv6 } from "./database-access-ipv6";
import { databaseEndpoint } from "./database-endpoint";
import { fullNetwork } from "./full-network";
import { gatewayNetworkZone } from "./gateway-network-zone";
import { gatewayType } from "./gateway-type";
import { httpCheckOfTcp } from "./http-check-of-tcp";
import { isolatedPool } from "./isolated-pool";
import { keyOwner } from "./key-owner";
import { kosmosNetwork } from "./kosmos-network";
import { loadBalancerAddresses } from "./load-balancer-addresses";
import { loadBalancerIpv6Only } from "./load-balancer-ipv6-only";
import { loadBalancerNetworkAddress } from "./load-balancer-network-address";
import { loadBalancerType } from "./load-balancer-type";
import { localStorageSize } from "./local-storage-size";
import { manifestBesideCluster } from "./manifest-beside-cluster";
import { mysqlEncryption } from "./mysql-encryption";
import { nodeType } from "./node-type";
import { nodeTypeZone } from "./node-type-zone";
import { openBastion } from "./open-bastion";
import { openDatabase } from "./open-database";
import { otherLocality } from "./other-locality";
import { otherNetwork } from "./other-network";
import { overlappingNetworks } from "./overlapping-networks";
import { permissionSet } from "./permission-set";
import { placementGroupSize } from "./placement-group-size";
import { plainPortCertificate } from "./plain-port-certificate";
import { policyScope } from "./policy-scope";
import { productZone } from "./product-zone";
import { productionNodeType } from "./production-node-type";
import { productionSingleNode } from "./production-single-node";
import { publicCache } from "./public-cache";
import { registryName } from "./registry-name";
import { replicaEndpoint } from "./replica-endpoint";
import { restoredEndpoint } from "./restored-endpoint";
import { secondApiAccess } from "./second-api-access";
import { secondDatabaseAccess } from "./second-database-access";
import { secondOwner } from "./second-owner";
import { secretVersion } from "./secret-version";
import { serverlessDatabaseSize } from "./serverless-database-size";
import { unkeptRule } from "./unkept-rule";
import { unreachableNetwork } from "./unreachable-network";
import { versionAhead } from "./version-ahead";
import { versionSkew } from "./version-skew";
import { volumeSpeed } from "./volume-speed";
import { weakPassword } from "./weak-password";

/** Every check, in the order of the documentation. */
export const PLATFORM_CHECKS: readonly PlatformCheck[] = [
  otherLocality,
  gatewayNetworkZone,
  gatewayType,
  openBastion,
  overlappingNetworks,
  clusterNetwork,
  placementGroupSize,
  isolatedPool,
  secondApiAccess,
  apiAccessRule,
  apiAccessIpv6,
  kosmosNetwork,
  versionAhead,
  versionSkew,
  manifestBesideCluster,
  fullNetwork,
  loadBalancerType,
  loadBalancerAddresses,
  loadBalancerIpv6Only,
  loadBalancerNetworkAddress,
  plainPortCertificate,
  httpCheckOfTcp,
  otherNetwork,
  unkeptRule,
  secondOwner,
  databaseEndpoint,
  replicaEndpoint,
  secondDatabaseAccess,
  openDatabase,
  publicCache,
  localStorageSize,
  databaseAccessIpv6,
  restoredEndpoint,
  mysqlEncryption,
  weakPassword,
  policyScope,
  permissionSet,
  keyOwner,
  secretVersion,
  volumeSpeed,
  bucketName,
  registryName,
  serverlessDatabaseSize,
  unreachableNetwork,
  blockedLoadBalancer,
  nodeType,
  nodeTypeZone,
  productZone,
  productionNodeType,
  productionSingleNode,
];

export { bucketName, localStorageSize, mysqlEncryption, plainPortCertificate, registryName, volumeSpeed };
