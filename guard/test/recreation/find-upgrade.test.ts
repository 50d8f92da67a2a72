import { newestRelease } from "../../lib/provider/releases/provider-release";
import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { findRecreations } from "../../lib/recreation/find";
import { findUpgrade, type FindUpgradeInput } from "../../lib/recreation/find-upgrade";
import type { JsonObject } from "../../lib/terraform/values/json";
import { configuration, state, summary } from "./support";

const cluster = { name: "c", version: "1.32.3", cni: "cilium" };
const platform = (autoscaler: JsonObject | undefined, more: JsonObject = {}): JsonObject =>
  configuration(
    {
      scaleway_k8s_cluster: {
        c: { ...cluster, ...(autoscaler === undefined ? {} : { autoscaler_config: [autoscaler] }) },
      },
      scaleway_k8s_pool: { p: { name: "p", cluster_id: "${scaleway_k8s_cluster.c.id}", node_type: "DEV1-M", size: 1 } },
    },
    more,
  );
const requiring = (version: string): JsonObject => ({ terraform: { required_providers: { scaleway: { version } } } });
const autoscaled = platform({ expander: "random" });
const upgrade = (from: string, to: string, input: Partial<FindUpgradeInput> = { configuration: autoscaled }) =>
  findUpgrade({ from, to, ...input });
const REPLACED = [
  "will replace scaleway_k8s_cluster.c autoscaler_config[0].log_level",
  "will replace scaleway_k8s_cluster.c autoscaler_config[0].skip_nodes_with_local_storage",
  "will replace scaleway_k8s_pool.p cluster_id <- scaleway_k8s_cluster.c",
];

// terraform-provider-scaleway #4062, #4132 and #4251.
describe("of the upgrades that replaced clusters", () => {
  test("from defaults to none, a cluster that left them to the provider is replaced for certain, and its pools with it", () => {
    const { findings } = upgrade("2.76.0", "2.77.1");
    expect(summary(findings)).toEqual(REPLACED);
    for (const { because } of findings)
      expect(because).toEqual({ reason: "provider-upgrade", from: "2.76.0", to: "2.77.1" });
  });

  test("to defaults, it may be: only the API tells what it has", () => {
    const { findings } = upgrade("2.70.0", "2.76.0");
    expect(findings.map(({ certainty }) => certainty)).toEqual(["may", "may", "may"]);
    expect(findings[0]?.because).toEqual({
      reason: "provider-upgrade",
      from: "2.70.0",
      to: "2.76.0",
      doubt: { reason: "new-in-provider" },
    });
  });

  test.each([
    ["2.70.0", "2.77.1"],
    ["2.70.0", "2.81.0"],
    ["2.76.0", "2.81.0"],
    ["2.77.1", "2.81.0"],
    ["2.76.0", "2.76.0"],
  ])("%s to %s replaces nothing", (from, to) => {
    expect(upgrade(from, to).findings).toEqual([]);
  });

  test("what the code says itself stays", () => {
    const said = platform({ log_level: 2, skip_nodes_with_local_storage: true });
    expect(upgrade("2.76.0", "2.77.1", { configuration: said }).findings).toEqual([]);
    expect(upgrade("2.76.0", "2.77.1", { configuration: platform(undefined) }).findings).toEqual([]);
  });
});

describe("the remedy", () => {
  test("is a line that keeps what there is, where the value is known", () => {
    const [finding] = upgrade("2.76.0", "2.77.1").findings;
    expect(finding?.remedy).toContain("Write log_level = 2 (logLevel: 2 in code) in autoscaler_config");
    expect(finding?.paste).toEqual([
      'this.addOverride("resource.scaleway_k8s_cluster.c.autoscaler_config.0.log_level", 2)',
    ]);
  });

  test("has the path of a block that is an object, and none where an expression stands in the way", () => {
    const object = configuration({
      scaleway_k8s_cluster: { c: { ...cluster, autoscaler_config: { expander: "random" } } },
    });
    const [finding] = upgrade("2.76.0", "2.77.1", { configuration: object }).findings;
    expect(finding?.paste).toEqual([
      'this.addOverride("resource.scaleway_k8s_cluster.c.autoscaler_config.log_level", 2)',
    ]);
    const [locked] = upgrade("2.76.0", "2.77.1", { lock: lockOf(object, { stack: "s" }) }).findings;
    expect(locked?.paste).toEqual([]);
    expect(locked?.remedy).toContain("Write log_level = 2");
  });

  test("is another release, where one replaces nothing, the newest first", () => {
    const [finding] = upgrade("2.76.0", "2.77.1").findings;
    expect(finding?.remedy).toContain(`go from 2.76.0 to ${newestRelease.version} directly`);
    const [pool] = upgrade("2.76.0", "2.77.1").findings.filter(({ cause }) => cause !== undefined);
    expect(pool?.remedy).toContain(`Go from 2.76.0 to ${newestRelease.version} directly`);
  });
});

