import fc from "fast-check";

import type { Json } from "../lib/terraform";

/** Values for the arguments of a resource, by name. */
type Arguments = Readonly<Record<string, fc.Arbitrary<Json>>>;

/** What a configuration may say of a resource type, so that the provider takes it. */
export interface Shape {
  readonly required: Arguments;
  readonly optional: Arguments;
}

/** Names of the resources of each type. */
export const names = ["a", "b"] as const;

const oneOf = (...values: Json[]): fc.Arbitrary<Json> => fc.constantFrom(...values);
const mostly = (usual: Json, other: Json): fc.Arbitrary<Json> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, { arbitrary: fc.constant(other), weight: 1 });
const flag = oneOf(true, false);
const name = oneOf("main", "other", "Main");
const tags = oneOf([], ["x"], ["x", "y"], ["y", "x"]);
/** Mostly one region and one zone, as the provider refuses what is elsewhere than the resource that it hangs on. */
const region = mostly("fr-par", "nl-ams");
const zone = mostly("fr-par-1", "fr-par-2");
const project = oneOf("11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222");
const text = oneOf("", "one", "two");

/** An attribute of a resource of a type. */
function attributeOf(type: string, attribute: string): fc.Arbitrary<Json> {
  return oneOf(...names.map((each) => `\${${type}.${each}.${attribute}}`));
}

/** The id of a resource of a type. */
function idOf(type: string): fc.Arbitrary<Json> {
  return attributeOf(type, "id");
}

/** One block, as an object or as a list of one. */
function block(required: Arguments, optional: Arguments = {}): fc.Arbitrary<Json> {
  const body = fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<Json>;
  return fc.tuple(body, fc.boolean()).map(([one, listed]) => (listed ? [one] : one));
}

const blocks = (required: Arguments, optional: Arguments = {}): fc.Arbitrary<Json> =>
  fc.array(block(required, optional).map(onlyOf), { maxLength: 2 });

const onlyOf = (one: Json): Json => (Array.isArray(one) ? (one[0] ?? null) : one);

const network: Shape = {
  required: {},
  optional: {
    name,
    tags,
    vpc_id: idOf("scaleway_vpc"),
    ipv4_subnet: block({ subnet: oneOf("172.16.0.0/22", "172.16.4.0/22") }),
    ipv6_subnets: blocks({ subnet: oneOf("fd46:78ab:30b8:177c::/64", "fd46:78ab:30b8:c7df::/64") }),
    enable_default_route_propagation: flag,
    region,
    project_id: project,
  },
};

const cluster: Shape = {
  required: {
    name,
    version: oneOf("1.35.3", "1.34.1"),
    cni: oneOf("cilium", "calico", "kilo"),
    delete_additional_resources: flag,
  },
  optional: {
    private_network_id: idOf("scaleway_vpc_private_network"),
    type: oneOf("kapsule", "kapsule-dedicated-8"),
    description: text,
    tags,
    pod_cidr: oneOf("100.64.0.0/15", "100.66.0.0/15"),
    service_cidr: oneOf("10.32.0.0/20", "10.33.0.0/20"),
    service_dns_ip: oneOf("10.32.0.10", "10.32.0.11"),
    autoscaler_config: block(
      {},
      { expander: oneOf("random", "least_waste"), scale_down_delay_after_add: oneOf("10m", "600s", "5m") },
    ),
    auto_upgrade: block({
      enable: fc.constant(false),
      maintenance_window_day: oneOf("monday", "any"),
      maintenance_window_start_hour: oneOf(0, 3),
    }),
    open_id_connect_config: block({ issuer_url: fc.constant("https://id.example"), client_id: name }),
    admission_plugins: tags,
    apiserver_cert_sans: tags,
    feature_gates: tags,
    upgrade_pools: flag,
    region,
    project_id: project,
  },
};

