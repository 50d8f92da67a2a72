import { checkProps, type PropertyType } from "../../lib/core/props";
import { Vpc } from "../../lib/vpc/vpc";
import { expectInvalid, newStack, stringToken, untyped } from "../support/stack";

const check = (type: PropertyType, value: unknown) => () =>
  checkProps(newStack(), { it: value }, { types: { it: type } });

class Instance {
  public readonly a = "b";
}

test.each<[PropertyType, unknown, string, string]>([
  ["text", 5, "be a text", 'it: "5"'],
  ["text", true, "be a text", 'it: "true"'],
  ["text", Symbol("a"), "be a text", "it:"],
  ["text", ["a"], "be a text", "it:"],
  ["number", "5", "be a number", "it: 5"],
  ["number", Number.NaN, "be a number", "it: 1"],
  ["number", Number.POSITIVE_INFINITY, "be a number", "it: 1"],
  ["boolean", "true", "be true or false", "it: true"],
  ["boolean", 1, "be true or false", "it: true"],
  ["texts", "a", "be a list of texts", 'it: ["a"]'],
  ["texts", [1], "be a list of texts", "it: ["],
  ["texts", new Set(["a"]), "be a list of texts", "it: ["],
  ["text map", new Map([["a", "b"]]), "be a plain object", "Object.fromEntries(map)"],
  ["text map", { a: 1 }, "whose values are texts", 'it: { key: "value" }'],
  ["text map", ["a"], "be a plain object", "it:"],
  ["text map", new Instance(), "be a plain object", "it:"],
  ["object", "a", "be an object", "it: { … }"],
  ["object", [], "be an object", "it: { … }"],
  ["list", { 0: "a" }, "be a list", "it: [{ … }]"],
])("%s: %p is refused", (type, value, requirement, suggestion) => {
  expectInvalid(check(type, value), { path: "stack", property: "it", requirement, suggestion });
});

test.each<[PropertyType, unknown]>([
  ["text", ""],
  ["number", 0],
  ["number", -1.5],
  ["boolean", false],
  ["texts", []],
  ["texts", ["a", "b"]],
  ["text map", {}],
  ["text map", Object.assign(Object.create(null) as object, { a: "b" })],
  ["object", {}],
  ["list", [1]],
  ["any", Symbol("a")],
])("%s: %p passes", (type, value) => {
  expect(check(type, value)).not.toThrow();
});

test.each<[PropertyType]>([["text"], ["number"], ["boolean"], ["texts"], ["text map"], ["object"], ["list"]])(
  "%s: a value that only Terraform knows passes",
  (type) => {
    const token = stringToken(newStack());
    expect(check(type, token)).not.toThrow();
    if (type === "texts") expect(check(type, [token, "a"])).not.toThrow();
    if (type === "text map") expect(check(type, { a: token })).not.toThrow();
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
  const act = () => checkProps(newStack(), { a: untyped<string>(5) }, { types: { a: "text" }, within: "autoscaler" });
  expectInvalid(act, { path: "stack", property: "autoscaler.a", requirement: "be a text", suggestion: "autoscaler.a" });
});
