import { decodeValue, encodeMap } from "../../../../lib/recreation/baseline/lock/encoding";
import { literal } from "../../../../lib/terraform/values/json";
import { LongNumber } from "../../../../lib/terraform/values/long-number";
import {
  Digest,
  Marked,
  ObjectReference,
  OpaqueValue,
  Unknown,
  type Value,
} from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";

const encoded = (value: Value) => encodeMap(new Map([["it", value]])).it ?? null;
const opaque = new OpaqueValue("scaleway_vpc.a.id", {
  origin: "reference-or-literal",
  identity: at("scaleway_vpc.a"),
});

test.each<[string, Value, unknown]>([
  ["plain values", literal({ a: ["x", 1, true, null] }), { a: ["x", 1, true, null] }],
  ["a number that no double is", new LongNumber("9007199254740993"), { $number: "9007199254740993" }],
  ["an opaque value", new OpaqueValue("x"), { $opaque: "x" }],
  [
    "an identity",
    opaque,
    { $opaque: "scaleway_vpc.a.id", $because: "reference-or-literal", $identity: ["scaleway_vpc", "scaleway_vpc.a"] },
  ],
  ["an inherited value", new OpaqueValue("x", { inherited: "fr-par" }), { $opaque: "x", $inherited: "fr-par" }],
  ["a digest", new Digest("0", false, "salt"), { $digest: "0" }],
  ["a digest of what is partly opaque", new Digest("0", true, "salt"), { $digest: "0", $opaquePart: true }],
  ["an unknown value", new Unknown(at("t.a")), { $unknown: "t.a" }],
  ["an unknown value without a cause", new Unknown(), { $unknown: "" }],
  ["the default of a variable", new Marked("d", { fromVariableDefault: "v" }), { $value: "d", $variable: "v" }],
  ["keys that begin like ours", literal({ $opaque: "x", $$: "y" }), { $$opaque: "x", $$$: "y" }],
])("%s survives being written down", (_, value, expected) => {
  expect(encoded(value)).toEqual(expected);
  expect(decodeValue(encoded(value), "salt")).toEqual(value);
});

test("an object that is referred to is written as what it is as a whole", () => {
  expect(encoded(new ObjectReference(opaque, () => "never asked"))).toEqual(encoded(opaque));
});

test("keys are in order, also that of a prototype", () => {
  const written = encodeMap(new Map<string, Value>([["b", 1]]).set("__proto__", 2).set("a", 3));
  expect(Object.keys(written)).toEqual(["__proto__", "a", "b"]);
});

test("an origin that there is not is read as none", () => {
  expect(decodeValue({ $opaque: "x", $because: "invented" }, "salt")).toEqual(new OpaqueValue("x"));
});

test("a key that was built is not built again", () => {
  const built = new OpaqueValue("upper(x)");
  expect(decodeValue(encoded(built), "salt")).toEqual(built);
});