const pool: Shape = {
  required: {
    cluster_id: idOf("scaleway_k8s_cluster"),
    name,
    node_type: oneOf("DEV1-M", "dev1_m", "PRO2-S", "pro2-s"),
    size: oneOf(1, 2, "2"),
  },
  optional: {
    autoscaling: flag,
    autohealing: flag,
    min_size: oneOf(0, 1),
    max_size: oneOf(1, 5),
    container_runtime: oneOf("containerd", "crio"),
    kubelet_args: oneOf({}, { maxPods: "110" }, { maxPods: "50" }),
    labels: oneOf({}, { tier: "web" }),
    taints: blocks({ key: name, value: text, effect: oneOf("NoSchedule", "NoExecute") }),
    tags,
    placement_group_id: idOf("scaleway_instance_placement_group"),
    security_group_id: idOf("scaleway_instance_security_group"),
    public_ip_disabled: flag,
    root_volume_size_in_gb: oneOf(20, 40, "40"),
    root_volume_type: oneOf("sbs_5k", "l_ssd"),
    upgrade_policy: block({}, { max_surge: oneOf(0, 1), max_unavailable: oneOf(0, 1) }),
    wait_for_pool_ready: flag,
    version: oneOf("1.35.3", "1.34.1"),
    region,
    zone,
  },
};

const database: Shape = {
  required: { node_type: oneOf("DB-DEV-S", "db-dev-s", "DB-DEV-M"), engine: oneOf("PostgreSQL-16", "PostgreSQL-15") },
  optional: {
    name,
    is_ha_cluster: flag,
    disable_backup: flag,
    backup_same_region: flag,
    backup_schedule_frequency: oneOf(24, 48),
    user_name: oneOf("admin", "owner"),
    password: oneOf("Passw0rd!", "0ther-Passw0rd!"),
    settings: oneOf({}, { work_mem: "4" }, { work_mem: "8" }),
    init_settings: oneOf({}, { lower_case_table_names: "1" }, { lower_case_table_names: "0" }),
    tags,
    volume_type: oneOf("lssd", "sbs_5k", "sbs_15k"),
    volume_size_in_gb: oneOf(10, 20),
    private_network: block(
      { pn_id: idOf("scaleway_vpc_private_network"), enable_ipam: fc.constant(true) },
      { port: oneOf(5432, 6432) },
    ),
    load_balancer: block({}),
    logs_policy: block({}, { max_age_retention: oneOf(30, 60), total_disk_retention: oneOf(100000000, 200000000) }),
    encryption_at_rest: flag,
    region,
    project_id: project,
  },
};

const rule = blocks(
  { action: oneOf("accept", "drop") },
  { protocol: oneOf("TCP", "UDP"), port: oneOf(22, 443), ip_range: oneOf("0.0.0.0/0", "10.0.0.0/8") },
);

const securityGroup: Shape = {
  required: {},
  optional: {
    name,
    description: text,
    inbound_default_policy: oneOf("accept", "drop"),
    outbound_default_policy: oneOf("accept", "drop"),
    inbound_rule: rule,
    outbound_rule: rule,
    stateful: flag,
    enable_default_security: flag,
    tags,
    zone,
    project_id: project,
  },
};

const gateway: Shape = {
  required: { type: oneOf("VPC-GW-S", "vpc-gw-s", "VPC-GW-M") },
  optional: {
    name,
    tags,
    ip_id: idOf("scaleway_vpc_public_gateway_ip"),
    bastion_enabled: flag,
    bastion_port: oneOf(61000, 2222),
    enable_smtp: flag,
    allowed_ip_ranges: oneOf(["203.0.113.0/24"], ["203.0.113.0/24", "198.51.100.0/24"]),
    zone,
    project_id: project,
  },
};

const loadBalancer: Shape = {
  required: { type: oneOf("LB-S", "lb-s", "LB-GP-M") },
  optional: {
    name,
    description: text,
    tags,
    ip_ids: fc.uniqueArray(idOf("scaleway_lb_ip"), { minLength: 1 }),
    assign_flexible_ip: flag,
    assign_flexible_ipv6: flag,
    private_network: blocks({ private_network_id: idOf("scaleway_vpc_private_network") }),
    ssl_compatibility_level: oneOf("ssl_compatibility_level_intermediate", "ssl_compatibility_level_modern"),
    zone,
    project_id: project,
  },
};

