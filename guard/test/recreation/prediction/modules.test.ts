import { lockOf } from "../../../lib/recreation/baseline/lock/lock";
import { parseLock, serializeLock } from "../../../lib/recreation/baseline/lock/parse";
import { findRecreations, type FindRecreationsInput } from "../../../lib/recreation/find";
import type { ModuleFiles } from "../../../lib/terraform/configuration/module-files";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration, state, summary } from "../support";

const cluster = { name: "c", version: "1.35.3", cni: "cilium" };

/** A module that makes a network and a cluster on it, and tells the cluster's id. */
const platform = (changes: { network?: JsonObject; cluster?: JsonObject } = {}, more: JsonObject = {}): JsonObject => ({
  variable: { cni: { default: "cilium" }, name: {} },
  resource: {
    scaleway_vpc_private_network: { n: { name: "${var.name}", ...changes.network } },
    scaleway_k8s_cluster: {
      c: {
        ...cluster,
        cni: "${var.cni}",
        private_network_id: "${scaleway_vpc_private_network.n.id}",
        ...changes.cluster,
      },
    },
  },
  output: { cluster_id: { value: "${scaleway_k8s_cluster.c.id}" } },
  ...more,
});
const pool = { name: "p", cluster_id: "${module.it.cluster_id}", node_type: "DEV1-M", size: 1 };
const root = (given: JsonObject = {}, more: JsonObject = {}, calls: JsonObject = {}): JsonObject =>
  configuration(
    { scaleway_k8s_pool: { p: pool } },
    { module: { it: { source: "./modules/platform", name: "n", ...given }, ...calls }, ...more },
  );
const files = (module: JsonObject, others: ModuleFiles = {}): ModuleFiles => ({
  "modules/platform": { configuration: module, digest: JSON.stringify(module) },
  ...others,
});
const hcl = (digest: string): ModuleFiles => ({ "modules/platform": { digest } });

const before = root();
const edit = (after: JsonObject, of: ModuleFiles, from: JsonObject = before, was: ModuleFiles = files(platform())) =>
  losses({ before: from, after, surroundings: { before: { modules: was }, after: { modules: of } } });

/** What an edit loses, by the configurations and through a lock, which must say the same. */
function losses(input: FindRecreationsInput): string[] {
  const found = summary(findRecreations(input));
  const lock = parseLock(serializeLock(lockOf(input.before, { stack: "s" }, input.surroundings?.before)));
  expect(summary(findRecreations({ ...input, before: lock }))).toEqual(found);
  return found;
}

