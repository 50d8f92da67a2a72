import type { JsonObject } from "../../guard/lib/terraform/values/json";
import type { Synthesized } from "./edits";

/** An edit of an example, by what it does to one of its resources. */
export interface PlatformEdit {
  readonly name: string;
  /** Whether something is lost. */
  readonly loses: boolean;
  readonly apply: (configuration: Synthesized) => void;
}

/** The first resource of a type. */
function first(configuration: Synthesized, type: string): JsonObject {
  return Object.values(configuration.resource[type]!)[0]!;
}

function set(type: string, values: JsonObject, loses: boolean): PlatformEdit {
  return {
    name: `${type}: ${JSON.stringify(values)}`,
    loses,
    apply: (configuration) => Object.assign(first(configuration, type), values),
  };
}

/** Takes the first resource of a type out; what refers to it has to go, too. */
function without(type: string): PlatformEdit {
  return {
    name: `without one ${type}`,
    loses: true,
    apply: ({ resource }) => {
      const [name] = Object.keys(resource[type]!);
      const { [name!]: _gone, ...others } = resource[type]!;
      if (Object.keys(others).length > 0) resource[type] = others;
      else Reflect.deleteProperty(resource, type);
    },
  };
}

/** Edits of each environment, beside those of what it alone has. */
const ENVIRONMENT: readonly PlatformEdit[] = [
  set("scaleway_k8s_cluster", { cni: "calico" }, true),
  set("scaleway_k8s_cluster", { tags: ["team"] }, false),
  set("scaleway_k8s_pool", { size: 3 }, false),
  set("scaleway_k8s_pool", { node_type: "POP2-4C-16G" }, true),
  set("scaleway_k8s_pool", { labels: { team: "data" } }, false),
  set("scaleway_rdb_instance", { node_type: "DB-GP-S" }, false),
  set("scaleway_rdb_instance", { engine: "PostgreSQL-15" }, false),
  set("scaleway_vpc_private_network", { ipv4_subnet: { subnet: "172.20.0.0/22" } }, true),
  without("scaleway_rdb_instance"),
];
const TAINTS = [{ key: "nvidia.com/gpu", value: "shared", effect: "PreferNoSchedule" }];

