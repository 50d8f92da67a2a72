import { safeguards } from "../../lib/provider/facts/safeguards";
import { newestRelease } from "../../lib/provider/releases/provider-release";
import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { findRecreations } from "../../lib/recreation/find";
import type { Json, JsonObject } from "../../lib/terraform/values/json";
import { configuration, state, summary } from "./support";

const policy = (principal: Json, more: JsonObject = {}): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal: principal, Action: ["s3:GetObject"], ...more }] });
const network = [{ pn_id: "fr-par/11111111-1111-1111-1111-111111111111" }];
const ranges = (...ips: string[]): JsonObject => ({ acl_rules: ips.map((ip) => ({ ip })) });
const rule = (more: JsonObject): JsonObject => ({ inbound_rule: [{ action: "accept", ...more }] });
const entry = (subnet: string, more: JsonObject = {}): JsonObject => ({
  action: [{ type: "allow" }],
  match: [{ ip_subnet: [subnet], ...more }],
});

/** What an object is, what switches a safeguard of it off, and the nearest edit that does not. */
type Case = readonly [
  type: string,
  attribute: string,
  closed: JsonObject,
  opened: JsonObject,
  harmless: JsonObject,
  action: "open" | "unprotect",
  severity: "error" | "warning",
];

const cases: Case[] = [
  [
    "k8s_acl",
    "acl_rules",
    ranges("203.0.113.0/24"),
    ranges("203.0.113.0/24", "0.0.0.0/0"),
    ranges("198.51.0.0/16"),
    "open",
    "error",
  ],
  ["k8s_acl", "acl_rules", { no_ip_allowed: true }, ranges("::/0"), ranges("2001:db8::/32"), "open", "error"],
  [
    "k8s_acl",
    "acl_rules",
    ranges("203.0.113.0/24"),
    ranges("0.0.0.0/1", "128.0.0.0/1"),
    ranges("10.0.0.0/8"),
    "open",
    "error",
  ],
  ["rdb_acl", "acl_rules", ranges("203.0.113.0/24"), ranges("0.0.0.0/0"), ranges("203.0.112.0/23"), "open", "error"],
  [
    "rdb_instance",
    "load_balancer",
    { private_network: network },
    { private_network: network, load_balancer: [{}] },
    {},
    "open",
    "error",
  ],
  [
    "rdb_read_replica",
    "direct_access",
    { private_network: network },
    { private_network: network, direct_access: [{}] },
    {},
    "open",
    "error",
  ],
  [
    "redis_cluster",
    "private_network",
    { private_network: [{ id: "1" }] },
    {},
    { private_network: [{ id: "2" }] },
    "open",
    "error",
  ],
  [
    "redis_cluster",
    "acl",
    { acl: [{ ip: "203.0.113.1/32" }] },
    { acl: [{ ip: "0.0.0.0/0" }] },
    { acl: [{ ip: "203.0.113.2/32" }] },
    "open",
    "error",
  ],
  [
    "mongodb_instance",
    "public_network",
    { private_network: network },
    { private_network: network, public_network: [{}] },
    {},
    "open",
    "error",
  ],
  [
    "opensearch_deployment",
    "private_network",
    { private_network: [{ private_network_id: "1" }] },
    {},
    { private_network: [{ private_network_id: "2" }] },
    "open",
    "error",
  ],
  ["object_bucket", "acl", {}, { acl: "public-read-write" }, { acl: "private" }, "open", "error"],
  [
    "object_bucket_acl",
    "acl",
    { bucket: "b", acl: "private" },
    { bucket: "b", acl: "public-read" },
    { bucket: "b", acl: "bucket-owner-read" },
    "open",
    "error",
  ],
  [
    "object_bucket_policy",
    "policy",
    { bucket: "b", policy: policy({ SCW: "application_id:1" }) },
    { bucket: "b", policy: policy({ SCW: ["application_id:1", "*"] }) },
    { bucket: "b", policy: policy("*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.1" } } }) },
    "open",
    "error",
  ],
  [
    "object",
    "visibility",
    { visibility: "private" },
    { visibility: "public-read" },
    { visibility: "private", tags: {} },
    "open",
    "error",
  ],
  ["registry_namespace", "is_public", {}, { is_public: true }, { is_public: false }, "open", "error"],
  ["instance_image", "public", { public: false }, { public: true }, {}, "open", "error"],
  [
    "instance_security_group",
    "inbound_default_policy",
    { inbound_default_policy: "drop" },
    {},
    { inbound_default_policy: "drop", stateful: true },
    "open",
    "warning",
  ],
  [
    "instance_security_group",
    "inbound_rule",
    { inbound_default_policy: "drop" },
    { inbound_default_policy: "drop", ...rule({ ip_range: "0.0.0.0/0" }) },
    { inbound_default_policy: "drop", ...rule({ port: 443 }) },
    "open",
    "warning",
  ],
  [
    "instance_security_group_rules",
    "inbound_rule",
    rule({ ip_range: "10.0.0.0/8" }),
    rule({}),
    rule({ port_range: "1-1024" }),
    "open",
    "warning",
  ],
  [
    "vpc_acl",
    "default_policy",
    { default_policy: "drop" },
    { default_policy: "accept" },
    { default_policy: "drop", is_ipv6: false },
    "open",
    "warning",
  ],
  ["vpc", "enable_routing", { enable_routing: false }, { enable_routing: true }, {}, "open", "warning"],
  [
    "vpc_public_gateway",
    "allowed_ip_ranges",
    { bastion_enabled: true, allowed_ip_ranges: ["203.0.113.1/32"] },
    { bastion_enabled: true, allowed_ip_ranges: ["0.0.0.0/0"] },
    { bastion_enabled: false, allowed_ip_ranges: ["0.0.0.0/0"] },
    "open",
    "warning",
  ],
  [
    "vpc_public_gateway",
    "bastion_enabled",
    {},
    { bastion_enabled: true },
    { bastion_enabled: true, allowed_ip_ranges: ["203.0.113.1/32"] },
    "open",
    "warning",
  ],
  [
    "lb_acl",
    "match",
    entry("203.0.113.0/24"),
    entry("0.0.0.0/0"),
    entry("0.0.0.0/0", { invert: true }),
    "open",
    "warning",
  ],
  [
    "lb_frontend",
    "acl",
    { acl: [entry("203.0.113.0/24")] },
    { acl: [entry("0.0.0.0/0")] },
    { acl: [{ ...entry("0.0.0.0/0"), action: [{ type: "deny" }] }] },
    "open",
    "warning",
  ],
  [
    "lb_frontend",
    "acl",
    { acl: [{ ...entry("192.0.2.0/24"), action: [{ type: "deny" }] }] },
    {},
    { external_acls: true },
    "open",
    "warning",
  ],
  ["container", "privacy", { privacy: "private" }, {}, { privacy: "private", timeout: 60 }, "open", "warning"],
  [
    "function",
    "privacy",
    { privacy: "private" },
    { privacy: "public" },
    { privacy: "private", timeout: 60 },
    "open",
    "warning",
  ],
  ["instance_server", "protected", { protected: true }, {}, { protected: true, tags: ["a"] }, "unprotect", "error"],
  [
    "baremetal_server",
    "protected",
    { protected: true },
    { protected: false },
    { protected: true, tags: ["a"] },
    "unprotect",
    "error",
  ],
  [
    "secret",
    "protected",
    { protected: true },
    { protected: false },
    { protected: true, tags: ["a"] },
    "unprotect",
    "error",
  ],
  ["key_manager_key", "unprotected", {}, { unprotected: true }, { unprotected: false }, "unprotect", "error"],
  ["rdb_instance", "disable_backup", {}, { disable_backup: true }, { disable_backup: false }, "unprotect", "error"],
  [
    "mongodb_instance",
    "is_snapshot_schedule_enabled",
    { is_snapshot_schedule_enabled: true },
    { is_snapshot_schedule_enabled: false },
    {},
    "unprotect",
    "error",
  ],
  ["object_bucket", "force_destroy", {}, { force_destroy: true }, { force_destroy: false }, "unprotect", "error"],
  [
    "object_bucket",
    "versioning",
    { versioning: [{ enabled: true }] },
    { versioning: [{ enabled: false }] },
    {},
    "unprotect",
    "error",
  ],
];