describe("what tells of what exists", () => {
  test("a lock finds the same as its configuration", () => {
    const lock = lockOf(platform({ expander: "random" }, requiring("2.76.0")), { stack: "s" });
    expect(summary(upgrade("2.76.0", "2.77.1", { lock }).findings)).toEqual(REPLACED);
    expect(upgrade("2.76.0", "2.81.0", { lock }).findings).toEqual([]);
  });

  test("a state decides what is new in the release", () => {
    const of = (autoscaler: JsonObject) => ({
      "scaleway_k8s_cluster.c": { ...cluster, id: "fr-par/1", autoscaler_config: [autoscaler] },
    });
    const known = { expander: "random", log_level: 2, skip_nodes_with_local_storage: true };
    const other = { ...known, log_level: 4 };
    const inState = (autoscaler: JsonObject) =>
      summary(upgrade("2.70.0", "2.76.0", { configuration: autoscaled, state: state(of(autoscaler)) }).findings);
    expect(inState(known).filter((line) => line.includes("cluster.c a"))).toEqual([]);
    expect(inState(other)).toContain(REPLACED[0]);
  });

  test("a state alone doubts what the code may say, too", () => {
    const alone = state({
      "scaleway_k8s_cluster.c": { ...cluster, id: "fr-par/1", autoscaler_config: [{ log_level: 2 }] },
    });
    expect(summary(upgrade("2.76.0", "2.77.1", { state: alone }).findings)).toEqual([
      "may replace scaleway_k8s_cluster.c autoscaler_config[0].log_level",
    ]);
    expect(upgrade("2.76.0", "2.81.0", { state: alone }).findings).toEqual([]);
  });
});

test("a place that the older release chose and the newer one only takes is the inherited one", () => {
  const gateway = { gateway_type: "VGW-S", private_network_id: "fr-par/1" };
  const configured = configuration({ scaleway_s2s_vpn_gateway: { g: gateway } });
  expect(upgrade("2.66.0", "2.67.0", { configuration: configured }).findings).toEqual([]);
});

test("what is changed in place and what is refused is told, and is no finding", () => {
  const { findings, updates, refused } = upgrade("2.74.0", "2.81.0", {
    configuration: configuration({
      scaleway_k8s_cluster: { c: cluster },
      scaleway_container: { it: { namespace_id: "n", registry_image: "i", max_concurrency: 10 } },
    }),
  });
  expect(findings).toEqual([]);
  expect(updates.map(({ address, attributes }) => [address, attributes.map(({ path }) => path)])).toEqual([
    ["scaleway_k8s_cluster.c", ["upgrade_pools"]],
  ]);
  expect(refused.map(({ message }) => message)).toEqual([
    "scaleway_container.it: max_concurrency must be an argument that the provider knows. Remove it.",
  ]);
});

describe("in a comparison", () => {
  const at = (version: string) => platform({ expander: "random" }, requiring(version));

  test("an edit of the required release is an upgrade", () => {
    expect(summary(findRecreations({ before: at("2.76.0"), after: at("2.77.1") }))).toEqual(REPLACED);
    expect(findRecreations({ before: at("2.76.0"), after: at("2.81.0") })).toEqual([]);
  });

  test("so is another release that was chosen, by whoever tells it", () => {
    const provider = { before: "2.76.0", after: "2.77.1" };
    expect(summary(findRecreations({ before: autoscaled, after: autoscaled, provider }))).toEqual(REPLACED);
    const lock = lockOf(platform({ expander: "random" }, requiring("~> 2.76")), { stack: "s", resolved: "2.76.0" });
    expect(summary(findRecreations({ before: lock, after: autoscaled, provider: { after: "2.77.1" } }))).toEqual(
      REPLACED,
    );
  });

  test("a range that takes several tells of none, and one that changes tells of what may be", () => {
    expect(findRecreations({ before: at(">= 2.70, < 3.0"), after: at(">= 2.70, < 3.0") })).toEqual([]);
    const found = findRecreations({ before: at("~> 2.76.0"), after: at("~> 2.77.0") });
    expect(found.map(({ certainty }) => certainty)).toEqual(["may", "may", "may"]);
    expect(found[0]?.because).toMatchObject({ reason: "provider-upgrade", from: "2.76.0" });
  });

  test("what the edit does under either release is the edit's", () => {
    const edited = platform({ log_level: 2, skip_nodes_with_local_storage: true }, requiring("2.77.1"));
    const resource = structuredClone(edited.resource) as Record<string, Record<string, { cni: string }>>;
    resource.scaleway_k8s_cluster!.c!.cni = "calico";
    const [finding] = findRecreations({ before: at("2.76.0"), after: { ...edited, resource } });
    expect([finding?.attribute, finding?.because]).toEqual(["cni", undefined]);
  });

  test("an edit that an older release replaces is certain under it, and none under the newest", () => {
    const level = (version: string, log_level: number) => platform({ log_level }, requiring(version));
    const edit = (version: string) => findRecreations({ before: level(version, 2), after: level(version, 4) });
    expect(summary(edit("2.77.1"))).toEqual([REPLACED[0], REPLACED[2]]);
    expect(edit("2.81.0")).toEqual([]);
  });
});