/** The resource types that the library composes, and what users hang on them. */
export const shapes: Readonly<Record<string, Shape>> = {
  scaleway_vpc: {
    required: {},
    optional: { name, tags, enable_routing: fc.constant(true), enable_transitivity: flag, region, project_id: project },
  },
  scaleway_vpc_private_network: network,
  scaleway_k8s_cluster: cluster,
  scaleway_k8s_pool: pool,
  scaleway_k8s_acl: {
    required: {
      cluster_id: idOf("scaleway_k8s_cluster"),
      acl_rules: fc
        .tuple(block({ ip: oneOf("203.0.113.0/24", "198.51.100.7/32") }, { description: text }))
        .map(([one]) => one),
    },
    optional: {},
  },
  scaleway_instance_security_group: securityGroup,
  scaleway_instance_placement_group: {
    required: {},
    optional: {
      name,
      policy_type: oneOf("max_availability", "low_latency"),
      policy_mode: oneOf("optional", "enforced"),
      tags,
      zone,
      project_id: project,
    },
  },
  scaleway_rdb_instance: database,
  scaleway_rdb_database: {
    required: { instance_id: idOf("scaleway_rdb_instance"), name },
    optional: {},
  },
  scaleway_rdb_user: {
    required: { instance_id: idOf("scaleway_rdb_instance"), name, password: oneOf("Passw0rd!", "0ther-Passw0rd!") },
    optional: { is_admin: flag },
  },
  scaleway_vpc_public_gateway_ip: { required: {}, optional: { tags, zone, project_id: project } },
  scaleway_vpc_public_gateway: gateway,
  scaleway_vpc_gateway_network: {
    required: {
      gateway_id: idOf("scaleway_vpc_public_gateway"),
      private_network_id: idOf("scaleway_vpc_private_network"),
    },
    optional: { enable_masquerade: flag, ipam_config: block({ push_default_route: flag }), zone },
  },
  scaleway_rdb_acl: {
    required: {
      instance_id: idOf("scaleway_rdb_instance"),
      acl_rules: fc.tuple(block({ ip: oneOf("203.0.113.0/24", "198.51.100.7/32") })).map(([one]) => one),
    },
    optional: {},
  },
  scaleway_rdb_privilege: {
    required: {
      instance_id: idOf("scaleway_rdb_instance"),
      user_name: attributeOf("scaleway_rdb_user", "name"),
      database_name: attributeOf("scaleway_rdb_database", "name"),
      permission: oneOf("all", "readonly"),
    },
    optional: {},
  },
  scaleway_rdb_read_replica: {
    required: { instance_id: idOf("scaleway_rdb_instance"), direct_access: block({}) },
    optional: { same_zone: flag },
  },
  scaleway_ipam_ip: {
    required: { source: block({ private_network_id: idOf("scaleway_vpc_private_network") }) },
    optional: { is_ipv6: flag, tags, region, project_id: project },
  },
  scaleway_lb_ip: { required: {}, optional: { tags, is_ipv6: flag, zone, project_id: project } },
  scaleway_lb: loadBalancer,
  scaleway_lb_backend: {
    required: {
      lb_id: idOf("scaleway_lb"),
      forward_protocol: oneOf("tcp", "http"),
      forward_port: oneOf(80, "80", 8080),
    },
    optional: { name, timeout_server: oneOf("5m", "300s", "1m"), sticky_sessions: oneOf("none", "table") },
  },
  scaleway_lb_frontend: {
    required: {
      lb_id: idOf("scaleway_lb"),
      backend_id: idOf("scaleway_lb_backend"),
      inbound_port: oneOf(80, 443),
    },
    optional: { name, timeout_client: oneOf("5m", "300s", "1m"), enable_http3: flag },
  },
  scaleway_lb_private_network: {
    required: { lb_id: idOf("scaleway_lb"), private_network_id: idOf("scaleway_vpc_private_network") },
    optional: {
      ipam_ip_ids: fc.tuple(idOf("scaleway_ipam_ip")).map(([id]): Json => [id]),
      project_id: project,
      zone,
    },
  },
  terraform_data: {
    required: {},
    optional: {
      input: fc.oneof(text, idOf("scaleway_vpc"), attributeOf("scaleway_vpc", "name")),
      triggers_replace: fc.oneof(text, tags, idOf("scaleway_k8s_cluster")),
    },
  },
};

/** The types that the library composes itself. */
export const composed = [
  "scaleway_vpc_private_network",
  "scaleway_k8s_cluster",
  "scaleway_k8s_pool",
  "scaleway_k8s_acl",
  "scaleway_instance_security_group",
  "scaleway_rdb_instance",
] as const;

/** The values that an argument of a resource type may have; undefined for one that is not in its shape. */
export function valuesOf(type: string, argument: string): fc.Arbitrary<Json> | undefined {
  const shape = shapes[type];
  return shape?.required[argument] ?? shape?.optional[argument];
}
