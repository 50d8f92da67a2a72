import { Address } from "kapsule-guard/terraform";

import { serializeLock } from "../../guard/lib/recreation/baseline/lock/parse";
import { findRecreations } from "../../guard/lib/recreation/find";
import { adoptionSummary } from "../../lib/adopt/adoption-summary";
import { readHcl } from "../../lib/adopt/hcl";
import { compileErrors } from "../support/compile";
import { DOCUMENT, documentState, runProgram, stateOf, UUID, written } from "./support";

const REGIONAL = `fr-par/${UUID}`;
const OTHER = "fr-par/22222222-2222-2222-2222-222222222222";
const CLUSTER = {
  id: REGIONAL,
  region: "fr-par",
  name: "platform",
  type: "kapsule",
  version: "1.35.3",
  cni: "cilium",
  delete_additional_resources: false,
  private_network_id: OTHER,
  upgrade_pools: true,
  tags: [],
};
const POOL = {
  id: "fr-par/33333333-3333-3333-3333-333333333333",
  region: "fr-par",
  zone: "fr-par-1",
  cluster_id: REGIONAL,
  name: "workers-1",
  node_type: "PRO2-XS",
  size: 3,
  autoscaling: false,
  autohealing: true,
  container_runtime: "containerd",
  public_ip_disabled: false,
  wait_for_pool_ready: true,
  security_group_id: `fr-par-1/${UUID}`,
};
const DATABASE = {
  id: OTHER,
  region: "fr-par",
  name: "orders",
  node_type: "db-gp-xs",
  engine: "PostgreSQL-16",
  user_name: "admin",
  is_ha_cluster: false,
  disable_backup: false,
  volume_type: "lssd",
  private_network: [{ pn_id: REGIONAL, enable_ipam: true, ip_net: "10.0.0.2/22", port: 5432 }],
};

const movesIn = ({ moved }: Record<string, unknown>) =>
  (moved as { from: string; to: string }[]).map(({ from, to }) => `${from} -> ${to}`).sort();

describe("the platform of the document", () => {
  test("is five resources by its state: constructs, but for the group, and moved lines", () => {
    const { text, changes, left, refused } = written({ state: documentState() });
    expect(text).toMatchSnapshot();
    expect([left, [...refused]]).toEqual([[], []]);
    expect(changes).toMatchObject([
      {
        previousAddress: "scaleway_rdb_instance.main",
        action: "update",
        attributes: [{ path: "password", leftOut: true }],
      },
    ]);
  });

  test("becomes a program that compiles, and whose synth is what was tried, with the lock that was written", () => {
    const { text, trial, lock } = written({ state: documentState() });
    expect(compileErrors(text)).toEqual([]);
    const run = runProgram(text);
    expect(run.lock).toBe(serializeLock(lock));
    expect(run.configuration.resource).toEqual(trial.configuration.resource);
    expect(movesIn(run.configuration)).toEqual(movesIn(trial.configuration));
  });

  test("has no secret in the program, in the lock, or in what is said", () => {
    const { text, lock, changes } = written({ state: documentState() });
    const secret = "thiZ_is_v&ry_s3cret";
    expect(JSON.stringify(documentState())).toContain(secret);
    expect(text + serializeLock(lock) + JSON.stringify(changes)).not.toContain(secret);
  });

  test("by its state and its HCL, states what the HCL states", async () => {
    const { text } = written({ state: documentState(), hcl: await readHcl(DOCUMENT) });
    expect(text).toContain("stateful: true");
    expect(text).toContain("waitForPoolReady: true");
    expect(compileErrors(text)).toEqual([]);
  });

  test("by its HCL alone, asks for what only the state knows", async () => {
    const { text, changes } = written({ hcl: await readHcl(DOCUMENT) });
    expect(text).toContain("version: kapsuleVersion.stringValue as PatchVersion");
    expect(text).toContain('new TerraformVariable(this, "kapsule_version"');
    expect(compileErrors(text)).toEqual([]);
    expect(changes.flatMap(({ attributes }) => attributes.filter(({ sure }) => sure))).toMatchObject([
      { path: "password" },
    ]);
  });

  test("can be imported into a new state instead", () => {
    const { text } = written({ state: documentState() }, "imported");
    expect(text).toContain('guard.imported(cluster, "fr-par/811feb39-cd4c-46ef-8815-85992135a128");');
    expect(text).not.toContain("guard.moved");
    expect(runProgram(text).configuration.import).toHaveLength(5);
  });
});

