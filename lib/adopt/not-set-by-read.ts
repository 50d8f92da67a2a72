import { newestRelease } from "kapsule-guard/provider";
import type { PriorState } from "kapsule-guard/terraform";

import { isNothing } from "./configured";

/**
 * Arguments that the provider's Read does not set, so that an import leaves them empty: those without a `d.Set` in the source of
 * provider 2.81.0. To say them again sends them again, and replaces what they are `ForceNew` of.
 */
const NOT_SET_BY_READ: Readonly<Record<string, readonly string[]>> = {
  scaleway_apple_silicon_runner: ["token"],
  scaleway_autoscaling_instance_group: ["delete_servers_on_destroy"],
  scaleway_baremetal_server: [
    "hostname",
    "install_config_afterward",
    "partitioning",
    "password",
    "password_wo",
    "password_wo_version",
    "reinstall_on_config_changes",
    "service_password",
    "service_password_wo",
    "service_password_wo_version",
  ],
  scaleway_block_snapshot: ["export", "import"],
  scaleway_block_volume: ["instance_volume_id"],
  scaleway_cockpit_alert_manager: ["enable_managed_alerts"],
  scaleway_container: ["deploy", "registry_sha256"],
  scaleway_container_namespace: ["destroy_registry"],
  scaleway_container_token: ["region"],
  scaleway_container_trigger: ["container_id", "region"],
  scaleway_datawarehouse_database: ["region"],
  scaleway_datawarehouse_deployment: ["password", "password_wo", "password_wo_version"],
  scaleway_datawarehouse_user: ["password", "region"],
  scaleway_domain_registration: ["duration_in_years"],
  scaleway_edge_services_backend_stage: ["project_id"],
  scaleway_edge_services_cache_stage: ["project_id", "purge_requests", "refresh_cache"],
  scaleway_edge_services_dns_stage: ["project_id"],
  scaleway_edge_services_head_stage: ["head_stage_id", "pipeline_id"],
  scaleway_edge_services_route_stage: ["project_id"],
  scaleway_edge_services_tls_stage: ["project_id"],
  scaleway_edge_services_waf_stage: ["project_id"],
  scaleway_flexible_ip: ["description", "is_ipv6"],
  scaleway_function: ["deploy", "runtime", "zip_file", "zip_hash"],
  scaleway_function_token: ["region"],
  scaleway_function_trigger: ["function_id", "region"],
  scaleway_iam_group: ["external_membership"],
  scaleway_iam_user: ["password", "password_wo", "password_wo_version", "send_password_email", "send_welcome_email"],
  scaleway_inference_deployment: ["accept_eula", "quantization"],
  scaleway_inference_model: ["project_id", "region", "secret", "secret_wo", "secret_wo_version", "url"],
  scaleway_instance_image: ["additional_volume_ids"],
  scaleway_instance_private_nic: ["ip_ids", "ipam_ip_ids"],
  scaleway_instance_security_group: ["external_rules"],
  scaleway_instance_server: ["bootscript_id", "cloud_init", "replace_on_type_change"],
  scaleway_instance_snapshot: ["import", "project_id", "zone"],
  scaleway_instance_volume: ["from_snapshot_id", "migrate_to_sbs"],
  scaleway_interlink_link: ["peer_asn"],
  scaleway_iot_device: ["region"],
  scaleway_iot_hub: ["hub_ca", "hub_ca_challenge"],
  scaleway_ipam_ip: ["custom_resource"],
  scaleway_ipam_ip_reverse_dns: ["ipam_ip_id"],
  scaleway_k8s_acl: ["no_ip_allowed"],
  scaleway_k8s_cluster: ["delete_additional_resources", "upgrade_pools"],
  scaleway_k8s_pool: ["wait_for_pool_ready"],
  scaleway_kafka_cluster: ["password", "user_name"],
  scaleway_lb: ["assign_flexible_ip", "assign_flexible_ipv6", "external_private_networks"],
  scaleway_lb_certificate: ["custom_certificate", "letsencrypt"],
  scaleway_lb_frontend: ["external_acls"],
  scaleway_mnq_sns_topic: ["access_key", "secret_key"],
  scaleway_mnq_sns_topic_subscription: ["access_key", "secret_key"],
  scaleway_mnq_sqs_queue: ["access_key", "secret_key"],
  scaleway_mongodb_instance: ["password", "password_wo", "password_wo_version", "snapshot_id", "user_name"],
  scaleway_mongodb_user: ["password", "password_wo", "password_wo_version"],
  scaleway_object: ["content", "content_base64", "file", "hash", "sse_customer_key", "storage_class"],
  scaleway_object_bucket: ["acl", "force_destroy"],
  scaleway_object_bucket_lock_configuration: ["region"],
  scaleway_object_bucket_website_configuration: ["region"],
  scaleway_opensearch_deployment: ["password", "private_network", "user_name"],
  scaleway_rdb_instance: ["password", "password_wo", "password_wo_version", "snapshot_id"],
  scaleway_rdb_user: ["password", "password_wo", "password_wo_version"],
  scaleway_redis_cluster: ["password", "password_wo", "password_wo_version", "tls_enabled"],
  scaleway_s2s_vpn_connection: ["bgp_config_ipv4", "bgp_config_ipv6", "enable_route_propagation"],
  scaleway_secret_version: ["data", "data_wo", "data_wo_version"],
  scaleway_tem_blocked_list: ["project_id", "region"],
  scaleway_tem_domain_validation: ["timeout"],
  scaleway_tem_webhook: ["region"],
  scaleway_vpc_acl: ["is_ipv6", "region", "vpc_id"],
  scaleway_vpc_gateway_network: ["cleanup_dhcp", "dhcp_id", "enable_dhcp", "static_address"],
  scaleway_vpc_public_gateway: ["move_to_ipam", "refresh_ssh_keys"],
  scaleway_webhosting: ["email", "option_ids"],
};

