import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { compare } from "../../../lib/recreation/diff/compare";
import { digestOf } from "../../../lib/terraform/values/digests";
import type { OpaqueOrigin } from "../../../lib/terraform/values/doubt";
import { Marked, OpaqueValue, Unknown, type Value } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";

const cluster = newestRelease.behaviourOf("scaleway_k8s_cluster");
const text = cluster.attribute("cni");
const list = cluster.attribute("tags");
const id = (name: string, type = "scaleway_vpc") => new OpaqueValue(`${name}.id`, { identity: at(`${type}.${name}`) });

test.each<[string, Value, Value, string]>([
  ["equal text", "a", "a", "same"],
  ["other text", "a", "b", "changed"],
  ["null and empty", null, "", "same"],
  ["a symbol and itself", new OpaqueValue("s"), new OpaqueValue("s"), "same"],
  ["two symbols", new OpaqueValue("s"), new OpaqueValue("t"), "uncertain"],
  ["a symbol and text", new OpaqueValue("s"), "a", "uncertain"],
  ["the ids of two objects of a type", id("a"), id("b"), "changed"],
  ["the ids of objects of two types", id("a"), id("b", "other"), "uncertain"],
  ["an id and nothing", id("a"), null, "changed"],
  ["what a provider passes on and the same", new OpaqueValue("s", { inherited: "fr-par" }), "fr-par", "same"],
  ["anything and an unknown", "a", new Unknown(at("t.x")), "unknown"],
  [
    "a value and itself, if nothing it comes from is replaced",
    "a",
    new Marked("a", { mayBecomeUnknown: at("t.x") }),
    "uncertain",
  ],
  ["another value, whatever is replaced", "a", new Marked("b", { mayBecomeUnknown: at("t.x") }), "changed"],
  ["a secret and itself", digestOf("a", "salt"), "a", "same"],
  ["a secret and another", digestOf("a", "salt"), "b", "changed"],
])("%s: %s", (_, before, after, expected) => {
  expect(compare(before, after, text).kind).toBe(expected);
});

test("the default of a variable is another one only as long as nothing overrides it", () => {
  expect(compare("a", new Marked("b", { fromVariableDefault: "v" }), text)).toEqual({
    kind: "uncertain",
    because: { reason: "variable-default", about: "v" },
  });
  expect(compare("a", new Marked("a", { fromVariableDefault: "v" }), text)).toEqual({ kind: "same" });
});

test("lists compare in order, sets and maps do not", () => {
  const set = newestRelease.behaviourOf("scaleway_vpc_public_gateway").attribute("allowed_ip_ranges");
  const map = newestRelease.behaviourOf("scaleway_k8s_pool").attribute("kubelet_args");
  expect(compare(["a", "b"], ["b", "a"], list).kind).toBe("changed");
  expect(compare(["a", "b"], ["b", "a"], set).kind).toBe("same");
  expect(compare(["a", "b"], ["b", "c"], set).kind).toBe("changed");
  const entries: [string, Value][] = [
    ["x", "1"],
    ["y", 2],
  ];
  expect(compare(new Map(entries), new Map([...entries].reverse()), map).kind).toBe("same");
  expect(compare(new Map(entries), new Map(entries.slice(1)), map).kind).toBe("changed");
});

test("a difference that is sure outweighs one that is not", () => {
  expect(compare(["a", new OpaqueValue("s")], ["b", "c"], list).kind).toBe("changed");
  expect(compare(["a", new OpaqueValue("s")], ["a", "c"], list).kind).toBe("uncertain");
});

test("numbers and their text are equal where a number is wanted", () => {
  const size = newestRelease.behaviourOf("scaleway_k8s_pool").attribute("size");
  expect(compare(40, "40", size).kind).toBe("same");
  expect(compare(40, "40.0", size).kind).toBe("same");
  expect(compare(40, "41", size).kind).toBe("changed");
});

test("the plugin framework tells null from empty", () => {
  const strict = newestRelease.behaviourOf("scaleway_annotations_key").attribute("organization_id");
  expect(compare(null, "", strict).kind).toBe("changed");
});

describe("what cannot be compared says why", () => {
  const opaque = (key: string, origin: OpaqueOrigin) => new OpaqueValue(key, { origin });

  test.each<[string, Value, Value, string]>([
    ["what exists comes first", opaque("a", "provider-chosen"), opaque("b", "data-source"), "provider-chosen"],
    [
      "a reference beside anything else",
      opaque("a", "reference-or-literal"),
      opaque("b", "data-source"),
      "data-source",
    ],
    ["what is wanted, beside a known value", "a", opaque("b", "machine-value"), "machine-value"],
    ["an opaque value beside nothing", opaque("a", "ignored-before"), null, "ignored-before"],
  ])("%s", (_, before, after, reason) => {
    expect(compare(before, after, text)).toEqual({ kind: "uncertain", because: { reason } });
  });

  test("texts of which the provider ignores some differences, unless they are equal", () => {
    const suppressing = { ...text, diffSuppress: true };
    expect(compare("a", "b", suppressing)).toEqual({ kind: "uncertain", because: { reason: "suppressed-difference" } });
    expect(compare("a", "a", suppressing)).toEqual({ kind: "same" });
  });

  test("a certain change outweighs a default, which outweighs nothing", () => {
    const overridable = new Marked("c", { fromVariableDefault: "v" });
    expect(compare(["a", "b"], [overridable, "x"], list)).toEqual({ kind: "changed" });
    expect(compare(["a", "b"], [overridable, "b"], list).kind).toBe("uncertain");
    expect(compare(["a", "b"], [overridable, new Unknown(at("t.x"))], list)).toEqual({ kind: "unknown", cause: "t.x" });
  });
});

test("what may become unknown for no address that can be named leaves a doubt that names none", () => {
  const attribute = newestRelease.behaviourOf("scaleway_vpc").attribute("name");
  expect(compare("a", new Marked("a", { mayBecomeUnknown: "unknown cause" }), attribute)).toEqual({
    kind: "uncertain",
    because: { reason: "opaque-expression" },
  });
  expect(compare("a", new Marked("a", { mayBecomeUnknown: at("scaleway_vpc.x") }), attribute)).toEqual({
    kind: "uncertain",
    because: { reason: "cause-may-change", about: "scaleway_vpc.x" },
    cause: "scaleway_vpc.x",
  });
});
