import { RecreationInputError } from "../../../lib/terraform/errors";
import { entryAddress, partAt, readPlan } from "../../../lib/terraform/plan/plan-json";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";
import { pathTo } from "../addresses/at";

const entry = (change: JsonObject, more: JsonObject = {}): JsonObject => ({
  address: "scaleway_vpc.a",
  mode: "managed",
  type: "scaleway_vpc",
  change: { actions: ["no-op"], ...change },
  ...more,
});
const changeOf = (change: JsonObject, more: JsonObject = {}) =>
  readPlan({ resource_changes: [entry(change, more)] }).changes[0];

test("a change has the values of both sides, and why and by what it replaces", () => {
  const change = {
    actions: ["delete", "create"],
    before: { region: "fr-par" },
    after: { region: "nl-ams" },
    after_unknown: { id: true },
    before_sensitive: false,
    after_sensitive: {},
    replace_paths: [["region"], ["private_network", 0, "zone"], [true], "x"],
  };
  expect(changeOf(change, { action_reason: "replace_because_cannot_update" })).toEqual({
    address: "scaleway_vpc.a",
    actions: ["delete", "create"],
    reason: "replace_because_cannot_update",
    deposed: false,
    replacePaths: ["region", "private_network[0].zone"],
    before: { region: "fr-par" },
    after: { region: "nl-ams" },
    afterUnknown: { id: true },
    beforeSensitive: false,
    afterSensitive: {},
  });
});

test("what a change does not say is null, or nothing", () => {
  expect(changeOf({})).toMatchObject({
    reason: undefined,
    deposed: false,
    replacePaths: [],
    before: null,
    after: null,
  });
  expect(changeOf({}, { mode: "data", deposed: "00000001" })).toMatchObject({
    address: "data.scaleway_vpc.a",
    deposed: true,
  });
});

test.each<[JsonObject, boolean]>([
  [{ complete: true, errored: false }, true],
  [{}, true],
  [{ complete: false }, false],
  [{ complete: true, errored: true }, false],
])("a plan with %j covers everything: %p", (more, complete) => {
  expect(readPlan({ resource_changes: [], ...more }).complete).toBe(complete);
});

test("a plan without changes is told from what is no plan", () => {
  expect(readPlan({ planned_values: {} }).changes).toEqual([]);
  expect(readPlan({ errored: true }).changes).toEqual([]);
  expect(() => readPlan({ format_version: "1.2" })).toThrow(
    new RecreationInputError("the plan: expected the output of `terraform show -json` of a plan"),
  );
});

test("what is put off and the root of the configuration are read", () => {
  const plan = readPlan({
    resource_changes: [],
    deferred_changes: [{ reason: "unknown", resource_change: { address: "scaleway_vpc.b" } }],
    configuration: { root_module: { resources: [] } },
  });
  expect(plan.deferred).toEqual(["scaleway_vpc.b"]);
  expect(plan.configuration).toEqual({ resources: [] });
});

test("what is put off before its keys are known is all instances", () => {
  const deferredAt = (address: string) =>
    readPlan({ resource_changes: [], deferred_changes: [{ resource_change: { address } }] }).deferred;
  expect(deferredAt("module.m[*].scaleway_vpc.b[*]")).toEqual(["module.m.scaleway_vpc.b"]);
  expect(deferredAt('module.m["a"].scaleway_vpc.b["[*]"]')).toEqual(['module.m["a"].scaleway_vpc.b["[*]"]']);
});

test.each<[string, unknown, string]>([
  ["null", null, "the plan: expected an object, got null"],
  [
    "changes that are no list",
    { resource_changes: {}, errored: true },
    "the plan's resource_changes: expected a list of objects, got an object",
  ],
  ["a change without an address", { resource_changes: [{}] }, "the plan: a resource change has no address"],
  [
    "a change at no address",
    { resource_changes: [{ address: "a" }] },
    'the plan: expected the address of a resource, got "a"',
  ],
  [
    "a change of a wrong type",
    { resource_changes: [{ address: "t.a", change: [] }] },
    "the plan's t.a: expected a change",
  ],
  [
    "actions of a wrong type",
    { resource_changes: [{ address: "t.a", change: { actions: "create" } }] },
    "the plan's t.a: expected a list of actions",
  ],
])("%s is an exact error", (_, plan, message) => {
  expect(() => readPlan(plan)).toThrow(new RecreationInputError(message));
});

test("an entry has an address", () => {
  expect(() => entryAddress(undefined)).toThrow(RecreationInputError);
});

test.each<[string, Json, string, Json]>([
  ["a value", { a: [{ b: 1 }] }, "a[0].b", 1],
  ["a mark on the whole", { a: true }, "a[0].b", true],
  ["no mark", { a: false }, "a[0].b", null],
  ["nothing", { a: [] }, "a[0].b", null],
  ["no more than what is written", {}, "constructor", null],
])("at a path there is %s", (_, value, path, expected) => {
  expect(partAt(value, pathTo(path))).toEqual(expected);
});
