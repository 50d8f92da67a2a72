import type { PermissionSet } from "kapsule-guard/provider";
import { readConfiguration } from "kapsule-guard/terraform";

/** A permission set that an apply needs, and the resource types that need it. */
export interface RequiredPermissionSet {
  /** Name of the permission set. */
  readonly set: PermissionSet;
  /** Types of the resources that take it. */
  readonly because: readonly string[];
}

/**
 * What applies make and delete, by the beginning of the resource type; the longest that fits counts.
 *
 * Source: Scaleway, "Permission sets": the set of full access to the product that each resource is of.
 */
const BY_PREFIX: Readonly<Record<string, PermissionSet>> = {
  scaleway_account_project: "ProjectManager",
  scaleway_account_ssh_key: "SSHKeysFullAccess",
  scaleway_annotations: "OrganizationManager",
  scaleway_apple_silicon: "AppleSiliconFullAccess",
  scaleway_autoscaling: "InstancesFullAccess",
  scaleway_baremetal: "ElasticMetalFullAccess",
  scaleway_billing: "BillingManager",
  scaleway_block: "BlockStorageFullAccess",
  scaleway_cockpit: "ObservabilityFullAccess",
  scaleway_container: "ContainersFullAccess",
  scaleway_datalab: "DistributedDataLabFullAccess",
  scaleway_datawarehouse: "DataWarehouseFullAccess",
  scaleway_domain: "DomainsDNSFullAccess",
  scaleway_edge_services: "EdgeServicesFullAccess",
  scaleway_file: "FileStorageFullAccess",
  scaleway_flexible_ip: "ElasticMetalFullAccess",
  scaleway_function: "FunctionsFullAccess",
  scaleway_iam: "IAMManager",
  scaleway_iam_ssh_key: "SSHKeysFullAccess",
  scaleway_inference: "InferenceFullAccess",
  scaleway_instance: "InstancesFullAccess",
  scaleway_interlink: "InterlinkFullAccess",
  scaleway_iot: "IoTFullAccess",
  scaleway_ipam: "IPAMFullAccess",
  scaleway_job: "ServerlessJobsFullAccess",
  scaleway_k8s: "KubernetesFullAccess",
  scaleway_kafka: "KafkaClusterFullAccess",
  scaleway_key_manager: "KeyManagerFullAccess",
  scaleway_lb: "LoadBalancersFullAccess",
  scaleway_mnq: "MessagingAndQueuingFullAccess",
  scaleway_mongodb: "MongoDBFullAccess",
  scaleway_object: "ObjectStorageFullAccess",
  scaleway_opensearch: "SearchDBFullAccess",
  scaleway_rdb: "RelationalDatabasesFullAccess",
  scaleway_redis: "RedisFullAccess",
  scaleway_registry: "ContainerRegistryFullAccess",
  scaleway_s2s_vpn: "SiteToSiteVPNFullAccess",
  scaleway_sdb: "ServerlessSQLDatabaseFullAccess",
  scaleway_secret: "SecretManagerFullAccess",
  scaleway_tem: "TransactionalEmailFullAccess",
  scaleway_vpc: "VPCFullAccess",
  scaleway_vpc_gateway_network: "VPCGatewayFullAccess",
  scaleway_vpc_private_network: "PrivateNetworksFullAccess",
  scaleway_vpc_public_gateway: "VPCGatewayFullAccess",
  scaleway_webhosting: "WebHostingFullAccess",
};

/** The permission set that resources of a type take; undefined for what is not Scaleway's. */
export function permissionSetOf(type: string): PermissionSet | undefined {
  const longest = Object.keys(BY_PREFIX)
    .filter((prefix) => type === prefix || type.startsWith(`${prefix}_`))
    .sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : BY_PREFIX[longest];
}

/**
 * The IAM permission sets that an apply of a stack needs, with the resource types that need each, by name.
 *
 * @param stack A stack, or its parsed Terraform JSON.
 */
export function requiredPermissionSets(stack: { toTerraform(): unknown } | object): RequiredPermissionSet[] {
  const configuration: unknown = "toTerraform" in stack ? stack.toTerraform() : stack;
  const types = new Set([...readConfiguration(configuration).resources.values()].map(({ address }) => address.type));
  const because = new Map<PermissionSet, string[]>();
  for (const type of [...types].sort()) {
    const set = permissionSetOf(type);
    if (set !== undefined) because.set(set, [...(because.get(set) ?? []), type]);
  }
  return [...because].sort(([a], [b]) => (a < b ? -1 : 1)).map(([set, of]) => ({ set, because: of }));
}
