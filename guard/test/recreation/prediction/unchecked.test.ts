import { predict } from "../../../lib/recreation/prediction/predict";
import { uncheckedModules } from "../../../lib/recreation/prediction/unchecked";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration } from "../support";
import { predictorOf } from "./planning";

const call = (body: JsonObject, more: JsonObject = {}, resource: JsonObject = {}) =>
  configuration(resource, { module: { m: { source: "./m", ...body } }, ...more });
const read = { m: { digest: "a", configuration: { resource: { scaleway_vpc: { v: {} } } } } };
const hcl = (digest: string) => ({ m: { digest } });
const unchecked = (input: Parameters<typeof predictorOf>[0]) =>
  uncheckedModules(predictorOf(input)).map(({ subject, gone, because }) => {
    expect(because).toEqual({ reason: "module-not-read", about: subject });
    return `${subject}${gone ? " gone" : ""}`;
  });

test.each<[string, Parameters<typeof predictorOf>[0]]>([
  ["nothing of it changes", { before: call({}), after: call({}) }],
  [
    "its files stay the same",
    {
      before: call({}),
      after: call({}),
      surroundings: { before: { modules: hcl("a") }, after: { modules: hcl("a") } },
    },
  ],
  [
    "it is read on both sides",
    { before: call({}), after: call({ x: 1 }), surroundings: { before: { modules: read }, after: { modules: read } } },
  ],
  ["it is new", { before: configuration({}), after: call({}) }],
])("a module is not unchecked where %s", (_, input) => {
  expect(unchecked(input)).toEqual([]);
});

test.each<[string, Parameters<typeof predictorOf>[0]]>([
  ["its inputs are others", { before: call({}), after: call({ name: "x" }) }],
  [
    "its files are others",
    {
      before: call({}),
      after: call({}),
      surroundings: { before: { modules: hcl("a") }, after: { modules: hcl("b") } },
    },
  ],
  [
    "it can be read only now",
    { before: call({}), after: call({}), surroundings: { before: { modules: hcl("a") }, after: { modules: read } } },
  ],
  [
    "it could be read only before",
    { before: call({}), after: call({}), surroundings: { before: { modules: read }, after: { modules: hcl("a") } } },
  ],
])("a module is unchecked where %s", (_, input) => {
  expect(unchecked(input)).toEqual(["module.m"]);
});

test("a module that goes is a loss of unknown size, unless a state names each object in it", () => {
  const input = { before: call({}), after: configuration({}) };
  expect(unchecked(input)).toEqual(["module.m gone"]);
  expect(unchecked({ ...input, state: { version: 4, resources: [] } })).toEqual([]);
});

test("a module that is renamed is followed, and is unchecked only where something else changes", () => {
  const renamed = (body: JsonObject) =>
    configuration({}, { module: { n: { source: "./m", ...body } }, moved: [{ from: "module.m", to: "module.n" }] });
  expect(unchecked({ before: call({}), after: renamed({}) })).toEqual([]);
  expect(unchecked({ before: call({}), after: renamed({ name: "x" }) })).toEqual(["module.n"]);
});

test("a module is unchecked where objects move into it or out of it", () => {
  const outside = { scaleway_vpc: { v: {} } };
  const move = (from: string, to: string) => ({ moved: [{ from, to }] });
  const into = call({}, move("scaleway_vpc.v", "module.m.scaleway_vpc.v"));
  expect(unchecked({ before: call({}, {}, outside), after: into })).toEqual(["module.m"]);
  const out = call({}, move("module.m.scaleway_vpc.v", "scaleway_vpc.v"), outside);
  expect(unchecked({ before: call({}), after: out })).toEqual(["module.m"]);
});

describe("instances of a module that is not read", () => {
  const moved = { moved: [{ from: "module.m[0]", to: "module.m" }] };
  const inside = (module: string): object => ({
    version: 4,
    resources: [
      { module, mode: "managed", type: "scaleway_rdb_database", name: "d", instances: [{ attributes: { name: "d" } }] },
    ],
  });

  test("are followed to where a moved block says that they are", () => {
    expect(unchecked({ before: call({ count: 1 }), after: call({}, moved) })).toEqual([]);
    const input = { before: call({ count: 1 }), after: call({}, moved), state: inside("module.m[0]") };
    expect(unchecked(input)).toEqual([]);
    expect(predict(predictorOf(input).input).deletions).toEqual([]);
  });

  test("go without one", () => {
    expect(unchecked({ before: call({ count: 1 }), after: call({}) })).toEqual(["module.m[0] gone"]);
    const input = { before: call({ count: 1 }), after: call({}), state: inside("module.m[0]") };
    expect(predict(predictorOf(input).input).deletions).toMatchObject([
      { address: "module.m[0].scaleway_rdb_database.d", action: "destroy" },
    ]);
  });

  test("go one by one, and the others stay as they are", () => {
    expect(unchecked({ before: call({ count: 3 }), after: call({ count: 2 }) })).toEqual(["module.m[2] gone"]);
    expect(unchecked({ before: call({ count: 2 }), after: call({ count: 3 }) })).toEqual([]);
    expect(unchecked({ before: call({ for_each: ["a", "b"] }), after: call({ for_each: ["a"] }) })).toEqual([
      'module.m["b"] gone',
    ]);
  });

  test("are each unchecked where what they are given changes", () => {
    const named = (...names: string[]) =>
      call({ count: 2, name: "${local.names[count.index]}" }, { locals: { names } });
    expect(unchecked({ before: named("a", "b"), after: named("a", "c") })).toEqual(["module.m[1]"]);
  });

  test("are one where nothing tells how many there are", () => {
    const open = (body: JsonObject) => call({ count: "${var.n}", ...body }, { variable: { n: {} } });
    expect(unchecked({ before: open({}), after: open({}) })).toEqual([]);
    expect(unchecked({ before: open({}), after: open({ name: "x" }) })).toEqual(["module.m"]);
  });
});