/** Those of them that tell the provider itself how to go about its work, so that an apply only writes them into the state. */
const STATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  scaleway_autoscaling_instance_group: ["delete_servers_on_destroy"],
  scaleway_baremetal_server: ["install_config_afterward", "reinstall_on_config_changes"],
  scaleway_container_namespace: ["destroy_registry"],
  scaleway_domain_registration: ["duration_in_years"],
  scaleway_iam_group: ["external_membership"],
  scaleway_instance_security_group: ["external_rules"],
  scaleway_instance_server: ["replace_on_type_change"],
  scaleway_k8s_acl: ["no_ip_allowed"],
  scaleway_k8s_cluster: ["delete_additional_resources", "upgrade_pools"],
  scaleway_k8s_pool: ["wait_for_pool_ready"],
  scaleway_lb: ["external_private_networks"],
  scaleway_lb_frontend: ["external_acls"],
  scaleway_object_bucket: ["force_destroy"],
};

/** What an import leaves empty of a type. */
export function argumentsNotSetByRead(type: string): readonly string[] {
  return NOT_SET_BY_READ[type] ?? [];
}

/** Whether an argument changes nothing but the state, when it is configured on what an import has left empty. */
export function changesStateOnly(type: string, argument: string): boolean {
  return STATE_ONLY[type]?.includes(argument) === true;
}

/** Those of the arguments that change the state alone which are false where nothing says that they are true. */
export function switchesOff(type: string): readonly string[] {
  return (STATE_ONLY[type] ?? []).filter((name) => {
    const attribute = newestRelease.behaviourOf(type).attribute(name);
    return attribute.type === "bool" && attribute.default !== true;
  });
}

/**
 * Whether an import leaves an argument empty, to say it would do something, and Terraform can be told to ignore it: not where
 * there is a default, which the provider sees in the place of what is ignored.
 */
export function isLostByImport(type: string, argument: string): boolean {
  if (!argumentsNotSetByRead(type).includes(argument) || changesStateOnly(type, argument)) return false;
  return isNothing(newestRelease.behaviourOf(type).attribute(argument).default ?? null);
}

/** The state of what a new state imports: the provider reads all of it but what it never reads. */
export function afterImport(state: PriorState): PriorState {
  const managed = [...state.managed].map(([address, instance]) => {
    const unread = argumentsNotSetByRead(instance.type);
    const values = new Map([...instance.values].filter(([name]) => !unread.includes(name)));
    return [address, { ...instance, values, tainted: false }] as const;
  });
  return { managed: new Map(managed), data: state.data, deposed: [], sources: new Set() };
}