/** Ten edits of each example. */
export const PLATFORM_EDITS: Readonly<Record<string, readonly PlatformEdit[]>> = {
  "environment-development": [...ENVIRONMENT, set("scaleway_rdb_instance", { is_ha_cluster: true }, false)],
  "environment-staging": [...ENVIRONMENT, set("scaleway_k8s_pool", { taints: TAINTS }, false)],
  "environment-production": [
    ...ENVIRONMENT.filter(({ name }) => !name.startsWith("without")),
    set("scaleway_k8s_pool", { taints: TAINTS }, false),
    set("scaleway_rdb_acl", { acl_rules: [{ ip: "198.51.100.0/24", description: "reporting" }] }, false),
    without("scaleway_rdb_acl"),
  ],
  "full-isolation": [
    set("scaleway_vpc_public_gateway", { type: "VPC-GW-M" }, false),
    set("scaleway_vpc_public_gateway", { ip_id: "nl-ams-1/11111111-1111-1111-1111-111111111111" }, true),
    set("scaleway_vpc_public_gateway", { allowed_ip_ranges: ["198.51.100.0/24"] }, false),
    set("scaleway_vpc_gateway_network", { enable_masquerade: false }, false),
    set("scaleway_vpc_public_gateway_ip", { tags: ["egress"] }, false),
    set("scaleway_instance_placement_group", { policy_type: "low_latency" }, false),
    set("scaleway_k8s_pool", { public_ip_disabled: false }, true),
    set("scaleway_k8s_pool", { autohealing: false }, false),
    set("scaleway_vpc_private_network", { ipv4_subnet: { subnet: "172.16.16.0/20" } }, true),
    without("scaleway_k8s_pool"),
  ],
  "load-balancer": [
    set("scaleway_lb", { type: "LB-GP-M" }, false),
    set("scaleway_lb", { ip_ids: ["fr-par-1/11111111-1111-1111-1111-111111111111"] }, true),
    set("scaleway_lb", { ssl_compatibility_level: "ssl_compatibility_level_old" }, false),
    set("scaleway_lb_backend", { forward_port: 30081 }, false),
    set("scaleway_lb_backend", { proxy_protocol: "v2" }, false),
    set("scaleway_lb_certificate", { letsencrypt: { common_name: "www.example.com" } }, true),
    set("scaleway_lb_frontend", { inbound_port: 8080 }, false),
    set("scaleway_lb_acl", { index: 5 }, false),
    set("scaleway_k8s_cluster", { cni: "calico" }, true),
    set("scaleway_k8s_pool", { size: 3 }, false),
  ],
  databases: [
    set("scaleway_rdb_instance", { node_type: "DB-GP-S" }, false),
    set("scaleway_rdb_instance", { user_name: "other" }, true),
    set("scaleway_rdb_database", { name: "other" }, true),
    set("scaleway_rdb_user", { password_wo_version: 2 }, false),
    set("scaleway_rdb_user", { name: "other" }, true),
    set("scaleway_rdb_privilege", { permission: "none" }, false),
    set("scaleway_rdb_read_replica", { same_zone: true }, true),
    set("scaleway_redis_cluster", { tls_enabled: false }, true),
    set("scaleway_mongodb_instance", { name: "other" }, false),
    without("scaleway_mongodb_instance"),
  ],
  "existing-network": [
    set("scaleway_k8s_cluster", { private_network_id: "fr-par/22222222-2222-2222-2222-222222222222" }, true),
    set("scaleway_k8s_cluster", { private_network_id: null }, true),
    set("scaleway_k8s_cluster", { pod_cidr: "10.8.0.0/16" }, true),
    set("scaleway_k8s_pool", { public_ip_disabled: false }, true),
    set("scaleway_k8s_pool", { size: 5 }, false),
    set("scaleway_k8s_acl", { acl_rules: [{ ip: "198.51.100.0/24" }] }, false),
    set("scaleway_rdb_database", { instance_id: "fr-par/22222222-2222-2222-2222-222222222222" }, true),
    set("scaleway_rdb_user", { is_admin: true }, false),
    set("scaleway_rdb_privilege", { permission: "readonly" }, false),
    without("scaleway_rdb_privilege"),
  ],
  "migrate-public-cluster": [
    set("scaleway_k8s_cluster", { private_network_id: "fr-par/22222222-2222-2222-2222-222222222222" }, true),
    set("scaleway_k8s_cluster", { private_network_id: null }, true),
    set("scaleway_k8s_cluster", { cni: "calico" }, true),
    set("scaleway_k8s_cluster", { version: "1.32.0" }, false),
    set("scaleway_k8s_cluster", { name: "shop-2" }, false),
    set("scaleway_k8s_pool", { name: "other" }, true),
    set("scaleway_k8s_pool", { node_type: "GP1-S" }, true),
    set("scaleway_k8s_pool", { size: 4 }, false),
    set("scaleway_instance_security_group", { inbound_default_policy: "accept" }, false),
    set("scaleway_k8s_acl", { acl_rules: [{ ip: "198.51.100.0/24" }] }, false),
  ],
  "multi-network": [
    set("scaleway_vpc_private_network", { ipv4_subnet: { subnet: "172.16.16.0/20" } }, true),
    set("scaleway_vpc_private_network", { tags: ["platform"] }, false),
    set("scaleway_vpc", { name: "other" }, false),
  ],
  "multi-cluster": [
    set("scaleway_k8s_cluster", { cni: "calico" }, true),
    set("scaleway_k8s_cluster", { private_network_id: "fr-par/22222222-2222-2222-2222-222222222222" }, true),
    set("scaleway_k8s_acl", { acl_rules: [{ ip: "198.51.100.0/24" }] }, false),
  ],
  "multi-workers": [
    set("scaleway_k8s_pool", { node_type: "PRO2-M" }, true),
    set("scaleway_k8s_pool", { max_size: 9 }, false),
  ],
  "multi-data": [
    set("scaleway_rdb_instance", { user_name: "other" }, true),
    set("scaleway_rdb_instance", { node_type: "DB-GP-S" }, false),
  ],
  "state-bucket": [
    set("scaleway_object_bucket", { name: "acme-other-states" }, true),
    set("scaleway_object_bucket", { region: "nl-ams" }, true),
    set("scaleway_object_bucket", { tags: { team: "platform" } }, false),
    set("scaleway_object_bucket", { force_destroy: true }, false),
    set("scaleway_iam_application", { name: "deployer" }, false),
  ],
  "remote-state": [
    set("scaleway_vpc", { region: "nl-ams" }, true),
    set("scaleway_vpc", { tags: ["platform"] }, false),
    set("scaleway_vpc_private_network", { name: "other" }, false),
    set("scaleway_vpc_private_network", { vpc_id: "fr-par/22222222-2222-2222-2222-222222222222" }, true),
    set("scaleway_vpc_private_network", { ipv4_subnet: { subnet: "172.16.16.0/20" } }, true),
    without("scaleway_vpc_private_network"),
  ],
  "workload-platform": [
    set("scaleway_k8s_cluster", { description: "hello" }, false),
    set("scaleway_k8s_cluster", { cni: "calico" }, true),
    set("scaleway_k8s_pool", { size: 3 }, false),
    set("scaleway_k8s_pool", { node_type: "PRO2-M" }, true),
    set("scaleway_lb_ip", { reverse: "app.example.com" }, false),
    set("scaleway_lb_ip", { is_ipv6: true }, true),
    set("scaleway_iam_api_key", { expires_at: "2030-01-01T00:00:00Z" }, true),
    set("scaleway_secret_version", { data_wo_version: 2 }, true),
    set("scaleway_registry_namespace", { is_public: true }, false),
    set("scaleway_registry_namespace", { name: "acme-other-images" }, true),
    set("scaleway_cockpit_source", { retention_days: 14 }, false),
    set("scaleway_cockpit_token", { name: "other" }, true),
    set("scaleway_iam_policy", { description: "reads a bucket" }, false),
  ],
  // The guard judges what is Scaleway's: here it has nothing to say.
  workload: [
    set("kubernetes_namespace_v1", { metadata: { name: "other" } }, false),
    set("kubernetes_deployment_v1", { wait_for_rollout: false }, false),
    set("kubernetes_service_v1", { wait_for_load_balancer: false }, false),
    set("kubernetes_service_v1", { metadata: { name: "other", namespace: "hello" } }, false),
  ],
};
