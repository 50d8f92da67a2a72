import type { InstanceKey } from "../../../lib/terraform/addresses";
import { combine, placeholder } from "../../../lib/terraform/evaluation/combine";
import { type Expansion, single } from "../../../lib/terraform/evaluation/expansion";
import { once } from "../../../lib/terraform/evaluation/scope";
import { Marked, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { at } from "../addresses/at";

const instances = (...keys: InstanceKey[]) => keys.map((key) => ({ key, repetition: once }));
const named = (key: InstanceKey): Value => `object ${key ?? ""}`;
const combined = (expansion: Expansion) => combine(expansion, at("t.a"), named);

test("without count and for_each it is the object itself", () => {
  expect(combined(single)).toBe("object ");
});

test("with count it is a list, with for_each a map", () => {
  expect(combined({ repeats: "count", instances: instances(0, 1), marks: undefined })).toEqual([
    "object 0",
    "object 1",
  ]);
  expect(combined({ repeats: "for_each", instances: instances("x"), marks: undefined })).toEqual(
    new Map([["x", "object x"]]),
  );
  expect(combined({ repeats: "count", instances: [], marks: undefined })).toEqual([]);
});

test("marks of count are marks of the list", () => {
  const marks = { fromVariableDefault: "n" };
  expect(combined({ repeats: "count", instances: instances(0), marks })).toEqual(new Marked(["object 0"], marks));
});

test("where count cannot be told it is opaque, and the same one while count is", () => {
  const of = (undetermined: Value) =>
    combined({ repeats: "count", instances: undefined, undetermined, marks: undefined });
  expect(of(new OpaqueValue("var.n"))).toEqual(of(new OpaqueValue("var.n")));
  expect(of(new OpaqueValue("var.n"))).not.toEqual(of(new OpaqueValue("var.m")));
  expect(of(new Unknown(at("t.b")))).toMatchObject({ origin: "count-not-known" });
});

test("the instance that stands for all has a key and a value that nobody knows", () => {
  const { count, each } = placeholder(at("t.a"), new OpaqueValue("var.n"));
  for (const value of [count, each?.key, each?.value]) expect(value).toMatchObject({ origin: "count-not-known" });
  expect(each?.key).not.toEqual(each?.value);
  expect(placeholder(at("t.a"), new OpaqueValue("var.n"))).toEqual({ count, each });
  expect(placeholder(at("t.b"), new OpaqueValue("var.n"))).not.toEqual({ count, each });
});
