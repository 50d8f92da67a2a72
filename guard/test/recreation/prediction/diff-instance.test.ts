import type { Existing } from "../../../lib/recreation/baseline/existing";
import { diffInstance, type InstanceDiff } from "../../../lib/recreation/prediction/diff-instance";
import { type JsonObject, literal } from "../../../lib/terraform/values/json";
import { Marked, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";
import { deployedAt } from "../baseline/instances";
import { configuration, summaryOf } from "../support";
import { comparisonOf, existingAt, inState, valuesOf } from "./planning";

const address = "scaleway_k8s_cluster.c";
const cluster = { name: "c", cni: "cilium" };
const diff = (existing: Existing, wanted: Record<string, Value>, body: JsonObject = {}): InstanceDiff =>
  diffInstance(comparisonOf(existing, wanted, body));

test("an attribute that cannot change in place replaces, another one does not", () => {
  const found = diff(existingAt(address, cluster), { name: "d", cni: "calico" });
  expect(found.differences.map(({ path }) => path)).toEqual(["name", "cni"]);
  expect(found.replacements).toEqual([{ kind: "attribute", path: pathTo("cni"), before: "cilium", after: "calico" }]);
  expect(found.planned).toEqual(valuesOf({ name: "d", cni: "calico" }));
});

test("nothing differs where nothing is changed", () => {
  expect(diff(existingAt(address, cluster), cluster)).toMatchObject({ differences: [], replacements: [], hidden: [] });
});

test("what becomes unknown replaces, and names the cause", () => {
  const found = diff(existingAt(address, cluster), { ...cluster, cni: new Unknown(at("scaleway_vpc.a")) });
  expect(found.replacements).toMatchObject([{ path: "cni", cause: "scaleway_vpc.a" }]);
  expect(found.replacements[0]).not.toHaveProperty("because");
});

test.each<[string, Record<string, Value>, Record<string, Value>, object]>([
  [
    "a default of a variable",
    {},
    { cni: new Marked("x", { fromVariableDefault: "v" }) },
    { reason: "variable-default", about: "v" },
  ],
  ["an attribute that is in no table", { invented: 1 }, { invented: 2 }, { reason: "not-in-table", about: "invented" }],
  ["a question to the API", { type: "kapsule" }, { type: "kapsule-dedicated-4" }, { reason: "only-api-knows" }],
  ["what the provider may have chosen", {}, { pod_cidr: "10.0.0.0/16" }, { reason: "provider-chosen" }],
])("%s leaves a doubt", (_, before, after, because) => {
  const { replacements } = diff(existingAt(address, { ...cluster, ...before }), { ...cluster, ...after });
  expect(replacements).toMatchObject([{ because }]);
});

describe("ignore_changes", () => {
  const ignoring = { lifecycle: { ignore_changes: ["cni"] } };
  const other = { ...cluster, cni: "calico" };

  test("keeps what exists, and a new entry hides the replacement", () => {
    const found = diff(existingAt(address, cluster), other, ignoring);
    expect(found.replacements).toEqual([]);
    expect(found.planned.get("cni")).toBe("cilium");
    expect(found.hidden).toEqual([{ kind: "attribute", path: pathTo("cni"), before: "cilium", after: "calico" }]);
  });

  test("of all keeps what the state does not have, where a default would come in its place", () => {
    const bucket = "scaleway_object_bucket.b";
    const state = inState(bucket, { name: "b" }, { name: "b" });
    const ignoring = (ignored: JsonObject["x"]) =>
      diff(state, { name: "b" }, { lifecycle: { ignore_changes: ignored } });
    expect(ignoring("all").differences).toEqual([]);
    expect(ignoring(["acl"]).differences.map(({ path }) => path)).toContainEqual("acl");
  });

  test("hides nothing where the entry was there before, or where nothing is hidden", () => {
    const deployed = deployedAt(address, cluster, { ignoreChanges: [pathTo("cni")] });
    expect(diff(existingAt(address, cluster, {}, deployed), other, ignoring).hidden).toEqual([]);
    expect(diff(existingAt(address, cluster), cluster, ignoring).hidden).toEqual([]);
    expect(diff(inState(address, cluster), other, ignoring).hidden).toEqual([]);
  });
});

test("a tainted object is replaced without a difference", () => {
  expect(diff(inState(address, cluster, cluster, { tainted: true }), cluster).replacements).toEqual([
    { kind: "tainted" },
  ]);
});

describe("a pool without a name", () => {
  const nameless = existingAt("scaleway_k8s_pool.p", {});
  const generated = [{ kind: "generated", path: pathTo("name"), before: null, after: null }];

  test("is replaced for another generated one", () => {
    expect(diff(nameless, {}).replacements).toEqual(generated);
  });

  test("is not where the name is set, ignored, or held by a state", () => {
    expect(diff(existingAt("scaleway_k8s_pool.p", { name: "p" }), { name: "p" }).replacements).toEqual([]);
    expect(diff(nameless, {}, { lifecycle: { ignore_changes: ["name"] } }).replacements).toEqual([]);
    const held = inState("scaleway_k8s_pool.p", { name: "pool-1", container_runtime: "containerd" });
    expect(diff(held, { name: "pool-1" }).replacements).toEqual([]);
  });
});

describe("with a state", () => {
  const opaque = new OpaqueValue("x");

  test("what an edit leaves alone does not replace for a doubt, and what it changes may", () => {
    const held = { ...cluster, cni: "cilium" };
    expect(diff(inState(address, held, { ...cluster, cni: opaque }), { ...cluster, cni: opaque }).replacements).toEqual(
      [],
    );
    expect(diff(inState(address, held, cluster), { ...cluster, cni: opaque }).replacements).toMatchObject([
      { path: "cni", because: { reason: "opaque-expression" } },
    ]);
  });

  test("what an edit leaves alone may still be replaced with what it refers to", () => {
    const pending = new Marked("cilium", { mayBecomeUnknown: at("scaleway_vpc.a") });
    expect(diff(inState(address, cluster, cluster), { ...cluster, cni: pending }).replacements).toMatchObject([
      { path: "cni", cause: "scaleway_vpc.a", because: { reason: "cause-may-change", about: "scaleway_vpc.a" } },
    ]);
  });

  test("what has drifted from the configuration replaces for certain", () => {
    const found = diff(inState(address, { ...cluster, cni: "other" }, cluster), cluster);
    expect(found.replacements).toEqual([{ kind: "attribute", path: pathTo("cni"), before: "other", after: "cilium" }]);
  });

  test("what the configuration does not set is compared with its default", () => {
    expect(
      diff(inState("scaleway_k8s_pool.p", { name: "p", container_runtime: "other" }), { name: "p" }).replacements,
    ).toMatchObject([{ path: "container_runtime", before: "other" }]);
  });
});

test("a change in place makes unknown what the provider computes anew, and in doubt what may be", () => {
  const token = "scaleway_iam_saml_certificate.s";
  const certain = diff(inState(token, { certificate: "a" }), { certificate: "b" });
  expect(certain.replacements.map(({ path }) => path)).toContainEqual("saml_id");
  expect(certain.planned.get("saml_id")).toEqual(new Unknown(at(token)));
  expect(diff(inState(token, { certificate: "a" }), { certificate: "a" }).replacements).toEqual([]);
});

test("a leaf of a block that the provider may choose and that becomes unknown replaces for certain only where it was written", () => {
  const server = "scaleway_instance_server.s";
  const volume = (type: Value): Value => [new Map<string, Value>([["volume_type", type]])];
  const unknown = { root_volume: volume(new Unknown(at("scaleway_vpc.a"))) };
  const becauseOf = (deployed: Record<string, Value>) =>
    diff(inState(server, { root_volume: volume("l_ssd") }, deployed), unknown).replacements.map(({ path, because }) => [
      path,
      because,
    ]);
  expect(becauseOf({ root_volume: literal([{}]) })).toEqual([
    ["root_volume[0].volume_type", { reason: "provider-chosen" }],
  ]);
  expect(becauseOf({ root_volume: volume("l_ssd") })).toEqual([["root_volume[0].volume_type", undefined]]);
});

test("a value that is only written is not compared", () => {
  const user = "scaleway_rdb_user.u";
  expect(diff(existingAt(user, { name: "u" }), { name: "u", password_wo: "hunter2" }).differences).toEqual([]);
});

test("a secret says that it is one", () => {
  const version = "scaleway_secret_version.s";
  expect(diff(existingAt(version, { data: "a" }), { data: "b" }).replacements).toMatchObject([
    { path: "data", sensitive: true },
  ]);
});

describe("an argument that holds secrets by", () => {
  const wanted = { ...cluster, cni: "calico" };
  const secret = { path: "cni", sensitive: true };

  test("what the state marks, whole or in part", () => {
    const marked = (path: string) => inState(address, cluster, undefined, { secrets: new Set([pathTo(path)]) });
    expect(diff(marked("cni"), wanted).replacements).toMatchObject([secret]);
    expect(diff(marked("cni.inside"), wanted).replacements).toMatchObject([secret]);
    expect(diff(marked("name"), wanted).replacements[0]).not.toHaveProperty("sensitive");
  });

  test("what a variable has now, which was a literal before", () => {
    const cni = new Marked("calico", { sensitive: true });
    expect(diff(inState(address, cluster), { ...cluster, cni }).replacements).toMatchObject([secret]);
    const plain = new Marked("calico", { fromVariableDefault: "v" });
    expect(diff(inState(address, cluster), { ...cluster, cni: plain }).replacements[0]).not.toHaveProperty("sensitive");
  });
});

describe("an argument that the provider does not have", () => {
  const of = (body: JsonObject) =>
    configuration({ scaleway_k8s_cluster: { c: { name: "c", cni: "cilium", ...body } } });

  test("replaces nothing once it is taken out, whatever there was", () => {
    expect(summaryOf({ before: of({ enable_dashboard: true }), after: of({}) })).toEqual([]);
  });

  test("may replace once it is set or changed, and so may anything of a type that is not known", () => {
    expect(summaryOf({ before: of({}), after: of({ some_new: 1 }) })).toEqual([
      "may replace scaleway_k8s_cluster.c some_new",
    ]);
    expect(summaryOf({ before: of({ some_new: 1 }), after: of({ some_new: 2 }) })).toEqual([
      "may replace scaleway_k8s_cluster.c some_new",
    ]);
    const unknown = (body: JsonObject) => configuration({ scaleway_not_yet: { n: body } });
    expect(summaryOf({ before: unknown({ a: 1, b: 1 }), after: unknown({ b: 1 }) })).toEqual([
      "may replace scaleway_not_yet.n a",
    ]);
  });
});

test("what the provider never reads back is null where nobody set it", () => {
  const of = (body: JsonObject) =>
    configuration({ scaleway_object_bucket_lock_configuration: { l: { bucket: "b", ...body } } });
  expect(summaryOf({ before: of({}), after: of({ region: "nl-ams" }) })).toEqual([]);
  expect(summaryOf({ before: of({ region: "fr-par" }), after: of({ region: "nl-ams" }) })).toEqual([
    "will replace scaleway_object_bucket_lock_configuration.l region",
  ]);
});
