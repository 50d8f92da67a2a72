import { findRecreations } from "../../../lib/recreation/find";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration, state, summary, summaryOf, summaryOfEdit } from "../support";

const cluster = { name: "c", version: "1.35.3", cni: "cilium" };
const pool = { cluster_id: "fr-par/1", node_type: "DEV1-M", size: 1, container_runtime: "containerd" };

describe("a configuration compared with itself is never in doubt", () => {
  const itself = (one: JsonObject, stateOf?: object) => summaryOf({ before: one, after: one, state: stateOf });

  test("where an argument is written by name and the state holds the id", () => {
    const server = (offer: string) =>
      configuration({ scaleway_baremetal_server: { s: { name: "s", offer, os: "o", zone: "fr-par-2" } } });
    const known = state({
      "scaleway_baremetal_server.s": {
        name: "s",
        offer: "fr-par-2/1",
        offer_name: "EM-A115X-SSD",
        os: "o",
        zone: "fr-par-2",
      },
    });
    expect(itself(server("EM-A115X-SSD"), known)).toEqual([]);
    expect(summaryOf({ before: server("EM-A115X-SSD"), after: server("EM-B112X-SSD"), state: known })).toEqual([
      "may replace scaleway_baremetal_server.s offer",
    ]);
  });

  test("where a reference names a leaf of a block that the configuration writes out", () => {
    const reading = (address: string, changes: JsonObject = {}) =>
      configuration({
        scaleway_redis_cluster: {
          r: {
            name: "r",
            version: "7",
            node_type: "RED1-XS",
            zone: "fr-par-1",
            private_network: [{ id: "fr-par/1" }],
            ...changes,
          },
        },
        scaleway_registry_namespace: { n: { name: address } },
      });
    const leaf = "${scaleway_redis_cluster.r.private_network[0].endpoint_id}";
    expect(itself(reading(leaf))).toEqual([]);
    expect(summaryOf({ before: reading(leaf), after: reading(leaf, { version: "7.2" }) })).toEqual([]);
    expect(summaryOf({ before: reading(leaf), after: reading(leaf, { zone: "nl-ams-1" }) })).toEqual([
      "will replace scaleway_redis_cluster.r zone",
      "will replace scaleway_registry_namespace.n name <- scaleway_redis_cluster.r",
    ]);
  });

  test("where a secret is encoded that the provider decodes", () => {
    const version = (text: string) =>
      configuration({ scaleway_secret_version: { v: { secret_id: "fr-par/1", data: `\${base64encode("${text}")}` } } });
    const known = state({ "scaleway_secret_version.v": { secret_id: "fr-par/1", data: "hello" } });
    expect(itself(version("hello"))).toEqual([]);
    expect(itself(version("hello"), known)).toEqual([]);
    expect(summaryOf({ before: version("hello"), after: version("bye") })).toEqual([
      "may replace scaleway_secret_version.v data",
    ]);
  });
});

describe("a leaf of a block that the provider may choose and that becomes unknown", () => {
  const ip = { scaleway_ipam_ip: { i: { source: [{ private_network_id: "fr-par/1" }] } } };
  const balancer = (network: JsonObject) =>
    configuration({ ...ip, scaleway_instance_server: { s: { type: "DEV1-S", root_volume: [{ ...network }] } } });
  const unset = balancer({ boot: true });
  const unknown = balancer({ boot: true, volume_id: "${scaleway_ipam_ip.i.id}" });
  const withIp = (one: JsonObject) => ({ ...one, resource: { ...(one.resource as JsonObject) } });

  test("may replace where nobody wrote it, with and without a state", () => {
    const before = {
      ...unset,
      resource: { scaleway_instance_server: (unset.resource as JsonObject).scaleway_instance_server },
    } as JsonObject;
    const known = state({
      "scaleway_instance_server.s": { type: "DEV1-S", root_volume: [{ boot: true, volume_id: "z/1" }] },
    });
    for (const findings of [
      findRecreations({ before, after: withIp(unknown) }),
      findRecreations({ before, after: withIp(unknown), state: known }),
    ]) {
      expect(summary(findings).filter((line) => line.startsWith("will"))).toEqual([]);
    }
  });
});

describe("a name that the provider made up", () => {
  test("may be the one that is set, and is not another one where the name was written", () => {
    expect(summaryOfEdit("scaleway_k8s_pool", pool, { ...pool, name: "p" })).toEqual([
      "may replace scaleway_k8s_pool.it name",
    ]);
    expect(summaryOfEdit("scaleway_k8s_pool", { ...pool, name: "p" }, { ...pool, name: "q" })).toEqual([
      "will replace scaleway_k8s_pool.it name",
    ]);
  });

  test("is known with the state", () => {
    const held = { ...pool, name: "pool-1" };
    expect(summaryOfEdit("scaleway_k8s_pool", pool, { ...pool, name: "pool-1" }, held)).toEqual([]);
    expect(summaryOfEdit("scaleway_k8s_pool", pool, { ...pool, name: "p" }, held)).toEqual([
      "will replace scaleway_k8s_pool.it name",
    ]);
  });
});

describe("an object that leaves one address and is imported to another", () => {
  const of = (name: string, more: JsonObject = {}) =>
    configuration(
      {
        scaleway_k8s_cluster: { [name]: cluster },
        scaleway_k8s_pool: { p: { ...pool, name: "p", cluster_id: `\${scaleway_k8s_cluster.${name}.id}` } },
      },
      more,
    );
  const imported = { import: [{ to: "scaleway_k8s_cluster.new", id: "fr-par/1" }] };
  const removed = { removed: [{ from: "scaleway_k8s_cluster.old", lifecycle: { destroy: false } }] };
  const losses = (more: JsonObject, stateOf?: object) =>
    summaryOf({ before: of("old"), after: of("new", more), state: stateOf }).filter((line) =>
      line.includes("k8s_pool"),
    );

  test("only may replace what refers to it", () => {
    expect(losses({ ...imported, ...removed })).toEqual(["may replace scaleway_k8s_pool.p cluster_id"]);
    expect(losses(imported)).toEqual(["may replace scaleway_k8s_pool.p cluster_id"]);
  });

  test("without an import it will", () => {
    expect(losses({})).toEqual(["will replace scaleway_k8s_pool.p cluster_id <- scaleway_k8s_cluster.old"]);
  });

  test("is the same one where the state holds its id", () => {
    const known = (id: string) =>
      state({
        "scaleway_k8s_cluster.old": { ...cluster, id },
        "scaleway_k8s_pool.p": { ...pool, name: "p", cluster_id: id },
      });
    expect(losses({ ...imported, ...removed }, known("fr-par/1"))).toEqual([]);
    expect(losses({ ...imported, ...removed }, known("fr-par/2"))).toEqual([
      "will replace scaleway_k8s_pool.p cluster_id",
    ]);
  });
});

test("a count that becomes unknown may lose any instance, one that stays unknown loses none", () => {
  const of = (count: string) =>
    configuration({ scaleway_vpc: { v: { name: "v", count } } }, { variable: { n: {}, m: {} } });
  expect(summaryOf({ before: of("2"), after: of("${var.n}") })).toEqual([
    "may destroy scaleway_vpc.v[0]",
    "may destroy scaleway_vpc.v[1]",
  ]);
  expect(summaryOf({ before: of("${var.n}"), after: of("${var.n}") })).toEqual([]);
  expect(summaryOf({ before: of("${var.n}"), after: of("${var.m}") })).toEqual(["may destroy scaleway_vpc.v[0]"]);
});
