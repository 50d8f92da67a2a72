import { findRecreations } from "../../../lib/recreation/find";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { configuration } from "../support";

const vpc = { name: "v" };
const vpcs = (...names: string[]): JsonObject => ({
  scaleway_vpc: Object.fromEntries(names.map((name) => [name, vpc])),
});
const find = (after: JsonObject, modules: object = {}) =>
  findRecreations({ before: configuration(vpcs("a")), after, surroundings: { after: { modules: modules as never } } });
const moved = (from: string, to: string): JsonObject => ({ moved: [{ from, to }] });
const removed = (from: string): JsonObject => ({ removed: [{ from, lifecycle: { destroy: false } }] });
const imported = (to: string): JsonObject => ({ import: [{ to, id: "fr-par/1" }] });
const inModule = (resource: JsonObject, more: JsonObject = {}) => ({
  m: { digest: "d", configuration: { resource, ...more } },
});
const call = (more: JsonObject = {}): JsonObject => ({ module: { m: { source: "./m", ...more } } });

describe("Terraform refuses, and so is it an error here", () => {
  test.each<[string, JsonObject, object, RegExp]>([
    [
      "a move of what is still there",
      configuration(vpcs("a", "b"), moved("scaleway_vpc.a", "scaleway_vpc.b")),
      {},
      /^Moved object still exists: .* starts at scaleway_vpc\.a,/,
    ],
    [
      "a move of an instance that is still there",
      configuration({ scaleway_vpc: { a: { ...vpc, count: 2 } } }, moved("scaleway_vpc.a[1]", "scaleway_vpc.a[5]")),
      {},
      /^Moved object still exists/,
    ],
    [
      "a move of a module that is still called",
      configuration({}, { ...call(), ...moved("module.m", "module.n") }),
      {},
      /^Moved object still exists/,
    ],
    [
      "a move of an instance of a module",
      configuration({}, { ...call({ count: 1 }), ...moved("module.m[0]", "module.m[3]") }),
      {},
      /^Moved object still exists/,
    ],
    [
      "a move in a module's file of what is still there",
      configuration({}, call()),
      inModule(vpcs("a", "b"), moved("scaleway_vpc.a", "scaleway_vpc.b")),
      /starts at module\.m\.scaleway_vpc\.a,/,
    ],
    [
      "an import to what a move starts at",
      configuration(vpcs("a"), { ...imported("scaleway_vpc.a"), ...moved("scaleway_vpc.a", "scaleway_vpc.z") }),
      {},
      /^Moved object still exists/,
    ],
    [
      "a move between two types",
      configuration({}, moved("scaleway_vpc.a", "scaleway_rdb_instance.a")),
      {},
      /^Move Resource State Not Supported: .* no scaleway_vpc into a scaleway_rdb_instance/,
    ],
    [
      "a move of a resource to a module",
      configuration({}, moved("scaleway_vpc.a", "module.m")),
      {},
      /^Invalid "moved" addresses/,
    ],
    [
      "a removed block for a type",
      configuration({}, removed("scaleway_vpc")),
      {},
      /^Invalid address: removed\.from is "scaleway_vpc"/,
    ],
    ["a removed block for nothing", configuration({}, removed("")), {}, /^Invalid address: removed\.from is ""/],
    [
      "an import to a type",
      configuration({}, imported("scaleway_vpc")),
      {},
      /^Invalid address: import\.to is "scaleway_vpc"/,
    ],
    [
      "a removed block for what is still there",
      configuration(vpcs("a"), removed("scaleway_vpc.a")),
      {},
      /^Removed resource still exists: .* names scaleway_vpc\.a,/,
    ],
    [
      "a removed block for a module that is still called",
      configuration({}, { ...call(), ...removed("module.m") }),
      {},
      /^Removed module still exists/,
    ],
    [
      "a removed block for one in a module",
      configuration({}, { ...call(), ...removed("module.m.scaleway_vpc.a") }),
      inModule(vpcs("a")),
      /^Removed resource still exists/,
    ],
    [
      "a removed block for an instance",
      configuration({}, removed("scaleway_vpc.a[0]")),
      {},
      /^Resource instance keys not allowed/,
    ],
    [
      "two imports to one address",
      configuration(vpcs("a"), {
        import: [
          { to: "scaleway_vpc.a", id: "fr-par/1" },
          { to: "scaleway_vpc.a", id: "fr-par/2" },
        ],
      }),
      {},
      /^Duplicate import configuration for scaleway_vpc\.a/,
    ],
    [
      "an import to what is not there",
      configuration({}, imported("scaleway_vpc.b")),
      {},
      /^Configuration for import target does not exist: .* names scaleway_vpc\.b,/,
    ],
  ])("%s", (_, after, modules, message) => {
    expect(() => find(after, modules)).toThrow(message);
  });
});