describe("a local module that is read", () => {
  test("compared with itself, or with another tag, loses nothing", () => {
    expect(edit(before, files(platform()))).toEqual([]);
    expect(edit(before, files(platform({ network: { tags: ["t"] } })))).toEqual([]);
  });

  test("loses what an edit of its files loses, while the root stays the same", () => {
    expect(edit(before, files(platform({ network: { region: "nl-ams" } })))).toEqual([
      "may replace module.it.scaleway_vpc_private_network.n region",
      "may replace module.it.scaleway_k8s_cluster.c private_network_id <- module.it.scaleway_vpc_private_network.n",
      "may replace scaleway_k8s_pool.p cluster_id <- module.it.scaleway_k8s_cluster.c",
    ]);
  });

  test("loses what another input loses", () => {
    expect(edit(root({ cni: "calico" }), files(platform()))).toEqual([
      "will replace module.it.scaleway_k8s_cluster.c cni",
      "will replace scaleway_k8s_pool.p cluster_id <- module.it.scaleway_k8s_cluster.c",
    ]);
    expect(edit(root({ name: "other" }), files(platform()))).toEqual([]);
  });

  test("a default inside it is sure, since nothing outside the files can override it", () => {
    const other = platform({}, { variable: { cni: { default: "calico" }, name: {} } });
    expect(edit(before, files(other))).toContain("will replace module.it.scaleway_k8s_cluster.c cni");
  });

  test("loses a resource that is gone from its files", () => {
    const { resource, ...rest } = platform();
    const { scaleway_vpc_private_network: network } = resource as JsonObject;
    const after = { ...rest, output: {}, resource: { scaleway_vpc_private_network: network } } as JsonObject;
    const without = (one: JsonObject): JsonObject => ({ ...one, resource: {} });
    expect(edit(without(before), files(after), without(before))).toEqual([
      "will destroy module.it.scaleway_k8s_cluster.c",
    ]);
  });

  test("loses everything in it when its call goes", () => {
    expect(edit(configuration({}), {}).sort()).toEqual([
      "will destroy module.it.scaleway_k8s_cluster.c",
      "will destroy module.it.scaleway_vpc_private_network.n",
      "will destroy scaleway_k8s_pool.p",
    ]);
  });

  test("keeps what the root moves into it, and loses what it lacks or pins elsewhere", () => {
    const outside = configuration({
      scaleway_vpc_private_network: { n: { name: "n" } },
      scaleway_k8s_cluster: { c: { ...cluster, private_network_id: "${scaleway_vpc_private_network.n.id}" } },
      scaleway_k8s_pool: { p: { ...pool, cluster_id: "${scaleway_k8s_cluster.c.id}" } },
    });
    const moved = {
      moved: [
        { from: "scaleway_vpc_private_network.n", to: "module.it.scaleway_vpc_private_network.n" },
        { from: "scaleway_k8s_cluster.c", to: "module.it.scaleway_k8s_cluster.c" },
      ],
    };
    expect(edit(root({}, moved), files(platform()), outside, {})).toEqual([]);
    expect(edit(root({}, moved), files(platform({ network: { region: "nl-ams" } })), outside, {})).toContain(
      "may replace module.it.scaleway_vpc_private_network.n region",
    );
    const { resource, ...rest } = platform();
    const { scaleway_k8s_cluster: only } = resource as JsonObject;
    const lacking = {
      ...rest,
      resource: { scaleway_k8s_cluster: { c: { ...(only as { c: JsonObject }).c, private_network_id: "fr-par/1" } } },
    };
    expect(edit(root({}, moved), files(lacking as JsonObject), outside, {})).toContain(
      "will destroy module.it.scaleway_vpc_private_network.n",
    );
  });

  test("renamed by a moved block, keeps what it has, unless its inputs are others", () => {
    const renamed = (given: JsonObject = {}): JsonObject => ({
      ...configuration({ scaleway_k8s_pool: { p: { ...pool, cluster_id: "${module.new.cluster_id}" } } }),
      module: { new: { source: "./modules/platform", name: "n", ...given } },
      moved: [{ from: "module.it", to: "module.new" }],
    });
    expect(edit(renamed(), files(platform()))).toEqual([]);
    expect(edit(renamed({ cni: "calico" }), files(platform()))).toContain(
      "will replace module.new.scaleway_k8s_cluster.c cni",
    );
  });

  test("with for_each has instances with keys, dots in them included", () => {
    const each = (keys: JsonObject): JsonObject => ({
      ...configuration({}),
      module: { it: { source: "./modules/platform", for_each: keys, name: "${each.key}", cni: "${each.value}" } },
    });
    const one = each({ "a.b": "cilium", c: "cilium" });
    expect(edit(one, files(platform()), one)).toEqual([]);
    expect(edit(each({ "a.b": "calico", c: "cilium" }), files(platform()), one)).toEqual([
      'will replace module.it["a.b"].scaleway_k8s_cluster.c cni',
    ]);
    expect(edit(each({ "a.b": "cilium" }), files(platform()), one)).toEqual([
      'will destroy module.it["c"].scaleway_k8s_cluster.c',
      'will destroy module.it["c"].scaleway_vpc_private_network.n',
    ]);
  });

  test("a nested module is read as well, and pulled up by a moved block", () => {
    const outer = {
      module: { inner: { source: "../platform", name: "n" } },
      output: { id: { value: "${module.inner.cluster_id}" } },
    };
    const nested: ModuleFiles = files(platform(), { "modules/outer": { configuration: outer, digest: "o" } });
    const call: JsonObject = { ...configuration({}), module: { outer: { source: "./modules/outer" } } };
    expect(edit(call, nested, call, nested)).toEqual([]);
    expect(edit(call, { ...nested, ...files(platform({ cluster: { cni: "calico" } })) }, call, nested)).toEqual([
      "will replace module.outer.module.inner.scaleway_k8s_cluster.c cni",
    ]);
    const up: JsonObject = {
      ...configuration({}),
      module: { inner: { source: "./modules/platform", name: "n" } },
      moved: [{ from: "module.outer.module.inner", to: "module.inner" }],
    };
    expect(edit(up, nested, call, nested)).toEqual([]);
    const known = state({}) as { resources: object[] };
    const objects = {
      ...known,
      resources: [
        {
          module: "module.outer.module.inner",
          mode: "managed",
          type: "scaleway_vpc_private_network",
          name: "n",
          instances: [{ attributes: { name: "n", id: "fr-par/1", region: "fr-par" } }],
        },
      ],
    };
    expect(
      losses({
        before: call,
        after: up,
        state: objects,
        surroundings: { before: { modules: nested }, after: { modules: nested } },
      }),
    ).toEqual([]);
  });

  test("uses the provider that it is passed, whose region is its own", () => {
    const providers: JsonObject = { scaleway: [{ region: "fr-par" }, { alias: "ams", region: "nl-ams" }] };
    const passing = (target: string): JsonObject => ({
      ...root({ providers: { scaleway: target } }),
      provider: providers,
    });
    const region = (value: string): ModuleFiles => files(platform({ network: { region: value } }));
    // Another provider touches nothing that exists; what it would have chosen, written out, is no change either.
    expect(edit(passing("scaleway.ams"), files(platform()), passing("scaleway"))).toEqual([]);
    expect(edit(passing("scaleway.ams"), region("nl-ams"), passing("scaleway.ams"))).toEqual([]);
    expect(edit(passing("scaleway.ams"), region("fr-par"), passing("scaleway.ams"))).toContain(
      "may replace module.it.scaleway_vpc_private_network.n region",
    );
  });

  test("a removed block in the root keeps what it names inside", () => {
    const removed = { removed: [{ from: "module.it", lifecycle: { destroy: false } }] };
    expect(edit({ ...configuration({}), ...removed }, {}, { ...before, resource: {} }).sort()).toEqual([
      "will forget module.it.scaleway_k8s_cluster.c",
      "will forget module.it.scaleway_vpc_private_network.n",
    ]);
  });

  test("that calls itself is an error", () => {
    const loop = { module: { again: { source: "../platform" } } };
    expect(() => edit(before, files(loop))).toThrow("the module in modules/platform calls itself");
  });
});

