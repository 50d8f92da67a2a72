import type { Attribute } from "../../../lib/provider/behaviour/behaviour";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { AttributeEntry } from "../../../lib/provider/tables/behaviour";
import { difference, type UnsetValues } from "../../../lib/recreation/diff/difference";
import { Marked, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { at, pathTo } from "../../terraform/addresses/at";

function attribute(name: string, entry: AttributeEntry = { type: "string" }, children: Attribute[] = []): Attribute {
  return {
    ...entry,
    name,
    path: name,
    equivalence: undefined,
    children: new Map(children.map((each) => [each.name, each])),
  };
}
const key = attribute("key");
const computed = attribute("made_up", { type: "string", computed: true });
const blockOf = (block: string, more: AttributeEntry = {}): Attribute =>
  attribute("b", { block, ...more }, [key, attribute("size", { type: "number", default: 1 }), computed]);

/** What was left out has its default, or what the provider chose, by its path. */
const usual: UnsetValues = {
  unset: ({ default: byDefault, computed: chosen }, path) =>
    byDefault ?? (chosen === true ? new OpaqueValue(path.toString()) : null),
};
/** What was left out is its default or nothing. */
const known: UnsetValues = { unset: ({ default: byDefault }) => byDefault ?? null };

/** Objects as the maps that stand for them. */
function value(part: unknown): Value {
  if (Array.isArray(part)) return part.map(value);
  const plain = typeof part === "object" && part !== null && Object.getPrototypeOf(part) === Object.prototype;
  if (!plain) return part as Value;
  return new Map(Object.entries(part).map(([name, inner]): [string, Value] => [name, value(inner)]));
}

/** Differences as `path outcome`. */
const differences = (of: Attribute, prior: unknown, wanted: unknown, unsetValues = known): string[] =>
  difference(of, pathTo(of.name), value(prior), value(wanted), unsetValues).differences.map(
    ({ path, outcome }) => `${path} ${outcome.kind}`,
  );

describe("an attribute", () => {
  test("that changes is one difference, with both values", () => {
    const found = difference(key, pathTo("key"), "a", "b", known);
    expect(found).toEqual({
      differences: [{ path: "key", attribute: key, outcome: { kind: "changed" }, before: "a", after: "b" }],
      planned: "b",
    });
    expect(differences(key, "a", "a")).toEqual([]);
  });

  test("that is left out becomes its default, where it has one", () => {
    const size = attribute("size", { type: "number", default: 1 });
    expect(differences(size, 2, null)).toEqual(["size changed"]);
    expect(differences(size, 1, null)).toEqual([]);
  });

  test("that the provider may choose stays what it is when it is left out or empty, and no other does", () => {
    expect(differences(computed, "a", null)).toEqual([]);
    expect(differences(computed, "a", "")).toEqual([]);
    expect(differences({ ...computed, distinguishesNull: true }, "a", "")).toEqual(["made_up changed"]);
    expect(differences(key, "a", null)).toEqual(["key changed"]);
  });

  test("that is left out, but may become unknown, is compared", () => {
    const pending = new Marked(null, { mayBecomeUnknown: at("t.b") });
    expect(differences(computed, null, pending)).toEqual(["made_up uncertain"]);
    expect(difference(computed, pathTo("made_up"), "a", null, known).planned).toBe("a");
  });

  test("is planned as the value that says more", () => {
    const opaque = new OpaqueValue("x", { inherited: "fr-par" });
    expect(difference(key, pathTo("key"), opaque, "fr-par", known)).toEqual({ differences: [], planned: "fr-par" });
    const spelt = { ...key, equivalence: (a: string, b: string) => a.toLowerCase() === b.toLowerCase() };
    expect(difference(spelt, pathTo("key"), "A", "a", known)).toEqual({ differences: [], planned: "A" });
  });
});

describe("a list of blocks", () => {
  const list = blockOf("list");

  test.each<[string, unknown, unknown, string[]]>([
    ["the same", [{ key: "a" }], [{ key: "a" }], []],
    ["a default written out", [{ key: "a", size: 1 }], [{ key: "a" }], []],
    ["another value inside", [{ key: "a" }, { key: "b" }], [{ key: "a" }, { key: "c" }], ["b[1].key changed"]],
    [
      "another order",
      [{ key: "a" }, { key: "b" }],
      [{ key: "b" }, { key: "a" }],
      ["b[0].key changed", "b[1].key changed"],
    ],
    ["a block more", [{ key: "a" }], [{ key: "a" }, { key: "b" }], ["b[1].key changed", "b changed"]],
    ["a block less", [{ key: "a", made_up: "x" }], [], ["b[0].key changed", "b changed"]],
    ["a block more that sets nothing", [], [{}], ["b changed"]],
  ])("compares by place: %s", (_, prior, wanted, expected) => {
    expect(differences(list, prior, wanted)).toEqual(expected);
  });

  test("that the provider may choose stays what it is when it is left out", () => {
    expect(differences(blockOf("list", { computed: true }), [{ key: "a" }], null)).toEqual([]);
    expect(differences(list, [{ key: "a" }], null)).toEqual(["b[0].key changed", "b changed"]);
  });

  test("takes what was left out of a block for what the unset values say, by its path", () => {
    const asked: string[] = [];
    const unsetValues: UnsetValues = {
      unset: (_, path) => {
        asked.push(path.toString());
        return null;
      },
    };
    differences(list, [{ key: "a", size: 1 }], [{ key: "a" }], unsetValues);
    expect(asked).toEqual(["b[0].made_up"]);
    expect(differences(list, [{ key: "a", size: 1 }], [{ key: "a", size: 1, made_up: "x" }], usual)).toEqual([
      "b[0].made_up uncertain",
    ]);
  });

  test("of which nothing is known is unknown, or in doubt, as a whole", () => {
    expect(differences(list, [{ key: "a" }], new Unknown(at("t.b")))).toEqual(["b unknown"]);
    expect(differences(list, [{ key: "a" }], new OpaqueValue("x"))).toEqual(["b uncertain"]);
    expect(differences(list, new OpaqueValue("x"), new OpaqueValue("x"))).toEqual([]);
  });

  test("that the provider chose is in doubt in all that is set now", () => {
    const found = differences(list, new OpaqueValue("x", { origin: "provider-chosen" }), [{ key: "a" }]);
    expect(found).toEqual(["b uncertain", "b[0].key uncertain"]);
  });

  test("a new block may have its value from a variable, or after the apply", () => {
    const variable = new Marked("a", { fromVariableDefault: "v" });
    expect(differences(list, [], [{ key: variable }])).toEqual(["b[0].key uncertain", "b changed"]);
    expect(differences(list, [], [{ key: new Unknown(at("t.b")) }])).toEqual(["b[0].key unknown", "b changed"]);
  });

  test("is planned with all that is known of each block", () => {
    const prior = value([{ key: "a", size: 1, made_up: "x" }]);
    expect(difference(list, pathTo("b"), prior, value([{ key: "b" }]), known).planned).toEqual(
      value([{ key: "b", size: 1, made_up: "x" }]),
    );
  });
});

describe("a set of blocks", () => {
  const set = blockOf("set");

  test.each<[string, unknown, unknown, string[]]>([
    ["another order", [{ key: "a" }, { key: "b" }], [{ key: "b" }, { key: "a" }], []],
    ["a block twice", [{ key: "a" }], [{ key: "a" }, { key: "a" }], []],
    ["a block twice, once with what is set to nothing", [{}], [{ made_up: "" }, { made_up: null }, {}], []],
    ["an empty block more", [{ key: "a" }], [{ key: "a" }, { made_up: "" }], ["b.made_up unknown", "b changed"]],
    ["another block", [{ key: "a" }], [{ key: "b" }], ["b.key changed", "b.made_up unknown", "b.key changed"]],
    ["a block less", [{ key: "a" }, { key: "b" }], [{ key: "b" }], ["b.key changed", "b changed"]],
  ])("compares without places: %s", (_, prior, wanted, expected) => {
    expect(differences(set, prior, wanted)).toEqual(expected);
  });

  test("pairs a block with one that may be the same, once there is none that is", () => {
    expect(differences(set, [{ key: new OpaqueValue("x") }, { key: "a" }], [{ key: "a" }, { key: "b" }])).toEqual([
      "b.key uncertain",
    ]);
  });
});

test("a single block has no index in its paths", () => {
  expect(differences(blockOf("single"), { key: "a" }, { key: "b" })).toEqual(["b.key changed"]);
  expect(differences(blockOf("single"), [{ key: "a" }], { key: "a" })).toEqual([]);
});

test("blocks in blocks have the path of both", () => {
  const outer = newestRelease.behaviourOf("scaleway_datalab").attribute("main");
  const prior = { node_type: "a", root_volume: { size: 1 } };
  expect(differences(outer, prior, { node_type: "b", root_volume: { size: 2 } })).toEqual([
    "main.node_type changed",
    "main.root_volume.size changed",
  ]);
});
