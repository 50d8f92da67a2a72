import { RecreationInputError } from "../../../lib/terraform/errors";
import { readState } from "../../../lib/terraform/state/state";
import { state } from "../../recreation/support";
import { at } from "../addresses/at";

const file = (...resources: object[]) => readState({ version: 4, resources });
const vpc = { mode: "managed", type: "scaleway_vpc", name: "a" };

describe("a state file", () => {
  test("holds an object for each instance, by its address", () => {
    const found = readState(
      state({ "scaleway_vpc.a": { name: "v" }, "scaleway_vpc.b[0]": {}, 'scaleway_vpc.c["k.l"]': {} }),
    );
    expect([...found.managed.keys()]).toEqual(["scaleway_vpc.a", "scaleway_vpc.b[0]", 'scaleway_vpc.c["k.l"]']);
    expect(found.managed.get(at("scaleway_vpc.a"))).toEqual({
      address: "scaleway_vpc.a",
      skipDestroy: false,
      provider: undefined,
      secrets: new Set(),
      values: new Map([["name", "v"]]),
      tainted: false,
    });
  });

  test("holds data sources beside them, and objects in modules", () => {
    const found = file(
      { ...vpc, mode: "data", instances: [{ attributes: { id: "1" } }] },
      { ...vpc, module: 'module.m["x"]', instances: [{ index_key: 1, attributes: {} }] },
    );
    expect([...found.data.keys()]).toEqual(["data.scaleway_vpc.a"]);
    expect([...found.managed.keys()]).toEqual(['module.m["x"].scaleway_vpc.a[1]']);
  });

  test("marks what is tainted, and keeps what is deposed apart from what is there", () => {
    const found = file({
      ...vpc,
      instances: [
        { attributes: { name: "new" }, status: "tainted" },
        { attributes: { name: "old" }, deposed: "00000001" },
      ],
    });
    expect(found.deposed).toEqual(["scaleway_vpc.a"]);
    expect(found.managed.get(at("scaleway_vpc.a"))).toMatchObject({
      tainted: true,
      values: new Map([["name", "new"]]),
    });
  });

  test("unwraps values of any type, which carry their type", () => {
    const attributes = { input: { value: "x", type: "string" }, triggers_replace: { value: null, type: "string" } };
    const found = file({ mode: "managed", type: "terraform_data", name: "t", instances: [{ attributes }] });
    expect(found.managed.get(at("terraform_data.t"))?.values).toEqual(
      new Map([
        ["input", "x"],
        ["triggers_replace", null],
      ]),
    );
  });
});

test("the output of terraform show holds the same, in modules of modules", () => {
  const resource = (address: string, more: object = {}) => ({ ...vpc, address, values: { name: "v" }, ...more });
  const values = {
    root_module: {
      resources: [resource("scaleway_vpc.a", { index: 0, tainted: true }), resource("x", { deposed_key: "1" })],
      child_modules: [
        { address: "module.m", child_modules: [{ address: "module.m.module.n", resources: [resource("x")] }] },
      ],
    },
  };
  for (const shown of [{ format_version: "1.0", values }, { prior_state: { values } }]) {
    const found = readState(shown);
    expect([...found.managed.keys()]).toEqual(["scaleway_vpc.a[0]", "module.m.module.n.scaleway_vpc.a"]);
    expect(found.managed.get(at("scaleway_vpc.a[0]"))?.tainted).toBe(true);
    expect(found.deposed).toEqual(["scaleway_vpc.a"]);
  }
});

test("an address that is none is an exact error", () => {
  expect(() => file({ ...vpc, module: "m", instances: [{ attributes: {} }] })).toThrow(
    new RecreationInputError('expected the address of a module, got "m"'),
  );
  expect(() => file({ ...vpc, name: "a.b", instances: [{ attributes: {} }] })).toThrow(
    new RecreationInputError('the state: expected the type and name of a resource, got "scaleway_vpc" and "a.b"'),
  );
});

test("an empty state is told from what is none", () => {
  expect(readState({ format_version: "1.0" }).managed.size).toBe(0);
  expect(readState({ version: 4 }).managed.size).toBe(0);
  expect(() => readState({ version: 3 })).toThrow(RecreationInputError);
});

test.each<[string, unknown, string]>([
  ["a list", [], "the state: expected an object, got a list"],
  ["an object", {}, "the state: expected a state file of version 4 or the output of `terraform show -json`"],
  [
    "resources that are an object",
    { version: 4, resources: {} },
    "the state's resources: expected a list of objects, got an object",
  ],
  [
    "instances that are texts",
    { version: 4, resources: [{ ...vpc, instances: ["x"] }] },
    "the state's instances: expected a list of objects, got a list",
  ],
  [
    "a resource without a name",
    { version: 4, resources: [{ type: "t", instances: [{}] }] },
    "the state: a resource has no type or no name",
  ],
  [
    "attributes that are a text",
    { version: 4, resources: [{ ...vpc, instances: [{ attributes: "x" }] }] },
    "the state's scaleway_vpc.a: expected attributes",
  ],
  ["a module that is a text", { values: { root_module: "x" } }, "the state's module: expected an object, got a string"],
])("%s is an exact error", (_, input, message) => {
  expect(() => readState(input)).toThrow(new RecreationInputError(message));
});