const of = (type: string, body: JsonObject): JsonObject => configuration({ [`scaleway_${type}`]: { it: body } });
const about = (input: Parameters<typeof findRecreations>[0]) =>
  findRecreations(input).filter(({ action }) => action === "open" || action === "unprotect");

describe.each<[string, (type: string, body: JsonObject) => object]>([
  ["a configuration", (type, body) => ({ before: of(type, body) })],
  ["a lock", (type, body) => ({ before: lockOf(of(type, body), { stack: "s" }) })],
  ["a state", (type, body) => ({ before: of(type, body), state: state({ [`scaleway_${type}.it`]: body }) })],
])("what an edit in place switches off, compared with %s", (_, deployed) => {
  test.each(cases)("%s: %s", (type, attribute, closed, opened, harmless, action, severity) => {
    const from = (body: JsonObject) => deployed(type, body) as { before: unknown };
    expect(about({ ...from(closed), after: of(type, opened) })).toEqual([
      expect.objectContaining({ address: `scaleway_${type}.it`, action, severity, attribute, certainty: "will" }),
    ]);
    expect(about({ ...from(closed), after: of(type, harmless) })).toEqual([]);
    expect(about({ ...from(closed), after: of(type, closed) })).toEqual([]);
    expect(about({ ...from(opened), after: of(type, opened) })).toEqual([]);
    expect(about({ ...from(opened), after: of(type, closed) })).toEqual([]);
  });
});

