import { RecreationInputError } from "../../../lib/terraform/errors";
import { Digest, Marked, ObjectReference, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { canonical, checkSize, contentsOf, distinct, unmarkDeep } from "../../../lib/terraform/values/walk";
import { at } from "../addresses/at";

const reference = (whole: OpaqueValue | Unknown): ObjectReference => new ObjectReference(whole, () => null);

/** A value of 2^(levels + 1) - 1 parts, as locals that double each other make it. */
function doubled(levels: number): Value {
  let value: Value = "x";
  for (let level = 0; level < levels; level++) value = [value, value];
  return value;
}

describe("contentsOf", () => {
  test("finds the first unknown and the first opaque value, however deep they are", () => {
    const [one, other] = [new Unknown(at("t.one")), new Unknown(at("t.other"))];
    const opaque = new OpaqueValue("x");
    const found = contentsOf(["a", new Map<string, Value>([["k", [one, opaque]]]), other]);
    expect(found.unknown).toBe(one);
    expect(found.opaque).toBe(opaque);
  });

  test("joins the marks of all parts", () => {
    const value = [
      new Marked("a", { sensitive: true }),
      new Map([["k", new Marked("b", { fromVariableDefault: "v" })]]),
    ];
    expect(contentsOf(value).marks).toEqual({ sensitive: true, fromVariableDefault: "v" });
  });

  test("takes a secret of which a part is opaque for opaque, and another one not", () => {
    expect(contentsOf(new Digest("0", true, "salt")).opaque?.key).toMatch(/^secret/);
    expect(contentsOf(new Digest("0", false, "salt")).opaque).toBeUndefined();
  });

  test("looks at an object that is referred to as one value", () => {
    const unknown = new Unknown(at("scaleway_vpc.a"));
    expect(contentsOf([reference(unknown)]).unknown).toBe(unknown);
  });

  test("finds nothing in plain values", () => {
    for (const plain of [null, "a", 1, true, [], new Map()])
      expect(contentsOf(plain)).toEqual({ marks: undefined, unknown: undefined, opaque: undefined });
  });
});

describe("the size of a value", () => {
  test("is bounded at a million parts", () => {
    expect(() => {
      checkSize(doubled(19));
    }).toThrow(new RecreationInputError("an expression has a value of over a million parts"));
    expect(() => {
      checkSize(doubled(18));
    }).not.toThrow();
  });
});

describe("canonical", () => {
  test.each<[string, Value, Value]>([
    ["a map in another order", new Map([["a", 1]]).set("b", 2), new Map([["b", 2]]).set("a", 1)],
    ["marks or none", ["a"], [new Marked("a", { sensitive: true })]],
    ["an object and what it is as a whole", reference(new OpaqueValue("x")), new OpaqueValue("x")],
    ["opaque values of the same key", new OpaqueValue("f(x)"), new OpaqueValue("f(x)")],
    ["unknowns of the same cause", new Unknown(at("t.a")), new Unknown(at("t.a"))],
    ["digests of the same secret", new Digest("0", true, "s"), new Digest("0", false, "s")],
  ])("is one text for %s", (_, a, b) => {
    expect(canonical(a)).toBe(canonical(b));
  });

  test.each<[string, Value, Value]>([
    ["a number and its text", 1, "1"],
    ["null and its text", null, "null"],
    ["a list in another order", ["a", "b"], ["b", "a"]],
    ["an opaque value and its key as text", new OpaqueValue("x"), "<x>"],
    ["unknowns of other causes", new Unknown(at("t.a")), new Unknown(at("t.b"))],
    ["a list of one and the one", ["a"], "a"],
    ["texts with commas and several texts", ["a,b"], ["a", "b"]],
  ])("is another text for %s", (_, a, b) => {
    expect(canonical(a)).not.toBe(canonical(b));
  });
});

test("equal values of a set are one, the others stay in order", () => {
  const marked = new Marked("a", { sensitive: true });
  expect(distinct<Value>(["b", "a", marked, "b"])).toEqual(["b", marked]);
  expect(distinct<Value>(["1", 1])).toEqual(["1", 1]);
});

test("marks are taken off everywhere, and nothing else is", () => {
  const opaque = new OpaqueValue("x");
  const marked = new Marked([new Marked("a", { sensitive: true }), opaque], { fromVariableDefault: "v" });
  expect(unmarkDeep(new Map<string, Value>([["k", marked]]))).toEqual(new Map([["k", ["a", opaque]]]));
});
