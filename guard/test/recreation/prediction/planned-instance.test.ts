import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Difference } from "../../../lib/recreation/diff/difference";
import { changed, uncertain } from "../../../lib/recreation/diff/outcome";
import type { PlannedInstanceInput } from "../../../lib/recreation/prediction/planned-instance";
import { attributeOf } from "../../../lib/terraform/language/attribute";
import { literal } from "../../../lib/terraform/values/json";
import { Marked, OpaqueValue, Unknown } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";
import { deployedAt } from "../baseline/instances";
import { blockOf, existingAt, inState, plannedAt, valuesOf } from "./planning";

const address = "scaleway_k8s_pool.p";
const pool = { name: "p", size: 1 };
const existing = existingAt(address, pool);
const of = (more: Partial<PlannedInstanceInput>) => plannedAt(address, { wanted: valuesOf(pool), ...more });
const difference = (path: string, outcome = changed): Difference => ({
  path: pathTo(path),
  attribute: newestRelease.behaviourOf("scaleway_k8s_pool").attribute(path),
  outcome,
  before: null,
  after: 2,
});
const doubt = { reason: "data-source" } as const;

test.each<[string, Partial<PlannedInstanceInput>, string]>([
  ["does not exist", {}, "create"],
  ["is imported", { imported: { id: null } }, "none"],
  ["stays as it is", { existing }, "none"],
  ["differs", { existing, differences: [difference("size")] }, "update"],
  ["becomes a secret", { existing, remarked: new Set(["name"]) }, "update"],
  ["has a reason to be replaced", { existing, replacements: [{ kind: "tainted" }] }, "replace"],
])("what %s has the action of that", (_, input, action) => {
  expect(of(input)).toMatchObject({ action, because: undefined });
});

test("an action is in doubt where all its reasons are", () => {
  const sure = { kind: "tainted" } as const;
  const doubtful = { kind: "attribute", path: pathTo("name"), because: doubt } as const;
  expect(of({ existing, replacements: [doubtful] }).because).toBe(doubt);
  expect(of({ existing, replacements: [doubtful, sure] }).because).toBeUndefined();
  const may = difference("size", uncertain("data-source"));
  expect(of({ existing, differences: [may] }).because).toEqual(doubt);
  expect(of({ existing, differences: [may, difference("size")] }).because).toBeUndefined();
});

describe("references to an instance", () => {
  test("that is new see what it sets and its defaults, and the rest after the apply", () => {
    const { object } = of({});
    expect(object.attribute("name")).toBe("p");
    expect(object.attribute("container_runtime")).toBe("containerd");
    expect(object.attribute("placement_group_id")).toBeNull();
    expect(object.attribute("id")).toEqual(new Unknown(at(address)));
    expect(object.whole).toEqual(new Unknown(at(address)));
  });

  test("that is replaced for certain see a new one", () => {
    const { object } = of({ existing, replacements: [{ kind: "tainted" }] });
    expect(object.attribute("id")).toEqual(new Unknown(at(address)));
  });

  test("that may be replaced see what exists, with a mark that says so", () => {
    const { object } = of({ existing, replacements: [{ kind: "attribute", because: doubt }] });
    expect(object.attribute("id")).toMatchObject({
      value: { key: `${address}.id` },
      marks: { mayBecomeUnknown: address },
    });
    expect(object.attribute("name")).toBe("p");
  });

  test("that stays see what exists", () => {
    const { object } = of({ existing: inState(address, { ...pool, id: "fr-par/1" }) });
    expect(object.attribute("id")).toBe("fr-par/1");
    expect(object.whole).toEqual(new OpaqueValue(address, { origin: "reference-or-literal" }));
  });

  test("that changes in place see what the provider computes anew after the apply, unless it is set", () => {
    const changing = { existing, differences: [difference("size")] };
    expect(of(changing).object.attribute("nodes")).toEqual(new Unknown(at(address)));
    expect(of(changing).object.attribute("status")).toMatchObject({ key: `${address}.status` });
    expect(of({ existing }).object.attribute("nodes")).toMatchObject({ key: `${address}.nodes` });
  });

  test("that is imported see its id, if the file names it", () => {
    expect(of({ imported: { id: "fr-par/1" } }).object.attribute("id")).toBe("fr-par/1");
    expect(of({ imported: { id: null } }).object.attribute("id")).toMatchObject({ origin: "imported-object" });
    expect(of({ imported: { id: null } }).object.attribute("name")).toBe("p");
  });

  test("to a leaf that the provider computes in a block which is written see it after the apply", () => {
    const redis = "scaleway_redis_cluster.r";
    const { object } = plannedAt(redis, { wanted: valuesOf({ private_network: literal([{ id: "n" }]) }) });
    expect(attributeOf(attributeOf(object.attribute("private_network"), "0"), "id")).toBe("n");
    expect(attributeOf(attributeOf(object.attribute("private_network"), "0"), "endpoint_id")).toEqual(
      new Unknown(at(redis)),
    );
  });

  test("to a secret see a secret", () => {
    const { object } = plannedAt("scaleway_secret_version.s", { wanted: valuesOf({ data: "hunter2" }) });
    expect(object.attribute("data")).toEqual(new Marked("hunter2", { sensitive: true }));
  });

  test("as a whole see another object once it changes, and the same one after a move", () => {
    const moved = of({ existing: { ...existing, previousAddress: at("scaleway_k8s_pool.old") } });
    expect(moved.object.whole).toMatchObject({ key: "scaleway_k8s_pool.old" });
    expect(of({ existing, differences: [difference("size")] }).object.whole).not.toEqual(of({ existing }).object.whole);
  });
});

test("an attribute changes where it differs after the apply, and not where nothing does", () => {
  const changing = of({ existing, planned: valuesOf({ name: "p", size: 2 }), differences: [difference("size")] });
  expect(changing.changeOf("size")).toEqual({ kind: "changed" });
  expect(changing.changeOf("name")).toEqual({ kind: "same" });
  expect(of({ existing }).changeOf("size")).toEqual({ kind: "same" });
  expect(of({}).changeOf("size")).toEqual({ kind: "same" });
});

test("a prediction has what is known of both sides", () => {
  const replacements = [{ kind: "tainted" }] as const;
  const deployed = deployedAt(address, pool, { path: "stack/old", preventDestroy: true });
  expect(of({ existing: existingAt(address, pool, {}, deployed), replacements }).toPrediction()).toEqual({
    address,
    path: "stack/old",
    action: "replace",
    replacements,
    hidden: [],
    providerRecreations: [],
    preventDestroy: { before: true, after: { on: false } },
    forgetsOld: false,
    loosened: [],
    createBeforeDestroy: false,
  });
  const block = blockOf(at(address), {
    "//": { metadata: { path: "stack/new" } },
    lifecycle: { destroy: false, create_before_destroy: true },
  });
  expect(
    of({ existing: existingAt(address, pool, {}, deployed), block, protection: { on: true } }).toPrediction(),
  ).toMatchObject({
    createBeforeDestroy: true,
    forgetsOld: true,
    path: "stack/new",
    preventDestroy: { before: true, after: { on: true } },
  });
});

test("findings are about Scaleway's resources alone", () => {
  expect(plannedAt("scaleway_vpc.a").guarded).toBe(true);
  expect(plannedAt("terraform_data.a").guarded).toBe(false);
});