test("every safeguard is tried, names attributes that the provider has, and says where that stands", () => {
  const tried = new Set(cases.map(([type, attribute]) => `scaleway_${type} ${attribute}`));
  for (const { type, attributes, reads = [], off } of safeguards) {
    expect(attributes.some((attribute) => tried.has(`${type} ${attribute}`)) && `${type} ${attributes.join()}`).toBe(
      `${type} ${attributes.join()}`,
    );
    for (const name of [...attributes, ...reads])
      expect(newestRelease.behaviourOf(type).attributes.has(name)).toBe(true);
    expect(off).toMatch(/ \(scaleway_\w+(?:\.\w+)?\)$/);
  }
});

describe("what a new resource opens", () => {
  const bucket = { scaleway_object_bucket: { b: { name: "b" } } };
  const open = { bucket: "${scaleway_object_bucket.b.id}", acl: "public-read" };

  test("is a finding where the bucket is there already", () => {
    const after = configuration({ ...bucket, scaleway_object_bucket_acl: { a: open } });
    expect(summary(findRecreations({ before: configuration(bucket), after }))).toEqual([
      "will open scaleway_object_bucket_acl.a acl",
    ]);
  });

  test("is none where the bucket is made with it, or nothing is opened", () => {
    const after = configuration({ ...bucket, scaleway_object_bucket_acl: { a: open } });
    expect(findRecreations({ before: configuration({}), after })).toEqual([]);
    const closed = configuration({ ...bucket, scaleway_object_bucket_acl: { a: { ...open, acl: "private" } } });
    expect(findRecreations({ before: configuration(bucket), after: closed })).toEqual([]);
  });
});

describe("what is not certain", () => {
  const acl = (ip: string): JsonObject => ({ scaleway_k8s_acl: { it: ranges(ip) } });

  test("a default that opens may be overridden", () => {
    const by = (value: string) => configuration(acl("${var.range}"), { variable: { range: { default: value } } });
    expect(summary(findRecreations({ before: by("203.0.113.0/24"), after: by("0.0.0.0/0") }))).toEqual([
      "may open scaleway_k8s_acl.it acl_rules",
    ]);
  });

  test("what a variable is given may be anything; what a resource has is no internet", () => {
    const before = configuration(acl("203.0.113.0/24"));
    const after = configuration(acl("${var.range}"), { variable: { range: {} } });
    expect(summary(findRecreations({ before, after }))).toEqual(["may open scaleway_k8s_acl.it acl_rules"]);
    const address = { scaleway_instance_ip: { i: {} }, ...acl("${scaleway_instance_ip.i.address}/32") };
    expect(findRecreations({ before, after: configuration(address) })).toEqual([]);
  });
});

