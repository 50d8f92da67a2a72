import {
  labelled,
  providerConstraint,
  readConfiguration,
  type ResourceBlock,
} from "../../../lib/terraform/configuration/configuration";
import { RecreationInputError } from "../../../lib/terraform/errors";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";

function blockOf(body: JsonObject): ResourceBlock {
  const found = readConfiguration({ resource: { scaleway_vpc: { a: body } } }).resources.get("scaleway_vpc.a");
  if (found === undefined) throw new Error("expected a block");
  return found;
}

describe("a resource block", () => {
  test("is found by its address, whether blocks are objects or lists of them", () => {
    const [one, other] = [{ name: "a" }, { name: "b" }];
    for (const resource of [
      { scaleway_vpc: { a: one, b: other } },
      [{ scaleway_vpc: { a: one } }, { scaleway_vpc: [{ b: [other] }] }],
    ]) {
      const { resources } = readConfiguration({ resource });
      expect([...resources].map(([name, { address, body }]) => [name, address.type, body])).toEqual([
        ["scaleway_vpc.a", "scaleway_vpc", one],
        ["scaleway_vpc.b", "scaleway_vpc", other],
      ]);
    }
  });

  test("that says nothing of itself is as most are", () => {
    expect(blockOf({})).toMatchObject({
      path: undefined,
      dependsOn: [],
      provider: "scaleway",
      lifecycle: { preventDestroy: false, ignoreChanges: [], replaceTriggeredBy: [] },
    });
  });

  test("has addresses without the interpolation of older syntax", () => {
    const found = blockOf({ depends_on: ["${scaleway_vpc.b}"], provider: "${scaleway.ams}" });
    expect(found).toMatchObject({ dependsOn: ["scaleway_vpc.b"], provider: "scaleway.ams" });
  });

  test("has the construct path that CDKTF writes into its metadata", () => {
    expect(blockOf({ "//": { metadata: { path: "stack/vpc", uniqueId: "vpc" } } }).path).toBe("stack/vpc");
    expect(blockOf({ "//": "a comment" }).path).toBeUndefined();
  });

  test.each<[string, JsonObject, object]>([
    ["protection", { prevent_destroy: true }, { preventDestroy: true }],
    ["protection as text", { prevent_destroy: "true" }, { preventDestroy: true }],
    ["no protection", { prevent_destroy: false }, { preventDestroy: false }],
    ["what it ignores", { ignore_changes: ["tags", "${name}"] }, { ignoreChanges: ["tags", "name"] }],
    ["that it ignores all", { ignore_changes: "all" }, { ignoreChanges: "all" }],
    ["that it ignores all, in a list", { ignore_changes: ["all"] }, { ignoreChanges: "all" }],
    [
      "its triggers",
      { replace_triggered_by: ["scaleway_vpc.b.name"] },
      { replaceTriggeredBy: ["scaleway_vpc.b.name"] },
    ],
  ])("has a lifecycle with %s", (_, lifecycle, expected) => {
    expect(blockOf({ lifecycle }).lifecycle).toMatchObject(expected);
    expect(blockOf({ lifecycle: [lifecycle] }).lifecycle).toMatchObject(expected);
  });
});

