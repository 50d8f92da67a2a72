import { attributeOf } from "../../../lib/terraform/language/attribute";
import { EvaluationError } from "../../../lib/terraform/language/errors";
import { Marked, ObjectReference, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { at } from "../addresses/at";

const secret = { sensitive: true };

test("an attribute of a map is its entry, and of a list its item", () => {
  expect(attributeOf(new Map([["a", 1]]), "a")).toBe(1);
  expect(attributeOf(["x", "y"], "1")).toBe("y");
  expect(attributeOf(new Map([["a", null]]), "a")).toBeNull();
});

test("an attribute of what is unknown is unknown for the same cause", () => {
  const unknown = new Unknown(at("scaleway_vpc.a"));
  expect(attributeOf(unknown, "id")).toBe(unknown);
});

test("an attribute of an opaque value is opaque, and stands for the same", () => {
  expect(attributeOf(new OpaqueValue("x", { origin: "data-source" }), "id")).toEqual(
    new OpaqueValue("x.id", { origin: "data-source" }),
  );
});

test("an attribute of an object is looked up when it is asked for", () => {
  const asked: string[] = [];
  const object = new ObjectReference(new OpaqueValue("x"), (name) => {
    asked.push(name);
    return `the ${name}`;
  });
  expect(attributeOf(object, "id")).toBe("the id");
  expect(asked).toEqual(["id"]);
});

test.each<[string, Value]>([
  ["a map", new Map([["a", 1]])],
  ["an object", new ObjectReference(new OpaqueValue("x"), () => 1)],
])("an attribute of %s that is secret is secret", (_, value) => {
  expect(attributeOf(new Marked(value as never, secret), "a")).toEqual(new Marked(1, secret));
});

test.each<[string, Value, string]>([
  ["a map without it", new Map(), "a"],
  ["a list that is too short", ["x"], "1"],
  ["a list by a name", ["x"], "length"],
  ["a text", "x", "length"],
  ["nothing", null, "a"],
])("there is none of %s", (_, value, name) => {
  expect(() => attributeOf(value, name)).toThrow(new EvaluationError(`no attribute ${name}`));
});