describe("a cluster", () => {
  test("with an allow list has it as its apiAccess", () => {
    const state = stateOf({
      "scaleway_k8s_cluster.k": CLUSTER,
      "scaleway_k8s_acl.k": {
        id: REGIONAL,
        region: "fr-par",
        cluster_id: REGIONAL,
        acl_rules: [
          { ip: "203.0.113.0/24", description: "office" },
          { ip: "198.51.100.7/32", description: "" },
          { scaleway_ranges: true, description: "" },
        ],
      },
    });
    const { text, changes, refused } = written({ state });
    expect([changes, [...refused]]).toEqual([[], []]);
    expect(text).toContain("ApiAccess.from(");
    expect(text).toContain('{ cidr: "203.0.113.0/24", description: "office" }');
    expect(text).toMatch(/\.and\(\s*ApiAccess\.fromScaleway\(\)/);
    expect(text).toContain('guard.moved("scaleway_k8s_acl.k", cluster.node.findChild("ApiAccess"));');
    expect(compileErrors(text)).toEqual([]);
  });

  test("that a construct would change stays L1, and says why", () => {
    const { text, refused, changes } = written({
      state: stateOf({ "scaleway_k8s_cluster.k": { ...CLUSTER, type: "multicloud" } }),
    });
    expect(text).toContain('new K8SCluster(this, "k"');
    expect(text).toContain('type: "multicloud"');
    expect(refused.get(Address.parse("scaleway_k8s_cluster.k"))).toContain(
      'type is "multicloud"; it must be a Kapsule type',
    );
    expect(changes).toEqual([]);
    expect(compileErrors(text)).toEqual([]);
  });

  test("without a Private Network stays L1 under the address that it has", () => {
    const { text, trial } = written({
      state: stateOf({ "scaleway_k8s_cluster.k": { ...CLUSTER, private_network_id: "" } }),
    });
    expect(text).toContain("    RecreationGuard.of(this);");
    expect(text).not.toContain("guard.moved");
    expect([...trial.addresses]).toEqual([["scaleway_k8s_cluster.k", "scaleway_k8s_cluster.k"]]);
  });

  test("with automatic upgrades has its window", () => {
    const auto = [{ enable: true, maintenance_window_day: "sunday", maintenance_window_start_hour: 3 }];
    const { text } = written({
      state: stateOf({ "scaleway_k8s_cluster.k": { ...CLUSTER, version: "1.35", auto_upgrade: auto } }),
    });
    expect(text).toContain('autoUpgrade: { day: "sunday", startHour: 3 }');
    expect(compileErrors(text)).toEqual([]);
  });
});

describe("a pool", () => {
  test("keeps its exact name, its group and its node type, however that is spelled", () => {
    const state = stateOf({
      "scaleway_k8s_cluster.k": CLUSTER,
      'module.k.scaleway_k8s_pool.pools["gpu/1"]': { ...POOL, node_type: "pro2_xs" },
    });
    const { text, changes } = written({ state });
    expect(changes).toEqual([]);
    expect(text).toContain('k.addPool("k-pools-gpu-1", {');
    expect(text).toContain('name: "workers-1"');
    expect(text).toContain(`"fr-par-1/${UUID}"`);
    expect(text).toContain('guard.moved("module.k.scaleway_k8s_pool.pools[\\"gpu/1\\"]"');
  });

  test("without a group stays L1, since a construct would give it one", () => {
    const { security_group_id: _group, ...pool } = POOL;
    const { text } = written({
      state: stateOf({ "scaleway_k8s_cluster.k": CLUSTER, "scaleway_k8s_pool.p": pool }),
    });
    expect(text).toContain('new K8SPool(this, "p", {');
    expect(text).toContain("clusterId: k.clusterId");
  });

  test("with autoscaling has its bounds, and no warm word of a size that is not its own", () => {
    const { text, changes } = written({
      state: stateOf({
        "scaleway_k8s_cluster.k": CLUSTER,
        "scaleway_k8s_pool.p": { ...POOL, autoscaling: true, min_size: 2, max_size: 9 },
      }),
    });
    expect(text).toContain("autoscaling: { minSize: 2, maxSize: 9 }");
    expect(changes).toEqual([]);
  });
});

describe("a database", () => {
  test("states no user, which might replace it, and sends no password", () => {
    const { text, changes } = written({
      state: stateOf({ "scaleway_rdb_instance.db": { ...DATABASE, password: "S3cret!" } }),
    });
    expect(text).not.toContain("userName");
    expect(text).toContain("password: false");
    expect(changes).toMatchObject([{ action: "update", attributes: [{ path: "password", sensitive: true }] }]);
  });

  test("whose password is write-only goes on with a variable, and its version", () => {
    const state = stateOf({ "scaleway_rdb_instance.db": { ...DATABASE, password_wo_version: 3 } });
    const [resource] = state.resources as unknown as { instances: Record<string, unknown>[] }[];
    resource!.instances[0]!.sensitive_attributes = [[{ type: "get_attr", value: "password_wo" }]];
    const { text, changes } = written({ state });
    expect(text).toContain("password: dbPasswordWo.stringValue");
    expect(text).toContain("passwordVersion: 3");
    expect(changes).toEqual([]);
    expect(compileErrors(text)).toEqual([]);
  });

  test("with a public endpoint keeps it, and what is in it", () => {
    const { text, changes } = written({
      state: stateOf({
        "scaleway_rdb_instance.db": { ...DATABASE, load_balancer: [{ ip: "203.0.113.7", port: 5432 }] },
        "scaleway_rdb_database.app": { id: `${OTHER}/app`, region: "fr-par", instance_id: OTHER, name: "app" },
      }),
    });
    expect(text).toContain("publicEndpoint: true");
    expect(text).toContain('db.addDatabase("app")');
    expect(changes).toEqual([]);
  });

  test("without the Private Network stays L1", () => {
    const { private_network: _network, ...database } = DATABASE;
    const { text } = written({ state: stateOf({ "scaleway_rdb_instance.db": database }) });
    expect(text).toContain('new RdbInstance(this, "db"');
  });
});

describe("constructs that are one resource", () => {
  const ZONAL = `fr-par-1/${UUID}`;

  test.each<[string, string, Record<string, unknown>]>([
    [
      "PlacementGroup",
      "scaleway_instance_placement_group",
      { id: ZONAL, zone: "fr-par-1", policy_type: "max_availability", policy_mode: "optional" },
    ],
    ["PublicGatewayIp", "scaleway_vpc_public_gateway_ip", { id: ZONAL, zone: "fr-par-1", address: "203.0.113.7" }],
    ["LoadBalancerIp", "scaleway_lb_ip", { id: ZONAL, zone: "fr-par-1", ip_address: "203.0.113.7", tags: ["a"] }],
    [
      "ContainerRegistry",
      "scaleway_registry_namespace",
      { id: REGIONAL, region: "fr-par", name: "acme", is_public: false },
    ],
    [
      "Bucket",
      "scaleway_object_bucket",
      { id: "fr-par/acme", region: "fr-par", name: "acme", acl: "private", tags: { team: "x" } },
    ],
    [
      "BlockVolume",
      "scaleway_block_volume",
      { id: ZONAL, zone: "fr-par-1", name: "data", iops: 15000, size_in_gb: 40 },
    ],
    [
      "Secret",
      "scaleway_secret",
      { id: REGIONAL, region: "fr-par", name: "key", path: "/", protected: true, type: "opaque" },
    ],
  ])("%s", (name, type, attributes) => {
    const { text, changes, refused } = written({ state: stateOf({ [`${type}.x`]: attributes as never }) });
    expect([changes, [...refused]]).toEqual([[], []]);
    expect(text).toContain(`new ${name}(this, "x"`);
    expect(compileErrors(text)).toEqual([]);
  });

  test("with what the construct has no property for stay L1", () => {
    const cors = [
      { allowed_methods: ["GET"], allowed_origins: ["*"], allowed_headers: [], expose_headers: [], max_age_seconds: 0 },
    ];
    const rule = [{ enabled: true, id: "old", prefix: "logs/", expiration: [{ days: 30 }], tags: {} }];
    const bucket = {
      id: "fr-par/acme",
      region: "fr-par",
      name: "acme",
      acl: "private",
      cors_rule: cors,
      lifecycle_rule: rule,
    };
    const { text } = written({ state: stateOf({ "scaleway_object_bucket.b": bucket }) });
    expect(text).toContain('new ObjectBucket(this, "b"');
  });

  test("are referred to by their ids", () => {
    const state = stateOf({
      "scaleway_object_bucket.b": { id: "fr-par/acme", region: "fr-par", name: "acme", acl: "private" },
      "scaleway_object_bucket_policy.p": { id: "fr-par/acme", region: "fr-par", bucket: "fr-par/acme", policy: "{}" },
      "scaleway_lb_ip.ip": { id: ZONAL, zone: "fr-par-1" },
      "scaleway_lb.lb": {
        id: `fr-par-1/22222222-2222-2222-2222-222222222222`,
        zone: "fr-par-1",
        type: "LB-S",
        ip_id: ZONAL,
        name: "lb",
      },
    });
    const { text } = written({ state });
    expect(text).toContain("bucket: b.resource.id");
    expect(text).toContain("ipId: ip.loadBalancerIpId");
    expect(compileErrors(text)).toEqual([]);
  });
});

describe("whatever else there is", () => {
  test("of Scaleway's is L1 with references, and protected where it holds something", () => {
    const state = stateOf({
      "scaleway_instance_ip.web": { id: `fr-par-2/${UUID}`, zone: "fr-par-2", type: "routed_ipv4", tags: [] },
      "scaleway_instance_server.web": {
        id: "fr-par-2/44444444-4444-4444-4444-444444444444",
        zone: "fr-par-2",
        type: "DEV1-S",
        image: "ubuntu_noble",
        ip_id: `fr-par-2/${UUID}`,
        name: "web",
        boot_type: "local",
        state: "started",
      },
    });
    const { text, changes } = written({ state });
    expect(changes).toEqual([]);
    expect(text).toContain('region: "fr-par", zone: "fr-par-2"');
    expect(text).toContain("ipId: instanceIp.id");
    expect(text).toContain("preventDestroy: true");
    expect(compileErrors(text)).toEqual([]);
  });

  test("has names that are names in Terraform, whatever the keys of its instances are", () => {
    const record = { id: "x", dns_zone: "example.com", type: "A", ttl: 3600, priority: 0, data: "203.0.113.7" };
    const state = stateOf({
      'scaleway_domain_record.this["app.example.com"]': { ...record, name: "app" },
      'scaleway_domain_record.this["app-example.com"]': { ...record, name: "app2" },
      "scaleway_domain_record.this[0]": { ...record, name: "first" },
      'scaleway_domain_record.this["éèà"]': { ...record, name: "odd" },
    });
    const { text, trial } = written({ state });
    const names = [...trial.addresses.values()].map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
    expect(names.filter((name) => !/^[A-Za-z_][\w-]*$/.test(name))).toEqual([]);
    expect(compileErrors(text)).toEqual([]);
  });

  test("has ids of its own beside those of the provider, of variables and of what is only referred to", () => {
    const vpc = { region: "fr-par", tags: [] };
    const state = stateOf({
      "scaleway_vpc.scaleway": { ...vpc, id: REGIONAL, name: "a" },
      "scaleway_vpc.db-network": { ...vpc, id: OTHER, name: "b" },
      "scaleway_rdb_instance.db": { ...DATABASE, id: POOL.id, password_wo_version: 1 },
      "scaleway_vpc.db-password-wo": { ...vpc, id: `fr-par/${UUID.replaceAll("1", "9")}`, name: "c" },
    });
    const { text } = written({ state });
    expect(compileErrors(text)).toEqual([]);
    expect(() => runProgram(text)).not.toThrow();
  });

  test("has texts with what Terraform would take for a template", () => {
    const { text, changes } = written({
      state: stateOf({ "scaleway_vpc.v": { id: REGIONAL, region: "fr-par", name: "a ${b} %{c}", tags: [] } }),
    });
    expect(text).toContain('name: "a $${b} %%{c}"');
    expect(changes).toEqual([]);
  });

  test("of other providers is forgotten by the state, and not destroyed", () => {
    const state = stateOf({
      "scaleway_vpc.v": { id: REGIONAL, region: "fr-par", name: "v", tags: [] },
      'module.a.random_password.p["x"]': { id: "none", result: "S3cret" },
      'module.a.random_password.p["y"]': { id: "none", result: "S3cret" },
    });
    const { text, left } = written({ state });
    expect(left).toEqual(['module.a.random_password.p["x"]', 'module.a.random_password.p["y"]']);
    const { configuration } = runProgram(text);
    expect(configuration.removed).toEqual([{ from: "module.a.random_password.p", lifecycle: { destroy: false } }]);
  });

  test("that a check would stop goes on, with the check suppressed for it", () => {
    const state = stateOf({ "scaleway_rdb_instance.db": { ...DATABASE, engine: "MySQL-8", encryption_at_rest: true } });
    const { text, problems } = written({ state });
    expect(problems).toMatchObject([{ check: "mysql-encryption", address: "scaleway_rdb_instance.db" }]);
    expect(text).toContain("PlatformChecks.of(db).suppress(");
    expect(() => runProgram(text)).not.toThrow();
  });
});

describe("what cannot be adopted", () => {
  test.each<[string, object]>([
    ["a state without Scaleway's resources", stateOf({ "random_pet.p": { id: "x" } })],
    ["an empty state", stateOf({})],
  ])("%s", (_what, state) => {
    expect(() => written({ state })).toThrow("it has no Scaleway resources, so that there is nothing to adopt");
  });

  test("what is no state", () => {
    expect(() => written({ state: { hello: 1 } })).toThrow("expected a state file of version 4");
  });
});

describe("without its moved lines", () => {
  const lines = (configuration: Record<string, unknown>) =>
    findRecreations({ before: {}, after: configuration, state: documentState() }).map(({ rule, paste = [] }) => ({
      rule,
      pasted: /moved\("([^"]+)"/.exec(paste[0] ?? "")?.[1],
    }));

  test("the guard names every one of them, though constructs state less than the state has", () => {
    const { moved: _moved, ...configuration } = written({ state: documentState() }).trial.configuration;
    expect(lines(configuration)).toEqual(
      [
        "instance_security_group.kapsule",
        "k8s_cluster.kapsule",
        "k8s_pool.default",
        "rdb_instance.main",
        "vpc_private_network.kapsule",
      ].map((name) => ({ rule: "renamed", pasted: `scaleway_${name}` })),
    );
  });

  test("and not where the other one is on another network", () => {
    const { moved: _moved, ...configuration } = structuredClone(
      written({ state: documentState() }).trial.configuration,
    );
    const { scaleway_rdb_instance: databases } = configuration.resource as Record<string, Record<string, object>>;
    const [database] = Object.values(databases!) as { private_network: { pn_id: string } }[];
    database!.private_network.pn_id = `fr-par/${UUID}`;
    expect(lines(configuration)).toContainEqual({ rule: "removed", pasted: undefined });
  });
});

