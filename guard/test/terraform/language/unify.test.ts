import { EvaluationError, NotComputed } from "../../../lib/terraform/language/errors";
import { typeOf, unify } from "../../../lib/terraform/language/unify";
import { listOf, mapOf, setOf, type Value } from "../../../lib/terraform/values/value";

const map = (entries: Record<string, Value>): Value => new Map(Object.entries(entries));
const common = (...values: Value[]) => unify(values.map(typeOf));

test.each<[string, Value[], object]>([
  ["a number and a text", [1, "a"], { kind: "string" }],
  ["a bool and null", [true, null], { kind: "bool" }],
  ["tuples of one length", [[1], ["a"]], { kind: "tuple", items: [{ kind: "string" }] }],
  ["tuples of two lengths", [[1], ["a", true]], { kind: "list", of: { kind: "string" } }],
  ["a list and a tuple", [listOf([1]), ["a"]], { kind: "list", of: { kind: "string" } }],
  ["objects of other names", [map({ a: 1 }), map({ b: "x" })], { kind: "map", of: { kind: "string" } }],
  ["a map and an object", [mapOf([["a", 1]]), map({ b: "x" })], { kind: "map", of: { kind: "string" } }],
  ["sets", [setOf(["a"]), setOf([1])], { kind: "set", of: { kind: "string" } }],
  [
    "an empty list of strings and a list of numbers",
    [listOf([], { kind: "string" }), listOf([1])],
    { kind: "list", of: { kind: "string" } },
  ],
])("%s have a type in common", (_, values, expected) => {
  expect(common(...values)).toEqual(expected);
});

test.each<[string, Value[]]>([
  ["a number and a bool", [1, true]],
  ["a text and a list", ["a", ["a"]]],
  ["a map and a list", [mapOf([["a", 1]]), listOf([1])]],
])("%s have none", (_, values) => {
  expect(() => common(...values)).toThrow(EvaluationError);
  expect(() => common(...values)).not.toThrow(NotComputed);
});

test.each<[string, Value[]]>([
  ["a list and a set", [listOf(["a"]), setOf(["a"])]],
  ["tuples, one of them with null", [[null], ["a", "b"]]],
])("of %s it is a doubt", (_, values) => {
  expect(() => common(...values)).toThrow(NotComputed);
});
