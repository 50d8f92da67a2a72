import { readConfiguration } from "../../../lib/terraform/configuration/configuration";
import { RecreationInputError } from "../../../lib/terraform/errors";
import { CycleGuard } from "../../../lib/terraform/evaluation/cycle-guard";
import { Evaluation, once, type Repetition } from "../../../lib/terraform/evaluation/scope";
import { EvaluationError } from "../../../lib/terraform/language/errors";
import { TemplateCache } from "../../../lib/terraform/language/template";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";
import { Marked, OpaqueValue, type Value } from "../../../lib/terraform/values/value";

const resolver = {
  managed: (resource: string) => `the resource ${resource}`,
  data: (resource: string) => `the data source ${resource}`,
  module: (name: string) => `the module ${name}`,
};
const evaluationOf = (
  input: JsonObject,
  given?: (name: string) => Value | undefined,
  { prefix = "", folder = "", surroundings = {} } = {},
) =>
  new Evaluation(readConfiguration(input), resolver, {
    guard: new CycleGuard(),
    templates: new TemplateCache(),
    prefix,
    folder,
    surroundings,
    ...(given === undefined ? {} : { input: given }),
  });
const value = (json: Json, repetition: Repetition = once) => evaluationOf({}).json(json, repetition);

test("every text of JSON is a template, also as a key, and metadata is left out", () => {
  expect(value({ "${1 + 1}": ["${true}", null, 1], "//": "x", a: "b" })).toEqual(
    new Map<string, Value>([
      ["2", [true, null, 1]],
      ["a", "b"],
    ]),
  );
});

test.each([
  ["${scaleway_vpc.a}", "the resource scaleway_vpc.a"],
  ["${resource.scaleway_vpc.a}", "the resource scaleway_vpc.a"],
  ["${data.scaleway_vpc.a}", "the data source data.scaleway_vpc.a"],
  ["${module.m}", "the module m"],
])("%s stands for %s", (template, expected) => {
  expect(value(template)).toBe(expected);
});

test("count and each are those of the instance, and nothing without one", () => {
  expect(value("${count.index}", { count: 2 })).toBe(2);
  expect(value("${each.key}=${each.value}", { each: { key: "k", value: "v" } })).toBe("k=v");
  for (const template of ["${count.index}", "${each.key}"]) expect(value(template)).toBeInstanceOf(OpaqueValue);
});

test.each(["path.cwd", "terraform.workspace"])("%s is known to the machine alone", (name) => {
  expect(value(`\${${name}}`)).toEqual(new OpaqueValue(name, { origin: "machine-value" }));
});

test.each([
  ["path.root", ".", "."],
  ["path.module", ".", "modules/network"],
  ["terraform.workspace", "staging", "staging"],
])("%s is known in a root and in a module, once it is given", (name, inRoot, inModule) => {
  const surroundings = { workspace: "staging" };
  const of = (folder: string) => evaluationOf({}, undefined, { folder, surroundings }).json(`\${${name}}`);
  expect([of(""), of("modules/network")]).toEqual([inRoot, inModule]);
});

test("a value that is given beside the configuration is certain, of the variable's type, and the root's alone", () => {
  const surroundings = { variables: new Map<string, Json>([["size", "3"]]) };
  const input = { variable: { size: { type: "number", default: 1 }, other: { default: "x" } } };
  const root = evaluationOf(input, undefined, { surroundings });
  expect(root.json("${var.size}")).toBe(3);
  expect(root.json("${var.other}")).toEqual(new Marked("x", { fromVariableDefault: "other" }));
  const module = evaluationOf(input, () => undefined, { prefix: "module.m.", folder: "m", surroundings });
  expect(module.json("${var.size}")).toBe(1);
});

describe("a local", () => {
  test("may name others, and is evaluated once", () => {
    const evaluation = evaluationOf({ locals: { a: ["${local.b}"], b: "x" } });
    expect(evaluation.json("${local.a}")).toEqual(["x"]);
    expect(evaluation.json("${local.a}")).toBe(evaluation.json("${local.a}"));
  });

  test("that names itself is an error with the address of its module", () => {
    const evaluation = evaluationOf({ locals: { a: "${local.a}" } }, undefined, { prefix: "module.m." });
    expect(() => evaluation.json("${local.a}")).toThrow(
      new RecreationInputError("the configuration refers to itself: module.m.local.a -> module.m.local.a"),
    );
  });

  test("that there is not makes an expression opaque, which try can catch", () => {
    expect(value("${local.missing}")).toBeInstanceOf(OpaqueValue);
    expect(value('${try(local.missing, "x")}')).toBe("x");
  });
});

describe("a variable of the root", () => {
  const json = (template: string, block: JsonObject) => evaluationOf({ variable: { v: block } }).json(template);

  test("has its default, which may be overridden outside the files", () => {
    expect(json("${var.v}", { default: "d" })).toEqual(new Marked("d", { fromVariableDefault: "v" }));
    expect(json("${var.v}", { default: null })).toEqual(new Marked(null, { fromVariableDefault: "v" }));
  });

  test("without a default is known where Terraform runs", () => {
    expect(json("${var.v}", {})).toEqual(new OpaqueValue("var.v", { origin: "variable-not-set" }));
  });

  test("that is sensitive marks all that is made of it", () => {
    expect(json("x-${var.v}", { default: "d", sensitive: true })).toEqual(
      new Marked("x-d", { fromVariableDefault: "v", sensitive: true }),
    );
    expect(json("${var.v}", { sensitive: true })).toMatchObject({ marks: { sensitive: true } });
  });
});

describe("a variable of a module", () => {
  const variable: JsonObject = { variable: { v: { default: "d" }, secret: { sensitive: true }, none: {} } };

  test("has what the call gives, else its default, which nothing outside can override", () => {
    expect(evaluationOf(variable, () => "given").json("${var.v}")).toBe("given");
    expect(evaluationOf(variable, () => undefined).json("${var.v}")).toBe("d");
  });

  test("that is sensitive is a secret although the caller does not say so", () => {
    expect(evaluationOf(variable, () => "given").json("${var.secret}")).toEqual(
      new Marked("given", { sensitive: true }),
    );
  });

  test("that is not given is not that of another module", () => {
    expect(evaluationOf(variable, () => undefined, { prefix: "module.m." }).json("${var.none}")).toEqual(
      new OpaqueValue("module.m.var.none", { origin: "variable-not-set" }),
    );
  });
});

test("other names in a scope go before those of the configuration", () => {
  const evaluation = evaluationOf({ locals: { x: "local" } });
  const scope = evaluation.scope(once, new Map([["local", "other"]]));
  expect(scope.reference("local", ["x"])).toEqual(["other", 0]);
  expect(evaluation.scope(once).reference("local", ["x"])).toEqual(["local", 1]);
  expect(() => evaluation.scope(once).reference("scaleway_vpc", [])).toThrow(EvaluationError);
});

test("a value that locals double beyond a million parts is an error", () => {
  const doubling = (levels: number): JsonObject =>
    Object.fromEntries(
      Array.from({ length: levels }, (_, i) => [
        `l${i}`,
        i === 0 ? "x" : [`\${local.l${i - 1}}`, `\${local.l${i - 1}}`],
      ]),
    );
  expect(() => evaluationOf({ locals: doubling(30) }).json("${local.l29}")).toThrow("over a million parts");
  expect(() => evaluationOf({ locals: doubling(10) }).json("${local.l9}")).not.toThrow();
});