describe("a module that is not read", () => {
  const unread = root();

  test("says nothing when nothing of it changes", () => {
    expect(edit(unread, hcl("a"), unread, hcl("a"))).toEqual([]);
    expect(edit(unread, {}, unread, {})).toEqual([]);
  });

  test.each<[string, JsonObject, ModuleFiles]>([
    ["its files", unread, hcl("b")],
    ["its inputs", root({ cni: "calico" }), hcl("a")],
    ["its version", root({ version: "2.0.0" }), hcl("a")],
    ["that it can be read now", unread, files(platform())],
  ])("is unchecked for %s", (_, after, of) => {
    expect(edit(after, of, unread, hcl("a"))).toContain("may unchecked module.it");
  });

  test("is unchecked when it was read before", () => {
    const found = edit(unread, hcl("a"));
    expect(found).toContain("may unchecked module.it");
    expect(found.filter((line) => line.startsWith("will"))).toEqual([]);
  });

  test("is unchecked when objects move into it or out of it", () => {
    const vpc = configuration(
      { scaleway_vpc: { v: { name: "v" } } },
      { module: { it: { source: "./modules/platform", name: "n" } } },
    );
    const into = {
      ...vpc,
      resource: {},
      moved: [{ from: "scaleway_vpc.v", to: "module.it.scaleway_vpc.v" }],
    } as JsonObject;
    expect(edit(into, hcl("a"), vpc, hcl("a"))).toEqual(["may unchecked module.it"]);
    const out = { ...vpc, moved: [{ from: "module.it.scaleway_vpc.v", to: "scaleway_vpc.v" }] } as JsonObject;
    expect(edit(out, hcl("a"), { ...vpc, resource: {} }, hcl("a"))).toEqual(["may unchecked module.it"]);
  });

  test("is unchecked when it is renamed with another input, not when it only is renamed", () => {
    const renamed = (given: JsonObject): JsonObject => ({
      ...configuration({}),
      module: { new: { source: "./modules/platform", name: "n", ...given } },
      moved: [{ from: "module.it", to: "module.new" }],
    });
    const alone = { ...unread, resource: {} } as JsonObject;
    expect(edit(renamed({}), hcl("a"), alone, hcl("a"))).toEqual([]);
    expect(edit(renamed({ cni: "calico" }), hcl("a"), alone, hcl("a"))).toEqual(["may unchecked module.new"]);
  });

  test("is a loss of unknown size when it goes", () => {
    const [finding] = findRecreations({ before: { ...unread, resource: {} }, after: configuration({}) });
    expect(finding).toMatchObject({ severity: "error", certainty: "may", address: "module.it" });
  });
});
