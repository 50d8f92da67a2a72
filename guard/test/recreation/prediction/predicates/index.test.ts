import { newestRelease } from "../../../../lib/provider/releases/provider-release";
import { predicateFor, predicateNamed, predicates } from "../../../../lib/recreation/prediction/predicates";
import type { JsonObject } from "../../../../lib/terraform/values/json";
import { configuration, summaryOf, summaryOfEdit } from "../../support";

const replaces = (type: string, attribute: string) => [`will replace ${type}.it ${attribute}`];
const mayReplace = (type: string, attribute: string) => [`may replace ${type}.it ${attribute}`];

/** The nearest edit that must not replace stands beside each that must. */
describe.each<[string, JsonObject, [string, JsonObject, JsonObject][], [string, JsonObject, JsonObject][]]>([
  [
    "scaleway_k8s_cluster",
    { name: "c", cni: "cilium", version: "1.31.2" },
    [
      ["private_network_id", { private_network_id: "fr-par/a" }, { private_network_id: "fr-par/b" }],
      ["private_network_id", { private_network_id: "fr-par/a" }, {}],
    ],
    [
      ["the same network with another prefix", { private_network_id: "fr-par/a" }, { private_network_id: "a" }],
      ["a Kosmos cluster", { type: "multicloud", private_network_id: "fr-par/a" }, { type: "multicloud" }],
    ],
  ],
  [
    "scaleway_lb",
    { name: "l", type: "LB-S" },
    [
      ["ip_ids", { ip_ids: ["z/a", "z/b"] }, { ip_ids: ["z/a"] }],
      ["ip_ids", { ip_ids: ["z/a"] }, { ip_ids: ["a"] }],
      ["assign_flexible_ipv6", { assign_flexible_ipv6: true }, {}],
    ],
    [
      ["addresses in another order", { ip_ids: ["z/a", "z/b"] }, { ip_ids: ["z/b", "z/a"] }],
      ["an address more", { ip_ids: ["z/a"] }, { ip_ids: ["z/a", "z/b"] }],
      ["an IPv6 address more", {}, { assign_flexible_ipv6: true }],
    ],
  ],
  [
    "scaleway_block_volume",
    { iops: 5000 },
    [
      ["size_in_gb", { size_in_gb: 20 }, { size_in_gb: 10 }],
      ["snapshot_id", { size_in_gb: 20, snapshot_id: "z/a" }, { size_in_gb: 20, snapshot_id: "z/b" }],
    ],
    [
      ["grows", { size_in_gb: 20 }, { size_in_gb: 30 }],
      ["the same snapshot", { size_in_gb: 20, snapshot_id: "z/a" }, { size_in_gb: 20, snapshot_id: "a" }],
    ],
  ],
  [
    "scaleway_redis_cluster",
    { version: "7", node_type: "RED1-XS", user_name: "u", password: "p" },
    [
      ["cluster_size", { cluster_size: 1 }, { cluster_size: 3 }],
      ["cluster_size", { cluster_size: 5 }, { cluster_size: 3 }],
    ],
    [["a cluster grows", { cluster_size: 3 }, { cluster_size: 5 }]],
  ],
  [
    "scaleway_instance_server",
    { image: "ubuntu_jammy" },
    [
      ["type", { type: "DEV1-S", replace_on_type_change: true }, { type: "DEV1-M", replace_on_type_change: true }],
      ["type", { type: "DEV1-S", replace_on_type_change: true }, { type: "dev1-s", replace_on_type_change: true }],
    ],
    [["in place", { type: "DEV1-S" }, { type: "DEV1-M" }]],
  ],
  [
    "scaleway_container_trigger",
    { container_id: "c", destination_config: { http_method: "get", http_path: "/" } },
    [["cron", { cron: { schedule: "* * * * *" } }, {}]],
    [["another schedule", { cron: { schedule: "* * * * *" } }, { cron: { schedule: "1 * * * *" } }]],
  ],
  [
    "scaleway_domain_record",
    { dns_zone: "example.com", type: "A", data: "1.2.3.4" },
    [["name", { name: "www" }, { name: "api" }]],
    [
      ["the zone written out", { name: "www" }, { name: "www.example.com." }],
      ["the zone itself", { name: "@" }, {}],
    ],
  ],
])("%s", (type, base, stopped, allowed) => {
  test.each(stopped)("%s: %j -> %j replaces", (attribute, before, after) => {
    expect(summaryOfEdit(type, { ...base, ...before }, { ...base, ...after })).toContain(replaces(type, attribute)[0]);
  });

  test.each(allowed)("%s: %j -> %j does not", (_, before, after) => {
    expect(summaryOfEdit(type, { ...base, ...before }, { ...base, ...after })).toEqual([]);
  });
});

