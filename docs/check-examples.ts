import type { JsonObject } from "kapsule-guard/terraform";

/** Resources of a stack in fr-par-1 with the mistake of a check, and the nearest ones without it. */
interface CheckExample {
  readonly wrong: JsonObject;
  readonly right: JsonObject;
}

const uuid = "11111111-1111-1111-1111-111111111111";
const rdb = { node_type: "DB-DEV-S", engine: "PostgreSQL-16" };
const endpoint = { pn_id: `fr-par/${uuid}`, enable_ipam: true };
const cluster = { name: "c", version: "1.35.3", cni: "cilium" };
const pool = { name: "p", node_type: "PRO2-XS", size: 1 };
const ofCluster = { cluster_id: "${scaleway_k8s_cluster.c.id}" };

/** A cluster on a network, and a pool. */
function platform(pools: JsonObject, more: JsonObject = {}, network: JsonObject = {}): JsonObject {
  return {
    scaleway_vpc_private_network: { n: { name: "n", ...network } },
    scaleway_k8s_cluster: { c: { ...cluster, private_network_id: "${scaleway_vpc_private_network.n.id}" } },
    scaleway_k8s_pool: { p: { ...pool, ...ofCluster, ...pools } },
    ...more,
  };
}

function database(more: JsonObject): JsonObject {
  return { scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint], ...more } } };
}

function gateway(more: JsonObject): JsonObject {
  return { scaleway_vpc_public_gateway: { g: { type: "VPC-GW-S", ...more } } };
}

function policy(rule: JsonObject): JsonObject {
  const rules = [{ permission_set_names: ["KubernetesFullAccess"], project_ids: [uuid], ...rule }];
  return { scaleway_iam_policy: { p: { application_id: uuid, rule: rules } } };
}

const networks = (second: string): JsonObject => ({
  scaleway_vpc: { v: { name: "v" } },
  scaleway_vpc_private_network: {
    a: { vpc_id: "${scaleway_vpc.v.id}", ipv4_subnet: { subnet: "172.16.0.0/22" } },
    b: { vpc_id: "${scaleway_vpc.v.id}", ipv4_subnet: { subnet: second } },
  },
});

const attached = (zone: JsonObject): JsonObject => ({
  ...gateway({ zone: "fr-par-2" }),
  scaleway_vpc_gateway_network: {
    n: { gateway_id: "${scaleway_vpc_public_gateway.g.id}", private_network_id: `fr-par/${uuid}`, ...zone },
  },
});

const placed = (group: JsonObject, more: JsonObject = {}): JsonObject => ({
  scaleway_instance_placement_group: { g: group },
  scaleway_k8s_pool: {
    p: {
      ...pool,
      cluster_id: `fr-par/${uuid}`,
      placement_group_id: "${scaleway_instance_placement_group.g.id}",
      ...more,
    },
  },
});

const access = (...rules: JsonObject[]): JsonObject => ({
  scaleway_k8s_acl: { a: { cluster_id: `fr-par/${uuid}`, acl_rules: rules } },
});

const balanced = (network: string): JsonObject =>
  platform(
    {},
    {
      scaleway_vpc_private_network: { n: { name: "n" }, other: { name: "other" } },
      scaleway_lb: { l: { type: "LB-S", private_network: [{ private_network_id: network }] } },
      scaleway_lb_backend: {
        b: {
          lb_id: "${scaleway_lb.l.id}",
          forward_protocol: "tcp",
          forward_port: 80,
          server_ips: "${scaleway_k8s_pool.p.nodes[*].private_ips[0].address}",
        },
      },
    },
  );

const fronted = (frontend: JsonObject): JsonObject => ({
  scaleway_lb_frontend: {
    f: { lb_id: `fr-par-1/${uuid}`, backend_id: `fr-par-1/${uuid}`, inbound_port: 443, ...frontend },
  },
});

const ruled = (frontend: JsonObject): JsonObject => ({
  ...fronted(frontend),
  scaleway_lb_acl: { a: { frontend_id: "${scaleway_lb_frontend.f.id}", index: 0, action: { type: "allow" } } },
});

const checked = (backend: JsonObject): JsonObject => ({
  scaleway_lb_backend: { b: { lb_id: `fr-par-1/${uuid}`, forward_protocol: "tcp", forward_port: 80, ...backend } },
});

const inVpc = (vpc: string): JsonObject =>
  platform(
    {},
    {
      scaleway_vpc: { v: { name: "v" }, w: { name: "w" } },
      scaleway_vpc_private_network: { n: { vpc_id: "${scaleway_vpc.v.id}" }, data: { vpc_id: vpc } },
      scaleway_rdb_instance: {
        d: { ...rdb, private_network: [{ pn_id: "${scaleway_vpc_private_network.data.id}", enable_ipam: true }] },
      },
    },
  );

