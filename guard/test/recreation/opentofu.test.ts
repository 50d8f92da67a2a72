import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { findRecreations } from "../../lib/recreation/find";
import type { Json, JsonObject } from "../../lib/terraform/values/json";
import { configuration, state, summaryOf } from "./support";

const database = { name: "d", node_type: "db-dev-s", engine: "PostgreSQL-15" };
const cluster = { name: "c", version: "1.32.3", cni: "cilium", delete_additional_resources: false };
const withLifecycle = (body: JsonObject, lifecycle: JsonObject): JsonObject => ({ ...body, lifecycle });
const databases = (lifecycle: JsonObject, more: JsonObject = {}): JsonObject =>
  configuration({ scaleway_rdb_instance: { d: withLifecycle(database, lifecycle) } }, more);
const clusters = (cni: string, lifecycle: JsonObject): JsonObject =>
  configuration({ scaleway_k8s_cluster: { c: withLifecycle({ ...cluster, cni }, lifecycle) } });
const locked = (input: JsonObject): object => lockOf(input, { stack: "s" });
const switches = (value: Json) => ({ variable: { on: { type: "bool", default: value } } });

/** From the configuration that was deployed, and from the lock of it. */
const sources: [string, (input: JsonObject) => unknown][] = [
  ["a configuration", (input) => input],
  ["a lock", locked],
];

describe.each(sources)("a resource that is switched off, compared with %s", (_, deployed) => {
  const enabled = "${var.on}";

  test.each<[string, JsonObject, JsonObject, string[]]>([
    ["by a literal", databases({}), databases({ enabled: false }), ["will destroy scaleway_rdb_instance.d"]],
    [
      "from true",
      databases({ enabled: true }),
      databases({ enabled: false }),
      ["will destroy scaleway_rdb_instance.d"],
    ],
    ["by a text", databases({}), databases({ enabled: "false" }), ["will destroy scaleway_rdb_instance.d"]],
    [
      "by a default that changes",
      databases({ enabled }, switches(true)),
      databases({ enabled }, switches(false)),
      ["may destroy scaleway_rdb_instance.d"],
    ],
    [
      "by a variable that has no value",
      databases({}),
      databases({ enabled }, { variable: { on: {} } }),
      ["may destroy scaleway_rdb_instance.d"],
    ],
  ])("%s is destroyed", (_edit, before, after, expected) => {
    expect(summaryOf({ before: deployed(before), after })).toEqual(expected);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ["that is switched on", databases({ enabled: false }), databases({ enabled: true })],
    ["that says so now", databases({}), databases({ enabled: true })],
    ["that says so no longer", databases({ enabled: true }), databases({})],
    ["that was off", databases({ enabled: false }), databases({ enabled: false, prevent_destroy: true })],
    [
      "under the same open variable",
      databases({ enabled }, { variable: { on: {} } }),
      databases({ enabled, create_before_destroy: true }, { variable: { on: {} } }),
    ],
    [
      "that had a count of one",
      configuration({ scaleway_rdb_instance: { d: { ...database, count: 1 } } }),
      databases({ enabled: true }),
    ],
  ])("one %s is not", (_edit, before, after) => {
    expect(summaryOf({ before: deployed(before), after })).toEqual([]);
  });
});

test("the remedy of what is switched off is to switch it on", () => {
  const [finding] = findRecreations({ before: databases({}), after: databases({ enabled: false }) });
  expect(finding).toMatchObject({
    rule: "fewer-instances",
    remedy: "Set lifecycle.enabled of scaleway_rdb_instance.d back to true.",
  });
});

test("what is switched off is null to what refers to it", () => {
  const network = (enabled: boolean): JsonObject =>
    configuration({
      scaleway_vpc_private_network: { n: { lifecycle: { enabled } } },
      scaleway_k8s_cluster: {
        c: { ...cluster, private_network_id: "${try(scaleway_vpc_private_network.n.id, null)}" },
      },
    });
  expect(summaryOf({ before: network(true), after: network(true) })).toEqual([]);
  expect(summaryOf({ before: network(true), after: network(false) })).toContain(
    "will destroy scaleway_vpc_private_network.n",
  );
});

test("a module that is switched off takes what is in it along", () => {
  const modules = { m: { configuration: { resource: { scaleway_rdb_instance: { d: database } } }, digest: "d" } };
  const root = (lifecycle: JsonObject): JsonObject => ({ module: { m: { source: "./m", lifecycle } } });
  const find = (before: JsonObject, after: JsonObject) =>
    summaryOf({ before: root(before), after: root(after), surroundings: { before: { modules }, after: { modules } } });
  expect(find({}, { enabled: false })).toEqual(["will destroy module.m.scaleway_rdb_instance.d"]);
  expect(find({ enabled: true }, {})).toEqual([]);
  expect(find({}, { enabled: true })).toEqual([]);
});