test("a removed block for one in a module with count is refused, and so is an import to an instance that is not there", () => {
  const counted = configuration({}, { ...call({ count: 1 }), ...removed("module.m.scaleway_vpc.a") });
  expect(() => find(counted, inModule(vpcs("a")))).toThrow("Removed resource still exists");
  const none = configuration({ scaleway_vpc: { b: { ...vpc, count: 0 } } }, imported("scaleway_vpc.b[0]"));
  expect(() => find(none)).toThrow("Configuration for import target does not exist");
});

describe("Terraform takes", () => {
  test.each<[string, JsonObject, object]>([
    ["a move of what is gone", configuration(vpcs("b"), moved("scaleway_vpc.a", "scaleway_vpc.b")), {}],
    ["a move to where nothing is", configuration({}, moved("scaleway_vpc.a", "scaleway_vpc.b")), {}],
    [
      "a move of an instance that is gone",
      configuration({ scaleway_vpc: { a: { ...vpc, count: 1 } } }, moved("scaleway_vpc.a[1]", "scaleway_vpc.a[0]")),
      {},
    ],
    [
      "a move into a key of its own",
      configuration(
        { scaleway_vpc: { a: { ...vpc, for_each: ["x"] } } },
        moved("scaleway_vpc.a", 'scaleway_vpc.a["x"]'),
      ),
      {},
    ],
    [
      "a move of instances that nobody can tell",
      configuration(
        { scaleway_vpc: { a: { ...vpc, count: "${var.n}" } } },
        { variable: { n: {} }, ...moved("scaleway_vpc.a[1]", "scaleway_vpc.a[0]") },
      ),
      {},
    ],
    [
      "a move out of a module that is not read",
      configuration(vpcs("a"), { ...call(), ...moved("module.m.scaleway_vpc.a", "scaleway_vpc.a") }),
      {},
    ],
    [
      "a move into a module, and on inside it",
      configuration({}, { ...call(), ...moved("scaleway_vpc.a", "module.m.scaleway_vpc.a") }),
      inModule(vpcs("b"), moved("scaleway_vpc.a", "scaleway_vpc.b")),
    ],
    [
      "a removed block beside a move of the same",
      configuration(vpcs("b"), { ...removed("scaleway_vpc.a"), ...moved("scaleway_vpc.a", "scaleway_vpc.b") }),
      {},
    ],
    [
      "an import into a module that is not read",
      configuration(vpcs("a"), { ...call(), ...imported("module.m.scaleway_vpc.b") }),
      {},
    ],
    [
      "imports of two addresses by one id",
      configuration(vpcs("a", "b"), {
        import: [
          { to: "scaleway_vpc.a", id: "1" },
          { to: "scaleway_vpc.b", id: "1" },
        ],
      }),
      {},
    ],
  ])("%s", (_, after, modules) => {
    expect(() => find(after, modules)).not.toThrow();
  });

  test("a chain through a module, which moves the object and destroys nothing", () => {
    const after = configuration({}, { ...call(), ...moved("scaleway_vpc.a", "module.m.scaleway_vpc.a") });
    expect(find(after, inModule(vpcs("b"), moved("scaleway_vpc.a", "scaleway_vpc.b")))).toEqual([]);
  });
});