describe("which releases are in use", () => {
  const at = (version: string) => platform({ expander: "random" }, requiring(version));

  test("what terraform init chose before counts no more once the constraint does not take it", () => {
    const lock = lockOf(at("= 2.76.0"), { stack: "s", resolved: "2.70.0" });
    expect(lock.provider).toMatchObject({ required: "= 2.76.0" });
    expect(lock.provider).not.toHaveProperty("resolved");
  });

  test.each<[string, (version: string) => JsonObject]>([
    ["a local name", (version) => ({ required_providers: { scw: { source: "scaleway/scaleway", version } } })],
    [
      "a registry",
      (version) => ({ required_providers: { scw: { source: "registry.opentofu.org/scaleway/scaleway", version } } }),
    ],
  ])("a provider under %s is found", (_, terraform) => {
    const of = (version: string) => platform({ expander: "random" }, { terraform: terraform(version) });
    expect(summary(findRecreations({ before: of("2.76.0"), after: of("2.77.1") }))).toEqual(REPLACED);
  });

  test("so is what a second terraform block requires, and a module", () => {
    const blocks = (version: string) =>
      platform(
        { expander: "random" },
        { terraform: [{ backend: { local: {} } }, requiring(version).terraform as JsonObject] },
      );
    expect(summary(findRecreations({ before: blocks("2.76.0"), after: blocks("2.77.1") }))).toEqual(REPLACED);
    const called = platform({ expander: "random" }, { module: { m: { source: "./mod" } } });
    const modules = (version: string) => ({ mod: { configuration: requiring(version), digest: version } });
    const input = {
      before: called,
      after: called,
      surroundings: { before: { modules: modules("2.76.0") }, after: { modules: modules("2.77.1") } },
    };
    expect(summary(findRecreations(input)).slice(0, 3)).toEqual(REPLACED);
  });

  test("a range with the planning release in it tells of no other one", () => {
    expect(findRecreations({ before: at(">= 2.70"), after: at("= 2.77.1") })).toEqual([]);
  });
});

describe("beside an edit of the same object", () => {
  const cluster = (cni: string, name: string) => ({ ...{ version: "1.32.3", autoscaler_config: {} }, cni, name });
  /** Clusters by their places in a list of names, each with the network plugin that it always had. */
  const counted = (version: string, names: readonly string[]) => {
    const plugins: Readonly<Record<string, string>> = { p: "cilium", q: "calico" };
    const at = (values: readonly string[]) => `\${${JSON.stringify(values)}[count.index]}`;
    const cni = at(names.map((each) => plugins[each] ?? "calico"));
    return configuration(
      { scaleway_k8s_cluster: { a: { ...cluster(cni, at(names)), count: names.length } } },
      requiring(version),
    );
  };

  test("a key that shifts is told as well", () => {
    const found = findRecreations({ before: counted("2.76.0", ["p", "q"]), after: counted("2.77.1", ["z", "p", "q"]) });
    const ofSecond = found.filter(({ address }) => address === "scaleway_k8s_cluster.a[1]");
    expect(ofSecond.some(({ remedy }) => remedy.includes("Its key has shifted"))).toBe(true);
    expect(ofSecond.some(({ because }) => because?.reason === "provider-upgrade")).toBe(true);
  });

  test("instances of one name that nobody edits have not shifted", () => {
    const alike = configuration(
      { scaleway_k8s_cluster: { a: { ...cluster("cilium", "c"), count: 2 } } },
      requiring("2.76.0"),
    );
    expect(summary(upgrade("2.76.0", "2.77.1", { configuration: alike }).findings)).toHaveLength(4);
  });

  test("what prevent_destroy refuses is said", () => {
    const kept = configuration({
      scaleway_k8s_cluster: { c: { ...cluster("cilium", "c"), lifecycle: { prevent_destroy: true } } },
    });
    const [finding] = upgrade("2.76.0", "2.77.1", { configuration: kept }).findings;
    expect(finding).toMatchObject({
      refused: true,
      remedy: expect.stringContaining("makes Terraform refuse") as string,
    });
  });
});