describe("secrets", () => {
  const redis = {
    id: `fr-par-1/${UUID}`,
    zone: "fr-par-1",
    version: "7.2.11",
    node_type: "RED1-MICRO",
    user_name: "admin",
    password: "Pw-Redis-1!",
  };

  test("of two resources of one name are two variables", () => {
    const mongo = {
      id: OTHER,
      region: "fr-par",
      version: "7.0",
      node_type: "MGDB-PLAY2-NANO",
      node_number: 1,
      user_name: "admin",
      password: "Pw-Mongo-1!",
    };
    const { trial, text } = written({
      state: stateOf({ "scaleway_redis_cluster.main": redis, "scaleway_mongodb_instance.main": mongo }),
    });
    expect(Object.keys(trial.configuration.variable as object)).toHaveLength(2);
    const { resource } = trial.configuration as { resource: Record<string, Record<string, { password: string }>> };
    const [a] = Object.values(resource.scaleway_redis_cluster!);
    const [b] = Object.values(resource.scaleway_mongodb_instance!);
    expect(a!.password).not.toBe(b!.password);
    expect(compileErrors(text)).toEqual([]);
  });

  test("of keys that differ in odd characters alone are two variables", () => {
    const state = stateOf({
      'scaleway_redis_cluster.r["a.b"]': redis,
      'scaleway_redis_cluster.r["a-b"]': { ...redis, id: `fr-par-1/${UUID.replaceAll("1", "2")}` },
    });
    expect(Object.keys(written({ state }).trial.configuration.variable as object)).toHaveLength(2);
  });

  const marked = { id: REGIONAL, region: "fr-par", name: "v", tags: ["hidden-tag-4", "other"] };

  test("that only the state marks are variables, of the type that they have", () => {
    const state = stateOf({ "scaleway_vpc.v": marked });
    const [resource] = state.resources as unknown as { instances: Record<string, unknown>[] }[];
    resource!.instances[0]!.sensitive_attributes = [
      [
        { type: "get_attr", value: "tags" },
        { type: "index", value: { value: 0, type: "number" } },
      ],
    ];
    const { text, lock } = written({ state });
    expect(text + serializeLock(lock)).not.toContain("hidden-tag-4");
    expect(text).toContain('type: "list(string)"');
    expect(text).toContain("tags: vTags.listValue");
    expect(compileErrors(text)).toEqual([]);
  });

  test("that terraform show marks are variables, too, and nothing else is", () => {
    const values = {
      root_module: {
        resources: [
          {
            address: "scaleway_vpc.v",
            mode: "managed",
            type: "scaleway_vpc",
            name: "v",
            values: marked,
            sensitive_values: { tags: [true, false] },
          },
        ],
      },
    };
    const { text } = written({ state: { format_version: "1.0", values } });
    expect(text).not.toContain("hidden-tag-4");
    expect(text).toContain('name: "v"');
  });

  test("in a map are one variable of the map's type", () => {
    const namespace = { id: REGIONAL, region: "fr-par", name: "f", secret_environment_variables: { KEY: "hidden" } };
    const { text } = written({ state: stateOf({ "scaleway_function_namespace.f": namespace }) });
    expect(text).toContain('type: "map(string)"');
    expect(text).not.toContain('"hidden"');
    expect(compileErrors(text)).toEqual([]);
  });
});