describe.each(sources)("destroy = false, compared with %s", (_, deployed) => {
  test("of an object that would be replaced leaves it running, and another takes its place", () => {
    const [before, after] = [clusters("cilium", { destroy: false }), clusters("calico", { destroy: false })];
    const [finding, ...rest] = findRecreations({ before: deployed(before), after });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: "immutable-attribute", action: "forget-and-create", severity: "error" });
    expect(finding?.remedy).toMatch(
      /^destroy = false keeps the old object: it runs on, is billed, and no state knows it\./,
    );
  });

  test("decides about a replacement by what the edit says", () => {
    const before = deployed(clusters("cilium", { destroy: false }));
    expect(summaryOf({ before, after: clusters("calico", {}) })).toEqual(["will replace scaleway_k8s_cluster.c cni"]);
    expect(summaryOf({ before, after: clusters("cilium", { destroy: false }) })).toEqual([]);
  });

  test("prevent_destroy does not refuse what is only forgotten", () => {
    const lifecycle = { destroy: false, prevent_destroy: true };
    const [finding] = findRecreations({
      before: deployed(clusters("cilium", lifecycle)),
      after: clusters("calico", lifecycle),
    });
    expect(finding?.remedy).not.toContain("refuse");
  });

  test("of an instance that goes leaves it running", () => {
    const counted = (count: number, lifecycle: JsonObject): JsonObject =>
      configuration({ scaleway_rdb_instance: { d: { ...database, count, lifecycle } } });
    const skipped = deployed(counted(2, { destroy: false }));
    const forgotten = ["will forget scaleway_rdb_instance.d[1]"];
    expect(summaryOf({ before: skipped, after: counted(1, { destroy: false }) })).toEqual(forgotten);
    expect(summaryOf({ before: deployed(counted(2, {})), after: counted(1, { destroy: false }) })).toEqual(forgotten);
    expect(summaryOf({ before: deployed(counted(2, {})), after: counted(1, {}) })).toEqual([
      "will destroy scaleway_rdb_instance.d[1]",
    ]);
  });

  test("stays with an object whose block goes", () => {
    expect(summaryOf({ before: deployed(databases({ destroy: false })), after: {} })).toEqual([
      "will forget scaleway_rdb_instance.d",
    ]);
    expect(summaryOf({ before: deployed(databases({ destroy: true })), after: {} })).toEqual([
      "will destroy scaleway_rdb_instance.d",
    ]);
  });
});

test("whether an object without a block is forgotten, the state says", () => {
  const before = databases({ destroy: false });
  const objects = { "scaleway_rdb_instance.d": { id: "fr-par/1", ...database } };
  expect(summaryOf({ before, after: {}, state: state(objects, { skip_destroy: true }) })).toEqual([
    "will forget scaleway_rdb_instance.d",
  ]);
  // Applied by Terraform, or before the argument was there.
  expect(summaryOf({ before, after: {}, state: state(objects) })).toEqual(["will destroy scaleway_rdb_instance.d"]);
});

describe.each(sources)("prevent_destroy by an expression, compared with %s", (_, deployed) => {
  const prevent_destroy = "${var.on}";

  test.each<[string, JsonObject, JsonObject, string[]]>([
    [
      "whose default changes",
      databases({ prevent_destroy }, switches(true)),
      databases({ prevent_destroy }, switches(false)),
      ["may unprotect scaleway_rdb_instance.d lifecycle.prevent_destroy"],
    ],
    [
      "that is false",
      databases({ prevent_destroy: true }),
      databases({ prevent_destroy: "${1 > 2}" }),
      ["will unprotect scaleway_rdb_instance.d lifecycle.prevent_destroy"],
    ],
    [
      "that nobody knows",
      databases({ prevent_destroy: true }),
      databases({ prevent_destroy }, { variable: { on: {} } }),
      ["may unprotect scaleway_rdb_instance.d lifecycle.prevent_destroy"],
    ],
    ["that is true", databases({ prevent_destroy: true }), databases({ prevent_destroy: "${1 < 2}" }), []],
    [
      "that stays",
      databases({ prevent_destroy }, switches(false)),
      databases({ prevent_destroy, create_before_destroy: true }, switches(false)),
      [],
    ],
    [
      "that goes",
      databases({ prevent_destroy }, switches(true)),
      databases({}),
      ["will unprotect scaleway_rdb_instance.d lifecycle.prevent_destroy"],
    ],
  ])("%s", (_edit, before, after, expected) => {
    expect(summaryOf({ before: deployed(before), after })).toEqual(expected);
  });
});