test("every kind of block is read by its name", () => {
  const found = readConfiguration({
    "//": { metadata: {} },
    data: { scaleway_vpc: { a: { name: "v" } } },
    locals: [{ x: 1 }, { "//": "a comment", y: [2] }],
    variable: { plain: {}, secret: { default: null, sensitive: true } },
    module: { m: { source: "./m" } },
    output: { o: { value: "${local.x}", sensitive: true }, none: {} },
    provider: { scaleway: [{ region: "fr-par" }, { alias: "ams", region: "nl-ams" }] },
    moved: { from: "scaleway_vpc.a", to: "${scaleway_vpc.b}" },
    removed: [{ from: "scaleway_vpc.c" }, { from: "scaleway_vpc.d", lifecycle: { destroy: false } }],
    import: [{ to: "scaleway_vpc.e", id: "fr-par/1" }],
  });
  expect([...found.data.keys()]).toEqual(["data.scaleway_vpc.a"]);
  expect(Object.fromEntries(found.locals)).toEqual({ x: 1, y: [2] });
  expect(Object.fromEntries(found.variables)).toEqual({
    plain: { default: undefined, sensitive: false, nullable: true },
    secret: { default: null, sensitive: true, nullable: true },
  });
  expect(Object.fromEntries(found.modules)).toEqual({ m: { source: "./m" } });
  expect(Object.fromEntries(found.outputs)).toEqual({
    o: { value: "${local.x}", sensitive: true },
    none: { value: null, sensitive: false },
  });
  expect([...found.providers.keys()]).toEqual(["scaleway", "scaleway.ams"]);
  expect(found.moved).toEqual([{ from: "scaleway_vpc.a", to: "scaleway_vpc.b" }]);
  expect(found.removed).toEqual([
    { from: "scaleway_vpc.c", destroy: true },
    { from: "scaleway_vpc.d", destroy: false },
  ]);
  expect(Object.fromEntries(found.imports)).toEqual({ "scaleway_vpc.e": "fr-par/1" });
});

test.each<[string, unknown, string]>([
  ["a list", [], "before: expected an object, got a list"],
  ["a text", "x", "before: expected an object, got a string"],
  ["resources that are a number", { resource: 1 }, "resource: expected an object or a list of objects, got a number"],
  [
    "resources of a type that are a text",
    { resource: { t: "x" } },
    "resource.t: expected an object or a list of objects, got a string",
  ],
  [
    "a data source that is a flag",
    { data: { t: { a: true } } },
    "data.t.a: expected an object or a list of objects, got a boolean",
  ],
  ["a resource twice", { resource: [{ t: { a: {} } }, { t: { a: {} } }] }, "t.a is declared twice"],
  [
    "a lifecycle that is a text",
    { resource: { t: { a: { lifecycle: "x" } } } },
    "t.a.lifecycle: expected an object or a list of objects, got a string",
  ],
  [
    "depends_on of numbers",
    { resource: { t: { a: { depends_on: [1] } } } },
    "t.a.depends_on: expected addresses, got a number",
  ],
  [
    "ignore_changes of objects",
    { resource: { t: { a: { lifecycle: { ignore_changes: [{}] } } } } },
    "t.a.lifecycle.ignore_changes: expected addresses, got an object",
  ],
  ["a move from a number", { moved: [{ from: 1 }] }, "moved.from: expected an address, got a number"],
  [
    "a move of an attribute",
    { moved: [{ from: "t.a.id", to: "t.b" }] },
    'Invalid address: moved.from is "t.a.id", and names no resource or module',
  ],
  [
    "a data source that is removed",
    { removed: [{ from: "data.t.a" }] },
    'Invalid address: removed.from is "data.t.a", and names no resource or module',
  ],
  ["an import to nowhere", { import: { to: null } }, "import.to: expected an address, got null"],
  [
    "locals that are a list of strings",
    { locals: ["x"] },
    "locals: expected an object or a list of objects, got a string",
  ],
  [
    "a provider that is a text",
    { provider: { scaleway: "x" } },
    "provider.scaleway: expected an object or a list of objects, got a string",
  ],
])("%s is an exact error", (_, input, message) => {
  expect(() => readConfiguration(input, "before")).toThrow(new RecreationInputError(message));
});

test("metadata is no label", () => {
  expect(labelled({ "//": {}, a: [{ b: 1 }], c: [] }, "x")).toEqual([
    ["a", { b: 1 }],
    ["c", {}],
  ]);
});

test.each<[string, Json | undefined, string | undefined]>([
  ["in a block", { scaleway: { source: "scaleway/scaleway", version: ">= 2.0" } }, ">= 2.0"],
  ["as older syntax has it", { scaleway: "~> 2.1" }, "~> 2.1"],
  ["not at all", { scaleway: { source: "scaleway/scaleway" } }, undefined],
  ["of another provider alone", { aws: { version: "1" } }, undefined],
])("the version of the provider is required %s", (_, required, expected) => {
  expect(providerConstraint({ terraform: { required_providers: required } })).toBe(expected);
});