test("a string that CDKTF takes for a token of its own is asked for, and never resolved", () => {
  const strings = { name: "#{TfToken[TOKEN.99]}", tags: ["${TfToken[TOKEN.1]}", "plain"] };
  const state = stateOf({ "scaleway_vpc.v": { id: `fr-par/${UUID}`, region: "fr-par", ...strings } });
  const { text } = written({ state });
  expect(text).not.toContain("TfToken");
  expect(text).toMatch(/name: vName\.stringValue,\s+tags: vTags\.listValue/);
});

describe("a state under another provider address", () => {
  const under = (source: string) => {
    const state = stateOf({ "scaleway_vpc.v": { id: `fr-par/${UUID}`, region: "fr-par", name: "v" } });
    for (const resource of state.resources as { provider?: string }[])
      resource.provider = `provider["${source}"].paris`;
    return state;
  };
  const summaryOf = (source: string, mode: "moved" | "imported") =>
    adoptionSummary(written({ state: under(source) }, mode), { mode, program: "main.ts" });

  test.each([
    "registry.terraform.io/hashicorp/scaleway",
    "registry.terraform.io/acme/scaleway",
    "example.com:8443/a/scaleway",
  ])("%s is replaced first, or imported", (source) => {
    expect(summaryOf(source, "moved")).toContain(
      `terraform state replace-provider ${source} registry.terraform.io/scaleway/scaleway first`,
    );
    expect(summaryOf(source, "imported")).not.toContain("replace-provider");
  });

  test.each(["registry.terraform.io/scaleway/scaleway", "registry.opentofu.org/scaleway/scaleway"])(
    "%s is its own",
    (source) => {
      expect(summaryOf(source, "moved")).not.toContain("replace-provider");
    },
  );
});

test("all that constructs refuse is found in one round, whatever its number", () => {
  const buckets = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [
      `scaleway_object_bucket.b${i}`,
      { id: `fr-par/B_${i}`, name: `B_${i}`, region: "fr-par" },
    ]),
  );
  const rounds: string[] = [];
  const { refused } = written({ state: stateOf(buckets), onProgress: (text) => rounds.push(text) });
  expect(refused.size).toBe(30);
  expect(rounds.length).toBeLessThanOrEqual(4);
  expect(rounds[0]).toBe("Adopting 30 resources, round 1");
});

test("what is made by a refused construct is not refused with it", () => {
  const { refused } = written({
    state: stateOf({ "scaleway_k8s_cluster.c": { ...CLUSTER, cni: "none-of-them" }, "scaleway_k8s_pool.p": POOL }),
  });
  expect(refused.get(Address.parse("scaleway_k8s_cluster.c"))).toContain('cni is "none-of-them"');
  expect(refused.get(Address.parse("scaleway_k8s_pool.p"))).toBe("its cluster is no construct");
});
