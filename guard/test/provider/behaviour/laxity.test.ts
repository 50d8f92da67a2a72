import {
  allOf,
  anyOf,
  holdsAnywhere,
  isOneOf,
  isSet,
  not,
  partOf,
  someOf,
} from "../../../lib/provider/behaviour/laxity";
import { OpaqueValue, Unknown } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";

const open = new OpaqueValue("var.x", { origin: "variable-not-set" });
const later = new Unknown(at("scaleway_vpc.a"));

test("what is lax for certain goes before what is not known, and what is not before that", () => {
  expect(anyOf([false, open, true])).toBe(true);
  expect(anyOf([false, open])).toBe(open);
  expect(anyOf([])).toBe(false);
  expect(allOf([true, open, false])).toBe(false);
  expect(allOf([true, later])).toBe(later);
  expect([not(true), not(open)]).toEqual([false, open]);
});

test.each<[string, boolean]>([
  ["0.0.0.0/0", true],
  ["0.0.0.0/1", true],
  ["10.0.0.0/7", true],
  ["10.0.0.0/8", false],
  ["203.0.113.1/32", false],
  ["::/0", true],
  ["2000::/3", true],
  ["2001:db8::/32", false],
  ["0.0.0.0", false],
  ["anywhere/0", false],
])("%s holds the internet: %p", (range, expected) => {
  expect(holdsAnywhere(range)).toBe(expected);
  expect(holdsAnywhere(["203.0.113.0/24", range])).toBe(expected);
});

test("a list of ranges with one that is not known is not known, unless another one is the internet", () => {
  expect(holdsAnywhere(["10.0.0.0/8", open])).toBe(open);
  expect(holdsAnywhere([open, "0.0.0.0/0"])).toBe(true);
});

test("a block may be written as an object or in a list", () => {
  const isOn = (block: Parameters<typeof partOf>[0]) => isOneOf(partOf(block, "on"), true);
  expect(someOf(new Map([["on", true]]), isOn)).toBe(true);
  expect(someOf([new Map([["on", "true"]])], isOn)).toBe(true);
  expect(someOf(null, isOn)).toBe(false);
  expect(someOf(open, isOn)).toBe(open);
});

test("what a provider chooses is not set, and what is said elsewhere may not be", () => {
  expect(isSet(new OpaqueValue("x", { origin: "provider-chosen" }))).toBe(false);
  expect(isSet(new OpaqueValue("scaleway_vpc.a.id", { origin: "reference-or-literal" }))).toBe(true);
  expect(isSet(later)).toBe(true);
  expect(isSet(open)).toMatchObject({ options: { origin: "count-not-known" } });
  expect([null, "", 0, []].map(isSet)).toEqual([false, false, false, false]);
  expect(["a", false, [new Map()]].map(isSet)).toEqual([true, true, true]);
});