describe("questions that only the API answers", () => {
  test.each<[string, string, JsonObject, JsonObject]>([
    [
      "scaleway_k8s_cluster",
      "type",
      { cni: "cilium", type: "kapsule" },
      { cni: "cilium", type: "kapsule-dedicated-4" },
    ],
    ["scaleway_block_volume", "snapshot_id", { iops: 5000, snapshot_id: "z/a" }, { iops: 5000 }],
    ["scaleway_instance_server", "image", { type: "DEV1-S", image: "a" }, { type: "DEV1-S", image: "b" }],
    ["scaleway_baremetal_server", "offer", { offer: "EM-A" }, { offer: "EM-B" }],
  ])("%s.%s", (type, attribute, before, after) => {
    expect(summaryOfEdit(type, before, after)).toEqual(mayReplace(type, attribute));
    expect(summaryOfEdit(type, before, before)).toEqual([]);
  });

  test("the root volume of a server, unless its type is known", () => {
    const server = (volume: JsonObject) => ({ type: "DEV1-S", image: "a", root_volume: volume });
    const edit = (type: JsonObject) =>
      summaryOfEdit(
        "scaleway_instance_server",
        server({ ...type, size_in_gb: 10 }),
        server({ ...type, size_in_gb: 20 }),
      );
    expect(edit({})).toEqual(["may replace scaleway_instance_server.it root_volume[0].size_in_gb"]);
    expect(edit({ volume_type: "l_ssd" })).toEqual([
      "will replace scaleway_instance_server.it root_volume[0].size_in_gb",
    ]);
    expect(edit({ volume_type: "sbs_volume" })).toEqual([]);
  });
});

describe("unknown values", () => {
  const of = (type: string, base: JsonObject, attribute: string, value: unknown) => {
    const resource = (more: JsonObject) => ({ [type]: { it: { ...base, ...more } } });
    const before = configuration(resource({ [attribute]: value as string }));
    const after = configuration({
      ...resource({ [attribute]: "${terraform_data.new.output}" }),
      terraform_data: { new: { input: "x" } },
    });
    return summaryOf({ before, after });
  };

  test("read as zero by a rule about sizes", () => {
    expect(of("scaleway_block_volume", { iops: 5000 }, "size_in_gb", 20)).toEqual([
      "will replace scaleway_block_volume.it size_in_gb <- terraform_data.new",
    ]);
  });

  test("replace where differences are otherwise ignored", () => {
    expect(of("scaleway_k8s_pool", { name: "p", cluster_id: "c", size: 1 }, "node_type", "DEV1-M")).toEqual([
      "will replace scaleway_k8s_pool.it node_type <- terraform_data.new",
    ]);
  });

  test("update where the attribute can change in place", () => {
    expect(of("scaleway_k8s_pool", { name: "p", cluster_id: "c", node_type: "DEV1-M" }, "size", 1)).toEqual([]);
  });

  test("one address that is new makes the list of a load balancer unknown", () => {
    const lb = (ips: string[]) => ({ scaleway_lb: { it: { type: "LB-S", ip_ids: ips } } });
    const after = configuration({ ...lb(["z/a", "${scaleway_lb_ip.new.id}"]), scaleway_lb_ip: { new: {} } });
    expect(summaryOf({ before: configuration(lb(["z/a"])), after })).toEqual([
      "will replace scaleway_lb.it ip_ids <- scaleway_lb_ip.new",
    ]);
  });
});

test("a predicate is found by its name and by its attribute, and nothing else is", () => {
  for (const predicate of predicates) {
    expect(predicateFor(predicate.type, predicate.attribute, newestRelease.version)).toBe(predicate);
    expect(predicateNamed(predicate.name)?.name).toBe(predicate.name);
  }
  expect(predicateNamed("invented")).toBeUndefined();
  expect(predicateFor("scaleway_lb", "name", newestRelease.version)).toBeUndefined();
});

test("a predicate holds from its first release on", () => {
  const of = (release: string) => predicateFor("scaleway_container_trigger", "sqs", release)?.name;
  expect([of("2.74.0"), of("2.75.0"), of("99.0.0")]).toEqual([undefined, "container-trigger", "container-trigger"]);
});
