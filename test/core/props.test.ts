import { checkProps, type PropertyType } from "../../lib/core/props";
import { Vpc } from "../../lib/vpc/vpc";
import { expectInvalid, newStack, stringToken, untyped } from "../support/stack";

const check = (type: PropertyType, value: unknown) => () =>
  checkProps(newStack(), { it: value }, { types: { it: type } });

class Instance {
  public readonly a = "b";
}

test.each<[PropertyType, unknown, string, string]>([
  ["string", 5, "be a string", 'it: "5"'],
  ["string", true, "be a string", 'it: "true"'],
  ["string", Symbol("a"), "be a string", "it:"],
  ["string", ["a"], "be a string", "it:"],
  ["number", "5", "be a number", "it: 5"],
  ["number", Number.NaN, "be a number", "it: 1"],
  ["number", Number.POSITIVE_INFINITY, "be a number", "it: 1"],
  ["boolean", "true", "be true or false", "it: true"],
  ["boolean", 1, "be true or false", "it: true"],
  ["string list", "a", "be a list of strings", 'it: ["a"]'],
  ["string list", [1], "be a list of strings", "it: ["],
  ["string list", new Set(["a"]), "be a list of strings", "it: ["],
  ["string map", new Map([["a", "b"]]), "be a plain object", "Object.fromEntries(map)"],
  ["string map", { a: 1 }, "whose values are strings", 'it: { key: "value" }'],
  ["string map", ["a"], "be a plain object", "it:"],
  ["string map", new Instance(), "be a plain object", "it:"],
  ["object", "a", "be an object", "it: { … }"],
  ["object", [], "be an object", "it: { … }"],
  ["list", { 0: "a" }, "be a list", "it: [{ … }]"],
])("%s: %p is refused", (type, value, requirement, suggestion) => {
  expectInvalid(check(type, value), { path: "stack", property: "it", requirement, suggestion });
});

test.each<[PropertyType, unknown]>([
  ["string", ""],
  ["number", 0],
  ["number", -1.5],
  ["boolean", false],
  ["string list", []],
  ["string list", ["a", "b"]],
  ["string map", {}],
  ["string map", Object.assign(Object.create(null) as object, { a: "b" })],
  ["object", {}],
  ["list", [1]],
  ["any", Symbol("a")],
])("%s: %p passes", (type, value) => {
  expect(check(type, value)).not.toThrow();
});

test.each<[PropertyType]>([["string"], ["number"], ["boolean"], ["string list"], ["string map"], ["object"], ["list"]])(
  "%s: a value that only Terraform knows passes",
  (type) => {
    const token = stringToken(newStack());
    expect(check(type, token)).not.toThrow();
    if (type === "string list") expect(check(type, [token, "a"])).not.toThrow();
    if (type === "string map") expect(check(type, { a: token })).not.toThrow();
  },
);

test("a getter that throws is named with its construct", () => {
  const props = {
    get name(): string {
      throw new TypeError("no name yet");
    },
  };
  expectInvalid(() => new Vpc(newStack(), "vpc", props), {
    path: "stack/vpc",
    property: "name",
    requirement: "be readable, but reading it fails: no name yet",
    suggestion: "fix its getter",
  });
});

test("a property that is nearly one is misspelt, and one that is like none is not dropped in silence", () => {
  const vpc = (props: object) => () => new Vpc(newStack(), "vpc", untyped(props));
  expectInvalid(vpc({ name: "v", regoin: "fr-par" }), {
    path: "stack/vpc",
    property: "regoin",
    requirement: "not be set: it is an unknown property",
    suggestion: "Did you mean region?",
  });
  expectInvalid(vpc({ name: "v", costCentre: "4711" }), {
    path: "stack/vpc",
    property: "costCentre",
    requirement: "not be set: it is an unknown property",
    suggestion: "There are enableCustomRoutesPropagation, enableRouting, ",
  });
  expect(vpc({ name: "v", costCentre: undefined })).not.toThrow();
});

test("what holds the object is part of the name", () => {
  const act = () => checkProps(newStack(), { a: untyped<string>(5) }, { types: { a: "string" }, within: "autoscaler" });
  expectInvalid(act, {
    path: "stack",
    property: "autoscaler.a",
    requirement: "be a string",
    suggestion: "autoscaler.a",
  });
});
