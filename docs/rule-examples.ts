/** An edit that a rule finds: what was deployed, what is wanted, and where it takes one, the state or a plan. */
interface RuleExample {
  readonly before?: object;
  readonly after?: object;
  readonly state?: object;
  readonly plan?: object;
}

const cluster = (overrides: object = {}) => ({
  name: "production",
  version: "1.35.3",
  cni: "cilium",
  delete_additional_resources: false,
  ...overrides,
});
const pool = (overrides: object = {}) => ({
  cluster_id: "${scaleway_k8s_cluster.main.id}",
  name: "default",
  node_type: "DEV1-M",
  size: 1,
  ...overrides,
});
const database = (engine: string) => ({ name: "main", engine, node_type: "DB-DEV-S", user_name: "admin" });
const resources = (scaleway_k8s_cluster: object, scaleway_k8s_pool: object = {}, rest: object = {}) => ({
  resource: { scaleway_k8s_cluster, scaleway_k8s_pool },
  ...rest,
});

const deployedPool = (instance: object) => ({
  version: 4,
  resources: [
    {
      mode: "managed",
      type: "scaleway_k8s_pool",
      name: "default",
      provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
      instances: [instance],
    },
  ],
});
const poolAttributes = { id: "fr-par/1", ...pool({ cluster_id: "fr-par/2" }) };

const unnamedPool = { cluster_id: "fr-par/2", node_type: "DEV1-M", size: 1 };

/** One example of each rule that compares resources. */
export const ruleExamples: Readonly<Record<string, RuleExample>> = {
  "access-opened": {
    before: {
      resource: { scaleway_rdb_acl: { main: { instance_id: "fr-par/1", acl_rules: [{ ip: "203.0.113.0/24" }] } } },
    },
    after: { resource: { scaleway_rdb_acl: { main: { instance_id: "fr-par/1", acl_rules: [{ ip: "0.0.0.0/0" }] } } } },
  },
  "api-opened": {
    before: resources(
      { main: cluster() },
      {},
      {
        resource: {
          scaleway_k8s_cluster: { main: cluster() },
          scaleway_k8s_acl: {
            main: { cluster_id: "${scaleway_k8s_cluster.main.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
          },
        },
      },
    ),
    after: resources({ main: cluster() }),
  },
  "immutable-attribute": {
    before: resources({ main: cluster() }),
    after: resources({ main: cluster({ cni: "calico" }) }),
  },
  cascade: {
    before: resources({ main: cluster() }, { default: pool() }),
    after: resources({ main: cluster({ cni: "calico" }) }, { default: pool() }),
  },
  removed: { before: resources({ main: cluster() }), after: resources({}) },
  renamed: { before: resources({ main: cluster() }), after: resources({ production: cluster() }) },
  "fewer-instances": {
    before: resources({ main: cluster({ count: 2 }) }),
    after: resources({ main: cluster({ count: 1 }) }),
  },
  "lost-protection": {
    before: resources({ main: cluster({ lifecycle: { prevent_destroy: true } }) }),
    after: resources({ main: cluster() }),
  },
  "ignored-change": {
    before: resources({ main: cluster() }),
    after: resources({ main: cluster({ cni: "calico", lifecycle: { ignore_changes: ["cni"] } }) }),
  },
  "replace-triggered-by": {
    before: resources({ main: cluster() }, { default: pool() }),
    after: resources(
      { main: cluster({ version: "1.36.0" }) },
      { default: pool({ lifecycle: { replace_triggered_by: ["scaleway_k8s_cluster.main"] } }) },
    ),
  },
  forgotten: {
    before: resources({ main: cluster() }),
    after: resources({}, {}, { removed: [{ from: "scaleway_k8s_cluster.main", lifecycle: { destroy: false } }] }),
  },
  "engine-upgrade": {
    before: { resource: { scaleway_rdb_instance: { main: database("PostgreSQL-15") } } },
    after: { resource: { scaleway_rdb_instance: { main: database("PostgreSQL-16") } } },
  },
  "generated-name": {
    before: { resource: { scaleway_k8s_pool: { default: unnamedPool } } },
    after: { resource: { scaleway_k8s_pool: { default: unnamedPool } } },
  },
  tainted: {
    before: { resource: { scaleway_k8s_pool: { default: pool({ cluster_id: "fr-par/2" }) } } },
    after: { resource: { scaleway_k8s_pool: { default: pool({ cluster_id: "fr-par/2" }) } } },
    state: deployedPool({ status: "tainted", attributes: poolAttributes }),
  },
  deposed: {
    before: { resource: { scaleway_k8s_pool: { default: pool({ cluster_id: "fr-par/2" }) } } },
    after: { resource: { scaleway_k8s_pool: { default: pool({ cluster_id: "fr-par/2" }) } } },
    state: deployedPool({ deposed: "a1b2c3d4", attributes: poolAttributes }),
  },
  unchecked: {
    before: { module: { platform: { source: "./platform", version: "1" } } },
    after: { module: { platform: { source: "./platform", version: "2" } } },
  },
  requested: {
    plan: {
      format_version: "1.2",
      planned_values: {},
      resource_changes: [
        {
          address: "scaleway_k8s_pool.default",
          mode: "managed",
          type: "scaleway_k8s_pool",
          name: "default",
          provider_name: "registry.terraform.io/scaleway/scaleway",
          action_reason: "replace_by_request",
          change: { actions: ["delete", "create"], before: {}, after: {}, after_unknown: {} },
        },
      ],
    },
  },
};
