import { compare } from "../../../lib/recreation/diff/compare";
import { behaviourOf } from "../../../lib/recreation/provider/behaviour";
import { digestOf } from "../../../lib/recreation/values/digests";
import { Marked, OpaqueValue, Unknown, type Value } from "../../../lib/recreation/values/value";

const cluster = behaviourOf("scaleway_k8s_cluster");
const text = cluster.attribute("cni");
const list = cluster.attribute("tags");
const id = (address: string, type = "scaleway_vpc") =>
  new OpaqueValue(`${address}.id`, { identity: { type, address } });

test.each<[string, Value, Value, string]>([
  ["equal text", "a", "a", "same"],
  ["other text", "a", "b", "different"],
  ["null and empty", null, "", "same"],
  ["a symbol and itself", new OpaqueValue("s"), new OpaqueValue("s"), "same"],
  ["two symbols", new OpaqueValue("s"), new OpaqueValue("t"), "cannot tell"],
  ["a symbol and text", new OpaqueValue("s"), "a", "cannot tell"],
  ["the ids of two objects of a type", id("a"), id("b"), "different"],
  ["the ids of objects of two types", id("a"), id("b", "other"), "cannot tell"],
  ["an id and nothing", id("a"), null, "different"],
  ["what a provider passes on and the same", new OpaqueValue("s", { inherited: "fr-par" }), "fr-par", "same"],
  ["anything and an unknown", "a", new Unknown("x"), "unknown"],
  [
    "a value and itself, if nothing it comes from is replaced",
    "a",
    new Marked("a", { maybeUnknown: "x" }),
    "cannot tell",
  ],
  ["another value, whatever is replaced", "a", new Marked("b", { maybeUnknown: "x" }), "different"],
  ["a secret and itself", digestOf("a", "salt"), "a", "same"],
  ["a secret and another", digestOf("a", "salt"), "b", "different"],
])("%s: %s", (_, before, after, expected) => {
  expect(compare(before, after, text).is).toBe(expected);
});

test("the default of a variable is different only as long as nothing overrides it", () => {
  expect(compare("a", new Marked("b", { variable: "v" }), text)).toEqual({ is: "different", overridable: true });
  expect(compare("a", new Marked("a", { variable: "v" }), text)).toEqual({ is: "same" });
});

test("lists compare in order, sets and maps do not", () => {
  const set = behaviourOf("scaleway_vpc_public_gateway").attribute("allowed_ip_ranges");
  const map = behaviourOf("scaleway_k8s_pool").attribute("kubelet_args");
  expect(compare(["a", "b"], ["b", "a"], list).is).toBe("different");
  expect(compare(["a", "b"], ["b", "a"], set).is).toBe("same");
  expect(compare(["a", "b"], ["b", "c"], set).is).toBe("different");
  const entries: [string, Value][] = [
    ["x", "1"],
    ["y", 2],
  ];
  expect(compare(new Map(entries), new Map([...entries].reverse()), map).is).toBe("same");
  expect(compare(new Map(entries), new Map(entries.slice(1)), map).is).toBe("different");
});

test("a difference that is sure outweighs one that is not", () => {
  expect(compare(["a", new OpaqueValue("s")], ["b", "c"], list).is).toBe("different");
  expect(compare(["a", new OpaqueValue("s")], ["a", "c"], list).is).toBe("cannot tell");
});

test("numbers and their text are equal where a number is wanted", () => {
  const size = behaviourOf("scaleway_k8s_pool").attribute("size");
  expect(compare(40, "40", size).is).toBe("same");
  expect(compare(40, "40.0", size).is).toBe("same");
  expect(compare(40, "41", size).is).toBe("different");
});

test("the plugin framework tells null from empty", () => {
  const strict = behaviourOf("scaleway_annotations_key").attribute("organization_id");
  expect(compare(null, "", strict).is).toBe("different");
});
