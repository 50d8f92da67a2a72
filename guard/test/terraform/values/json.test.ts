import { RecreationInputError } from "../../../lib/terraform/errors";
import {
  asList,
  blocksOf,
  checkNesting,
  describe as kindOf,
  isJsonObject,
  type Json,
  literal,
  objectsOf,
  property,
  sameJson,
} from "../../../lib/terraform/values/json";

test("blocks may be given as one, as several or not at all", () => {
  expect(blocksOf(undefined, "x")).toEqual([]);
  expect(blocksOf({ a: 1 }, "x")).toEqual([{ a: 1 }]);
  expect(blocksOf([{ a: 1 }, [{ b: 2 }], null], "x")).toEqual([{ a: 1 }, { b: 2 }]);
  expect(() => blocksOf([1], "x")).toThrow("x: expected an object or a list of objects, got a number");
  expect(blocksOf([1, { a: 1 }])).toEqual([{ a: 1 }]);
});

test("a list of objects may be absent", () => {
  expect(objectsOf(undefined, "x")).toEqual([]);
  expect(objectsOf(null, "x")).toEqual([]);
  expect(() => objectsOf([1], "x")).toThrow("x: expected a list of objects, got a list");
});

test("one is a list of one, and nothing an empty one", () => {
  expect([asList(undefined), asList(null), asList("a"), asList(["a"])]).toEqual([[], [], ["a"], ["a"]]);
});

test("only what is written is a property, and a written prototype is one", () => {
  const written = JSON.parse('{"a": null, "__proto__": 1}') as Record<string, Json>;
  expect(property(written, "a")).toBeNull();
  expect(property(written, "__proto__")).toBe(1);
  expect(property({}, "__proto__")).toBeUndefined();
  expect(property({}, "constructor")).toBeUndefined();
});

test.each<[unknown, string, boolean]>([
  [undefined, "nothing", false],
  [null, "null", false],
  [[], "a list", false],
  [{}, "an object", true],
  ["a", "a string", false],
  [1, "a number", false],
])("%p is %s in words", (value, words, isObject) => {
  expect(kindOf(value)).toBe(words);
  expect(isJsonObject(value)).toBe(isObject);
});

describe("checkNesting", () => {
  const nested = (levels: number): Json => {
    let value: Json = "x";
    for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
    return value;
  };

  test("refuses what is deeper than 200 levels below the top, and nothing else", () => {
    expect(() => {
      checkNesting(nested(202), "the lock");
    }).toThrow(new RecreationInputError("the lock is nested deeper than 200 levels"));
    expect(() => {
      checkNesting(nested(201), "the lock");
    }).not.toThrow();
  });
});

describe("sameJson", () => {
  test.each<[string, Json, Json]>([
    ["keys in another order", { a: 1, b: [2] }, { b: [2], a: 1 }],
    ["nulls", null, null],
    ["nested lists", [[1], {}], [[1], {}]],
  ])("takes %s for the same", (_, a, b) => {
    expect(sameJson(a, b)).toBe(true);
  });

  test.each<[string, Json, Json]>([
    ["items in another order", [1, 2], [2, 1]],
    ["a key more", { a: 1 }, { a: 1, b: null }],
    ["a null instead of another key", { a: null }, { b: null }],
    ["a number and its text", 1, "1"],
    ["a list and an object with its indices", [1], { 0: 1 }],
    ["an object and null", {}, null],
    ["a list that is longer", [1], [1, 2]],
  ])("tells %s apart", (_, a, b) => {
    expect(sameJson(a, b)).toBe(false);
    expect(sameJson(b, a)).toBe(false);
  });
});

test("a literal keeps templates as text, and turns objects into maps", () => {
  expect(literal({ a: ["${local.x}", { b: null }], c: 1 })).toEqual(
    new Map<string, unknown>([
      ["a", ["${local.x}", new Map([["b", null]])]],
      ["c", 1],
    ]),
  );
  expect(literal(undefined)).toBeNull();
});
