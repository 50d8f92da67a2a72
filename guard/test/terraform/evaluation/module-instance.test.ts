import type { ModuleFiles } from "../../../lib/terraform/configuration/module-files";
import { RecreationInputError } from "../../../lib/terraform/errors";
import type { ModuleInstance } from "../../../lib/terraform/evaluation/module-instance";
import { EvaluationError } from "../../../lib/terraform/language/errors";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { Marked, OpaqueValue } from "../../../lib/terraform/values/value";
import { moduleAt } from "../addresses/at";
import { blockAt, rootOf } from "./modules";

const files: ModuleFiles = {
  "modules/network": {
    digest: "network",
    configuration: {
      variable: { name: {} },
      resource: { scaleway_vpc: { v: { name: "${var.name}" } } },
      output: {
        name: { value: "the ${var.name}" },
        id: { value: "${scaleway_vpc.v.id}" },
        token: { value: "t", sensitive: true },
      },
      module: { inner: { source: "../inner" } },
    },
  },
  "modules/inner": { digest: "inner", configuration: { locals: {} } },
  "modules/hcl": { digest: "hcl" },
};
const calling = (body: JsonObject, more: JsonObject = {}): ModuleInstance =>
  rootOf({ module: { m: { source: "./modules/network", name: "n", ...body } }, ...more }, { modules: files });
const addresses = (root: ModuleInstance): string[] =>
  [...root.withDescendants()].map(({ address }) => address.toString());

describe("the modules of a configuration", () => {
  test("are those whose files are there, with those that they call", () => {
    expect(addresses(calling({}))).toEqual(["", "module.m", "module.m.module.inner"]);
    expect(addresses(calling({ source: "./modules/hcl" }))).toEqual([""]);
    expect(addresses(calling({ source: "registry/module" }))).toEqual([""]);
  });

  test("have an instance for each key", () => {
    expect(addresses(calling({ for_each: { "a.b": 1 } }))).toEqual([
      "",
      'module.m["a.b"]',
      'module.m["a.b"].module.inner',
    ]);
    expect(addresses(calling({ count: 0 }))).toEqual([""]);
  });

  test.each<[string, JsonObject, string, string]>([
    ["there", {}, "module.m.module.inner", "module.m.module.inner"],
    ["gone with its call", {}, "module.other", "gone"],
    ["gone with its key", { count: 1 }, "module.m[1]", "gone"],
    ["not read", { source: "./modules/hcl" }, "module.m", "not read"],
    ["gone with its key although it is not read", { source: "./modules/hcl", count: 1 }, "module.m[1]", "gone"],
  ])("are looked up: one is %s", (_, body, address, expected) => {
    const found = calling(body).find(moduleAt(address).steps);
    expect(typeof found === "string" ? found : found.address.toString()).toBe(expected);
  });

  test("that call themselves are an exact error", () => {
    const loop = { "modules/network": { digest: "", configuration: { module: { again: { source: "../network" } } } } };
    const root = rootOf({ module: { m: { source: "./modules/network" } } }, { modules: loop });
    expect(() => addresses(root)).toThrow(
      new RecreationInputError("module.m: the module in modules/network calls itself"),
    );
  });
});

describe("a reference to a module", () => {
  const value = (template: string, body: JsonObject = {}) => calling(body).evaluation.json(template);

  test("is an output, evaluated with what the call gives", () => {
    expect(value("${module.m.name}")).toBe("the n");
    expect(value("${module.m.id}")).toEqual(new OpaqueValue("module.m.scaleway_vpc.v.id"));
    expect(value('${module.m["a"].name}', { for_each: ["a"], name: "${each.key}" })).toBe("the a");
  });

  test("is a secret where the output is one", () => {
    expect(value("${module.m.token}")).toEqual(new Marked("t", { sensitive: true }));
  });

  test("to an output or a module that there is not is opaque", () => {
    expect(value("${module.m.missing}")).toBeInstanceOf(OpaqueValue);
    expect(() => calling({}).module("missing")).toThrow(new EvaluationError("module.missing is not declared"));
  });

  test("that is not read depends on all that it is given", () => {
    const unread = (body: JsonObject) => value("${module.m.id}", { source: "./modules/hcl", ...body });
    expect(unread({})).toMatchObject({ origin: "module-not-read" });
    expect(unread({})).toEqual(unread({}));
    expect(unread({})).not.toEqual(unread({ name: "other" }));
  });
});

describe("calls that are not read", () => {
  const digestOf = (body: JsonObject, of: ModuleFiles = files, salt = "s") =>
    rootOf({ module: { m: { source: "./modules/hcl", ...body } } }, { modules: of })
      .unreadCalls(salt)
      .get(moduleAt("module.m"));

  test("have another digest for other inputs, other files and another stack", () => {
    const before = digestOf({});
    expect(digestOf({})).toBe(before);
    expect(digestOf({ name: "x" })).not.toBe(before);
    expect(digestOf({}, { "modules/hcl": { digest: "other" } })).not.toBe(before);
    expect(digestOf({}, files, "other")).not.toBe(before);
  });

  test("are none of those that are read", () => {
    expect([...calling({}).unreadCalls("s")]).toEqual([]);
  });
});

test("the provider of a resource is found through the calls of its module", () => {
  const inner = (body: JsonObject, own: JsonObject = {}): ModuleInstance => {
    const of = { "modules/network": { digest: "", configuration: { provider: own } } };
    const found = rootOf({ module: { m: { source: "./modules/network", ...body } } }, { modules: of }).find([
      { name: "m", key: undefined },
    ]);
    if (typeof found === "string") throw new Error("expected a module");
    return found;
  };
  expect(inner({}).providerOf("scaleway")).toBe("scaleway");
  expect(inner({ providers: { scaleway: "${scaleway.ams}" } }).providerOf("scaleway")).toBe("scaleway.ams");
  expect(inner({}, { scaleway: {} }).providerOf("scaleway")).toBe("module.m.scaleway");
  expect(inner({}).providerOf("scaleway.ams")).toBe("module.m.scaleway.ams");
});

test("resources that are counted are referred to as a list", () => {
  const root = rootOf({ resource: { scaleway_vpc: { v: { count: 2 } } } });
  expect(root.evaluation.json("${scaleway_vpc.v[1].id}")).toEqual(new OpaqueValue("scaleway_vpc.v[1].id"));
  expect(root.expansion(blockAt(root, "scaleway_vpc.v")).instances).toHaveLength(2);
});

test("what a call waits for is known with the module that has it", () => {
  const found = calling({ depends_on: ["scaleway_vpc.a"] }).find(moduleAt("module.m.module.inner").steps);
  if (typeof found === "string") throw new Error("expected a module");
  const waits = [...found.callDependencies()].map(({ module, names }) => [module.address, names]);
  expect(waits).toEqual([
    ["module.m", []],
    ["", ["scaleway_vpc.a"]],
  ]);
});

test("null is a value of a variable, and stands for the default only where the variable is not nullable", () => {
  const inside = (nullable: object) => ({
    variable: { v: { default: "a", ...nullable } },
    output: { o: { value: '${var.v == null ? "nothing" : var.v}' } },
  });
  const valueIn = (nullable: object): unknown =>
    rootOf(
      { module: { m: { source: "./m", v: null } } },
      { modules: { m: { configuration: inside(nullable), digest: "" } } },
    ).evaluation.json("${module.m.o}");
  expect(valueIn({})).toBe("nothing");
  expect(valueIn({ nullable: false })).toBe("a");
});
