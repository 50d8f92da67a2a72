import {
  causeOf,
  changed,
  doubtOf,
  isSure,
  mayFollowFrom,
  type Outcome,
  same,
  strongest,
  uncertain,
  unknownBecauseOf,
} from "../../../lib/recreation/diff/outcome";
import { at } from "../../terraform/addresses/at";

const unknown = unknownBecauseOf(at("scaleway_vpc.a"));
const doubtful = uncertain("variable-default", "v");

test.each<[string, Outcome, boolean]>([
  ["same", same, false],
  ["changed", changed, true],
  ["unknown", unknown, true],
  ["uncertain", doubtful, false],
])("%s: values certainly differ: %p", (_, outcome, sure) => {
  expect(isSure(outcome)).toBe(sure);
});

test("only what is uncertain is in doubt, and about what only where there is something", () => {
  expect(doubtOf(doubtful)).toEqual({ reason: "variable-default", about: "v" });
  expect(doubtOf(uncertain("data-source"))).toEqual({ reason: "data-source" });
  for (const sure of [same, changed, unknown]) expect(doubtOf(sure)).toBeUndefined();
});

test("a cause is what makes a value unknown, or may", () => {
  expect(causeOf(unknown)).toEqual("scaleway_vpc.a");
  const following = mayFollowFrom(at("scaleway_vpc.b"));
  expect(causeOf(following)).toEqual("scaleway_vpc.b");
  expect(doubtOf(following)).toEqual({ reason: "cause-may-change", about: "scaleway_vpc.b" });
  for (const other of [changed, doubtful, unknownBecauseOf(undefined)]) expect(causeOf(other)).toBeUndefined();
});

test.each<[string, Outcome[], Outcome]>([
  ["nothing is the same", [], same],
  ["a doubt outweighs what is the same", [same, doubtful, same], doubtful],
  ["an unknown outweighs a doubt", [doubtful, unknown], unknown],
  ["a change outweighs an unknown", [unknown, changed, doubtful], changed],
  ["the first of equals counts", [doubtful, uncertain("data-source")], doubtful],
])("of a whole, %s", (_, parts, expected) => {
  expect(strongest(parts)).toBe(expected);
});