/** A load balancer without a network, which forwards to public addresses. */
const publicBackend = (rule: JsonObject): JsonObject =>
  platform(
    { security_group_id: "${scaleway_instance_security_group.g.id}" },
    {
      scaleway_instance_security_group: {
        g: { inbound_default_policy: "drop", inbound_rule: [{ action: "accept", protocol: "TCP", ...rule }] },
      },
      ...checked({ forward_port: 30080, server_ips: "${scaleway_k8s_pool.p.nodes[*].public_ip}" }),
    },
  );

/** A cluster that `production: true` has marked. */
function production(pools: JsonObject): JsonObject {
  const marked = { ...cluster, private_network_id: "${scaleway_vpc_private_network.n.id}", "//": { production: true } };
  return platform(pools, { scaleway_k8s_cluster: { c: marked } });
}

/** By the id of the check. */
export const checkExamples: Readonly<Record<string, CheckExample>> = {
  "gateway-network-zone": { wrong: attached({}), right: attached({ zone: "fr-par-2" }) },
  "gateway-type": { wrong: gateway({ type: "VPC-GW-XXL" }), right: gateway({ type: "VPC-GW-XL" }) },
  "open-bastion": {
    wrong: gateway({ bastion_enabled: true }),
    right: gateway({ bastion_enabled: true, allowed_ip_ranges: ["0.0.0.0/0"] }),
  },
  "overlapping-networks": { wrong: networks("172.16.2.0/23"), right: networks("172.16.4.0/22") },
  "placement-group-zone": {
    wrong: placed({ zone: "fr-par-2" }),
    right: placed({ zone: "fr-par-2" }, { zone: "fr-par-2" }),
  },
  "placement-group-size": {
    wrong: placed({ policy_mode: "enforced" }, { size: 21 }),
    right: placed({ policy_mode: "enforced" }, { size: 20 }),
  },
  "cluster-network": {
    wrong: { scaleway_k8s_cluster: { c: cluster } },
    right: { scaleway_k8s_cluster: { c: { ...cluster, private_network_id: `fr-par/${uuid}` } } },
  },
  "isolated-pool": {
    wrong: platform({ public_ip_disabled: true }),
    right: platform(
      { public_ip_disabled: true },
      {
        scaleway_vpc_gateway_network: {
          g: { gateway_id: `fr-par-1/${uuid}`, private_network_id: "${scaleway_vpc_private_network.n.id}" },
        },
      },
    ),
  },
  "second-api-access": {
    wrong: {
      scaleway_k8s_acl: {
        a: { cluster_id: `fr-par/${uuid}`, acl_rules: [{ ip: "203.0.113.0/24" }] },
        b: { cluster_id: `fr-par/${uuid}`, acl_rules: [{ ip: "198.51.100.0/24" }] },
      },
    },
    right: access({ ip: "203.0.113.0/24" }, { ip: "198.51.100.0/24" }),
  },
  "api-access-rule": {
    wrong: access({ ip: "203.0.113.0/24", scaleway_ranges: true }),
    right: access({ ip: "203.0.113.0/24" }, { scaleway_ranges: true }),
  },
  "api-access-ipv6": { wrong: access({ ip: "2001:db8::/32" }), right: access({ ip: "203.0.113.0/24" }) },
  "kosmos-network": {
    wrong: { scaleway_k8s_cluster: { c: { ...cluster, type: "multicloud", private_network_id: `fr-par/${uuid}` } } },
    right: { scaleway_k8s_cluster: { c: { ...cluster, type: "kapsule", private_network_id: `fr-par/${uuid}` } } },
  },
  "version-skew": { wrong: platform({ version: "1.31.9" }), right: platform({ version: "1.32.0" }) },
  "manifest-beside-cluster": {
    wrong: {
      scaleway_k8s_cluster: { c: { ...cluster, private_network_id: `fr-par/${uuid}` } },
      kubernetes_manifest: { m: { manifest: {} } },
    },
    right: {
      scaleway_k8s_cluster: { other: { ...cluster, private_network_id: `fr-par/${uuid}` } },
      kubernetes_manifest: { m: { manifest: {} } },
    },
  },
  "full-network": {
    wrong: platform({ size: 1, max_size: 64, autoscaling: true }, {}, { ipv4_subnet: { subnet: "172.16.0.0/26" } }),
    right: platform({ size: 1, max_size: 60, autoscaling: true }, {}, { ipv4_subnet: { subnet: "172.16.0.0/26" } }),
  },
  "load-balancer-type": {
    wrong: { scaleway_lb: { l: { type: "LB-HUGE" } } },
    right: { scaleway_lb: { l: { type: "lb-gp-m" } } },
  },
  "load-balancer-addresses": {
    wrong: {
      scaleway_lb_ip: { a: {}, b: {} },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}", "${scaleway_lb_ip.b.id}"] } },
    },
    right: {
      scaleway_lb_ip: { a: {}, b: { is_ipv6: true } },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}", "${scaleway_lb_ip.b.id}"] } },
    },
  },
  "load-balancer-ipv6-only": {
    wrong: {
      scaleway_lb_ip: { a: { is_ipv6: true } },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}"] } },
    },
    right: {
      scaleway_lb_ip: { a: { is_ipv6: true }, b: {} },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}", "${scaleway_lb_ip.b.id}"] } },
    },
  },
  "other-locality": {
    wrong: {
      scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint] } },
      scaleway_rdb_database: { b: { instance_id: "${scaleway_rdb_instance.d.id}", name: "b", region: "nl-ams" } },
    },
    right: {
      scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint] } },
      scaleway_rdb_database: { b: { instance_id: "${scaleway_rdb_instance.d.id}", name: "b", region: "fr-par" } },
    },
  },
  "database-access-ipv6": {
    wrong: { scaleway_rdb_acl: { a: { instance_id: `fr-par/${uuid}`, acl_rules: [{ ip: "2001:db8::/64" }] } } },
    right: { scaleway_rdb_acl: { a: { instance_id: `fr-par/${uuid}`, acl_rules: [{ ip: "203.0.113.0/24" }] } } },
  },
  "restored-endpoint": {
    wrong: {
      ...database({ snapshot_id: `fr-par/${uuid}`, load_balancer: [{}] }),
      scaleway_rdb_acl: { a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] } },
    },
    right: database({ snapshot_id: `fr-par/${uuid}` }),
  },
  "load-balancer-network-address": {
    wrong: { scaleway_lb_private_network: { n: { lb_id: `fr-par-1/${uuid}`, private_network_id: `fr-par/${uuid}` } } },
    right: {
      scaleway_lb_private_network: {
        n: { lb_id: `fr-par-1/${uuid}`, private_network_id: `fr-par/${uuid}`, ipam_ip_ids: [`fr-par/${uuid}`] },
      },
    },
  },
  "plain-port-certificate": {
    wrong: fronted({ inbound_port: 80, certificate_ids: [`fr-par-1/${uuid}`] }),
    right: fronted({ inbound_port: 443, certificate_ids: [`fr-par-1/${uuid}`] }),
  },
  "unkept-rule": { wrong: ruled({}), right: ruled({ external_acls: true }) },
  "second-owner": {
    wrong: {
      scaleway_object_bucket: { b: { name: "backups" } },
      scaleway_object_bucket_policy: {
        one: { bucket: "${scaleway_object_bucket.b.id}", policy: "{}" },
        two: { bucket: "${scaleway_object_bucket.b.name}", policy: "{}" },
      },
    },
    right: {
      scaleway_object_bucket: { b: { name: "backups" }, c: { name: "images" } },
      scaleway_object_bucket_policy: {
        one: { bucket: "${scaleway_object_bucket.b.id}", policy: "{}" },
        two: { bucket: "${scaleway_object_bucket.c.name}", policy: "{}" },
      },
    },
  },
  "http-check-of-tcp": {
    wrong: checked({ health_check_http: { uri: "/" } }),
    right: checked({ forward_protocol: "http", health_check_http: { uri: "/" } }),
  },
  "other-network": {
    wrong: balanced("${scaleway_vpc_private_network.other.id}"),
    right: balanced("${scaleway_vpc_private_network.n.id}"),
  },
  "database-endpoint": {
    wrong: database({ private_network: [{ pn_id: `fr-par/${uuid}` }] }),
    right: database({ private_network: [{ pn_id: `fr-par/${uuid}`, ip_net: "172.16.0.9/22" }] }),
  },
  "replica-endpoint": {
    wrong: { scaleway_rdb_read_replica: { r: { instance_id: `fr-par/${uuid}` } } },
    right: { scaleway_rdb_read_replica: { r: { instance_id: `fr-par/${uuid}`, direct_access: {} } } },
  },
  "second-database-access": {
    wrong: {
      ...database({}),
      scaleway_rdb_acl: {
        a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
        b: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "198.51.100.0/24" }] },
      },
    },
    right: {
      scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint] }, e: { ...rdb, private_network: [endpoint] } },
      scaleway_rdb_acl: {
        a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
        b: { instance_id: "${scaleway_rdb_instance.e.id}", acl_rules: [{ ip: "198.51.100.0/24" }] },
      },
    },
  },
  "open-database": {
    wrong: database({ load_balancer: {} }),
    right: {
      ...database({ load_balancer: {} }),
      scaleway_rdb_acl: {
        a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
      },
    },
  },
  "public-cache": {
    wrong: { scaleway_redis_cluster: { r: { version: "7.2.4", node_type: "RED1-MICRO", user_name: "o" } } },
    right: {
      scaleway_redis_cluster: {
        r: { version: "7.2.4", node_type: "RED1-MICRO", user_name: "o", private_network: [{ id: `fr-par/${uuid}` }] },
      },
    },
  },
  "local-storage-size": {
    wrong: database({ volume_type: "lssd", volume_size_in_gb: 20 }),
    right: database({ volume_type: "sbs_5k", volume_size_in_gb: 20 }),
  },
  "mysql-encryption": {
    wrong: database({ engine: "MySQL-8", encryption_at_rest: true }),
    right: database({ encryption_at_rest: true }),
  },
  "weak-password": { wrong: database({ password: "short" }), right: database({ password: "thiZ_is_v&ry_s3cret" }) },
  "policy-scope": {
    wrong: {
      scaleway_iam_policy: { p: { application_id: uuid, rule: [{ permission_set_names: ["KubernetesFullAccess"] }] } },
    },
    right: policy({}),
  },
  "permission-set": {
    wrong: policy({ permission_set_names: ["KubernetesFulAccess"] }),
    right: policy({ permission_set_names: ["ABetaProductFullAccess"] }),
  },
  "key-owner": {
    wrong: { scaleway_iam_api_key: { k: { description: "k" } } },
    right: { scaleway_iam_api_key: { k: { description: "k", application_id: uuid } } },
  },
  "secret-version": {
    wrong: { scaleway_secret_version: { s: { secret_id: `fr-par/${uuid}`, data_wo: "${var.data}" } } },
    right: {
      scaleway_secret_version: { s: { secret_id: `fr-par/${uuid}`, data_wo: "${var.data}", data_wo_version: 1 } },
    },
  },
  "volume-speed": {
    wrong: { scaleway_block_volume: { v: { iops: 1000, size_in_gb: 20 } } },
    right: { scaleway_block_volume: { v: { iops: 15000, size_in_gb: 20 } } },
  },
  "bucket-name": {
    wrong: { scaleway_object_bucket: { b: { name: "UPPER_case" } } },
    right: { scaleway_object_bucket: { b: { name: "lower.case-1" } } },
  },
  "registry-name": {
    wrong: { scaleway_registry_namespace: { r: { name: "Bad_Name" } } },
    right: { scaleway_registry_namespace: { r: { name: "good-name" } } },
  },
  "serverless-database-size": {
    wrong: { scaleway_sdb_sql_database: { s: { name: "s", min_cpu: 4, max_cpu: 2 } } },
    right: { scaleway_sdb_sql_database: { s: { name: "s", min_cpu: 2, max_cpu: 2 } } },
  },
  "unreachable-network": { wrong: inVpc("${scaleway_vpc.w.id}"), right: inVpc("${scaleway_vpc.v.id}") },
  "shut-out-load-balancer": {
    wrong: publicBackend({ port: 443 }),
    right: publicBackend({ port_range: "30000-32767" }),
  },
  "node-type-zone": {
    wrong: platform({ node_type: "DEV1-M", zone: "fr-par-3" }),
    right: platform({ node_type: "PRO2-S", zone: "fr-par-3" }),
  },
  "production-node-type": {
    wrong: production({ node_type: "PRO2-XS", size: 2 }),
    right: production({ node_type: "POP2-2C-8G", size: 2 }),
  },
  "production-single-node": {
    wrong: production({ node_type: "POP2-2C-8G", size: 1 }),
    right: production({ node_type: "POP2-2C-8G", size: 2 }),
  },
  "product-zone": { wrong: gateway({ zone: "fr-par-3" }), right: gateway({ zone: "fr-par-2" }) },
};

/** An example as a whole configuration. */
export function configurationOf(resource: JsonObject): JsonObject {
  return {
    provider: {
      scaleway: [{ region: "fr-par", zone: "fr-par-1" }],
      kubernetes: [{ host: "${scaleway_k8s_cluster.c.kubeconfig[0].host}" }],
    },
    variable: { data: { type: "string", sensitive: true } },
    resource,
  };
}
