import { RecreationInputError } from "../../../lib/terraform/errors";
import { expand, repeatsOf, single } from "../../../lib/terraform/evaluation/expansion";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";
import { OpaqueValue, Unknown } from "../../../lib/terraform/values/value";
import { at } from "../addresses/at";
import { evaluationOf } from "./modules";

const evaluation = evaluationOf({
  locals: { keys: ["b", "a", "b"], map: { x: 1, y: 2 } },
  variable: { n: { default: 2 }, open: {} },
  resource: { scaleway_vpc: { v: {} } },
});
const expanded = (body: JsonObject) => expand(at("t.a"), body, evaluation);

test.each<[JsonObject, string]>([
  [{}, "no"],
  [{ count: null, for_each: null }, "no"],
  [{ lifecycle: { prevent_destroy: true } }, "no"],
  [{ lifecycle: { enabled: null } }, "no"],
  [{ count: 0 }, "count"],
  [{ for_each: {} }, "for_each"],
  [{ lifecycle: [{ enabled: true }] }, "enabled"],
])("%j repeats: %p", (body, expected) => {
  expect(repeatsOf(at("t.a"), body)).toBe(expected);
  if (expected === "no") expect(expanded(body)).toBe(single);
});

describe("enabled", () => {
  test.each<[Json, number]>([
    [true, 1],
    ["true", 1],
    [false, 0],
    ["false", 0],
    ["${length(local.keys) > 5}", 0],
  ])("of %j has %i instances, without a key", (enabled, count) => {
    const { repeats, instances } = expanded({ lifecycle: { enabled } });
    expect(repeats).toBe("enabled");
    expect(instances?.map(({ key }) => key)).toEqual(Array.from({ length: count }, () => undefined));
  });

  test("of what nobody knows cannot be told", () => {
    expect(expanded({ lifecycle: { enabled: "${var.open}" } }).instances).toBeUndefined();
  });

  test("of what is neither true nor false is an exact error", () => {
    expect(() => expanded({ lifecycle: { enabled: 2 } })).toThrow(
      "t.a.lifecycle.enabled: expected true or false, got 2",
    );
  });
});

describe("count", () => {
  test.each<[Json, number[]]>([
    [2, [0, 1]],
    [0, []],
    ["3", [0, 1, 2]],
    ["${length(local.keys)}", [0, 1, 2]],
  ])("of %j has an instance for each number below", (count, keys) => {
    const { repeats, instances, marks } = expanded({ count });
    expect(repeats).toBe("count");
    expect(instances).toEqual(keys.map((key) => ({ key, repetition: { count: key } })));
    expect(marks).toBeUndefined();
  });

  test("from the default of a variable says which", () => {
    expect(expanded({ count: "${var.n}" })).toMatchObject({ marks: { fromVariableDefault: "n" } });
  });

  test.each<Json>(["many", -1, 1.5, 100_001, [1], true])("of %j is an exact error", (count) => {
    expect(() => expanded({ count })).toThrow(RecreationInputError);
    expect(() => expanded({ count })).toThrow("t.a.count: expected a whole number up to 100000, got ");
  });
});

describe("for_each", () => {
  test("over a map has an instance for each entry", () => {
    expect(expanded({ for_each: "${local.map}" }).instances).toEqual([
      { key: "x", repetition: { each: { key: "x", value: 1 } } },
      { key: "y", repetition: { each: { key: "y", value: 2 } } },
    ]);
  });

  test.each<Json>([{ b: 1, a: 2, B: 3 }, ["b", "a", "B"]])(
    "over %j has its instances in the order of their keys",
    (forEach) => {
      expect(expanded({ for_each: forEach }).instances?.map(({ key }) => key)).toEqual(["B", "a", "b"]);
    },
  );

  test("over a set has an instance for each text, once", () => {
    const keys = expanded({ for_each: "${toset(local.keys)}" }).instances?.map(({ key, repetition }) => [
      key,
      repetition,
    ]);
    expect(keys).toEqual([
      ["a", { each: { key: "a", value: "a" } }],
      ["b", { each: { key: "b", value: "b" } }],
    ]);
  });

  test("over a set with a member that nobody knows cannot be told", () => {
    const { instances, undetermined } = expanded({ for_each: ["a", "${scaleway_vpc.v.id}"] });
    expect(instances).toBeUndefined();
    expect(undetermined).toEqual(["a", new OpaqueValue("scaleway_vpc.v.id")]);
  });

  test.each<Json>([1, "a", true])("over %j is an exact error", (forEach) => {
    expect(() => expanded({ for_each: forEach })).toThrow(RecreationInputError);
    expect(() => expanded({ for_each: forEach })).toThrow("t.a.for_each: expected a map or a set of strings, got ");
  });
});

test.each(["count", "for_each"])("%s of what nobody knows has no instances that can be told", (name) => {
  const [open, later] = [expanded({ [name]: "${var.open}" }), expanded({ [name]: "${timestamp()}" })];
  expect(open).toMatchObject({ repeats: name, instances: undefined });
  expect(open.undetermined).toEqual(new OpaqueValue("var.open", { origin: "variable-not-set" }));
  expect(later.undetermined).toBeInstanceOf(Unknown);
});
