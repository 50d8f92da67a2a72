import type { JsonObject } from "../terraform";

export const uuid = "11111111-1111-1111-1111-111111111111";

export const rdb = { node_type: "DB-DEV-S", engine: "PostgreSQL-16" };

export const endpoint = { pn_id: `fr-par/${uuid}`, enable_ipam: true };

export const cluster = { name: "c", version: "1.35.3", cni: "cilium" };

const pool = { name: "p", node_type: "PRO2-XS", size: 1 };

const ofCluster = { cluster_id: "${scaleway_k8s_cluster.c.id}" };

/** A cluster on a network, and a pool. */
export function clusterWith(pools: JsonObject, more: JsonObject = {}, network: JsonObject = {}): JsonObject {
  return {
    scaleway_vpc_private_network: { n: { name: "n", ...network } },
    scaleway_k8s_cluster: { c: { ...cluster, private_network_id: "${scaleway_vpc_private_network.n.id}" } },
    scaleway_k8s_pool: { p: { ...pool, ...ofCluster, ...pools } },
    ...more,
  };
}

export function database(more: JsonObject): JsonObject {
  return { scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint], ...more } } };
}

export function gateway(more: JsonObject): JsonObject {
  return { scaleway_vpc_public_gateway: { g: { type: "VPC-GW-S", ...more } } };
}

export function policy(rule: JsonObject): JsonObject {
  const rules = [{ permission_set_names: ["KubernetesFullAccess"], project_ids: [uuid], ...rule }];
  return { scaleway_iam_policy: { p: { application_id: uuid, rule: rules } } };
}

export const placed = (group: JsonObject, more: JsonObject = {}): JsonObject => ({
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

export const access = (...rules: JsonObject[]): JsonObject => ({
  scaleway_k8s_acl: { a: { cluster_id: `fr-par/${uuid}`, acl_rules: rules } },
});

export const fronted = (frontend: JsonObject): JsonObject => ({
  scaleway_lb_frontend: {
    f: { lb_id: `fr-par-1/${uuid}`, backend_id: `fr-par-1/${uuid}`, inbound_port: 443, ...frontend },
  },
});

export const checked = (backend: JsonObject): JsonObject => ({
  scaleway_lb_backend: { b: { lb_id: `fr-par-1/${uuid}`, forward_protocol: "tcp", forward_port: 80, ...backend } },
});

/** A cluster that `production: true` has marked. */
export function production(pools: JsonObject): JsonObject {
  const marked = { ...cluster, private_network_id: "${scaleway_vpc_private_network.n.id}", "//": { production: true } };
  return clusterWith(pools, { scaleway_k8s_cluster: { c: marked } });
}

/** An example as a whole configuration. */
export function exampleConfiguration(resource: JsonObject): JsonObject {
  return {
    provider: {
      scaleway: [{ region: "fr-par", zone: "fr-par-1" }],
      kubernetes: [{ host: "${scaleway_k8s_cluster.c.kubeconfig[0].host}" }],
    },
    variable: { data: { type: "string", sensitive: true } },
    resource,
  };
}
