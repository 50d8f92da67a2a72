import type { Observation } from "../../probe/observation";
import type { Field, ResourceSchema } from "../../probe/schema";
import { silenceOf } from "../../probe/silence";
import type { Value } from "../../probe/value";
import { fieldOf } from "./fake-provider";

/** Edits that take `it` out of the configuration: what was there, and what is planned in its place. */
const silence = (field: Field, ...edits: [Value, Value][]) => {
  const schema: ResourceSchema = { type: "scaleway_fake", fields: [field] };
  const seen = edits.map(([before, after]): Observation => {
    const states = { prior: { it: before }, planned: { it: after }, config: { it: null } };
    return { baseline: "alone", from: before, to: undefined, replaces: [], legacy: true, ...states };
  });
  return silenceOf(schema, field, seen);
};

test("a default takes the place of every value", () => {
  expect(silence(fieldOf("it"), ["a", "c"], ["b", "c"])).toEqual({ kept: false, default: "c" });
  expect(silence(fieldOf("it"), ["a", "c"], ["c", "c"])).toEqual({ kept: false, default: "c" });
});

test("what stays or goes is none", () => {
  expect(silence(fieldOf("it"), ["a", "a"], ["b", "b"])).toEqual({ kept: false });
  expect(silence(fieldOf("it"), ["a", "a"])).toEqual({ kept: false });
  expect(silence(fieldOf("it"), ["a", null], ["b", null])).toEqual({ kept: false });
});

test("a block that stays is the provider's to choose", () => {
  const block = fieldOf("it", { nesting: "list" });
  expect(silence(block, [[{}], [{}]])).toEqual({ kept: true });
  expect(silence(block, [[{}], []])).toEqual({ kept: false });
});