test("the finding shows the ranges alone, and says what holds then", () => {
  const [finding] = findRecreations({
    before: of("k8s_acl", ranges("203.0.113.0/24")),
    after: of("k8s_acl", ranges("0.0.0.0/0")),
  });
  expect(finding).toMatchObject({
    rule: "api-opened",
    before: '["203.0.113.0/24"]',
    after: '["0.0.0.0/0"]',
  });
  expect(finding?.remedy).toBe(
    "Every address reaches the Kubernetes API; authentication is all that is left to protect it (scaleway_k8s_acl). " +
      "Where that is not meant, set acl_rules of scaleway_k8s_acl.it back to its value before this edit.",
  );
});

describe("an opening is found", () => {
  const two = (type: string, name: string, body: JsonObject): JsonObject =>
    configuration({ [`scaleway_${type}`]: { [name]: body } });
  const cluster_id = "fr-par/11111111-1111-1111-1111-111111111111";

  test("under a new name, beside the rename", () => {
    const before = two("k8s_acl", "x", { cluster_id, ...ranges("10.0.0.0/8") });
    const find = (ip: string) => about({ before, after: two("k8s_acl", "y", { cluster_id, ...ranges(ip) }) });
    expect(find("0.0.0.0/0")).toMatchObject([{ rule: "api-opened", address: "scaleway_k8s_acl.y", severity: "error" }]);
    expect(find("10.0.0.0/9")).toEqual([]);
  });

  test("and none where what is renamed is as closed as before, whatever the provider chooses", () => {
    const instance = { engine: "PostgreSQL-16", node_type: "DB-DEV-S", private_network: network };
    expect(about({ before: two("rdb_instance", "x", instance), after: two("rdb_instance", "y", instance) })).toEqual(
      [],
    );
    const lb = { load_balancer: [], ...instance };
    const after = two("rdb_instance", "y", instance);
    expect(about({ before: {}, after, state: state({ "scaleway_rdb_instance.x": lb }) })).toEqual([]);
  });

  test("in a policy with a part that only the provider knows, where everybody is its principal", () => {
    const of = (principal: string) =>
      configuration({
        scaleway_object_bucket: { b: { name: "backups" } },
        scaleway_object_bucket_policy: {
          p: {
            bucket: "backups",
            policy: `\${jsonencode({Statement = [{Effect = "Allow", Principal = ${principal}, Resource = [scaleway_object_bucket.b.id]}]})}`,
          },
        },
      });
    const find = (principal: string) => summary(about({ before: of('{ SCW = "u" }'), after: of(principal) }));
    expect(find('"*"')).toEqual(["may open scaleway_object_bucket_policy.p policy"]);
    expect(find('{ SCW = "*" }')).toEqual(["may open scaleway_object_bucket_policy.p policy"]);
    expect(find('{ SCW = "v" }')).toEqual([]);
  });

  test("as one that may be, where a block depends on a variable that has no value", () => {
    const instance = { private_network: network };
    const after = configuration(
      {
        scaleway_rdb_instance: {
          it: { ...instance, dynamic: { load_balancer: { for_each: "${var.on ? [1] : []}", content: {} } } },
        },
      },
      { variable: { on: { type: "bool" } } },
    );
    expect(summary(about({ before: of("rdb_instance", instance), after }))).toEqual([
      "may open scaleway_rdb_instance.it load_balancer",
    ]);
  });

  test("and two policies are told apart where they are shown", () => {
    const with_ = (action: string) =>
      of("object_bucket_policy", { bucket: "b", policy: policy("*", { Action: [action] }) });
    const before = of("object_bucket_policy", { bucket: "b", policy: policy({ SCW: "u" }) });
    const [one, other] = ["s3:GetObject", "s3:*"].map((action) => about({ before, after: with_(action) })[0]?.after);
    expect(one).not.toEqual(other);
  });
});

test.each<[string, JsonObject, JsonObject, number]>([
  [
    "a rule for ICMP",
    { inbound_default_policy: "drop" },
    { inbound_default_policy: "drop", ...rule({ protocol: "ICMP" }) },
    0,
  ],
  [
    "all ports by their range",
    { inbound_default_policy: "drop" },
    { inbound_default_policy: "drop", ...rule({ port_range: "1-65535" }) },
    1,
  ],
  ["a rule in a group that accepts everything", {}, rule({ protocol: "TCP" }), 0],
])("a security group: %s", (_, closed, opened, count) => {
  expect(
    about({ before: of("instance_security_group", closed), after: of("instance_security_group", opened) }),
  ).toHaveLength(count);
});
