import type { Observation } from "../../probe/observation";
import type { Field, ResourceSchema } from "../../probe/schema";
import { unsetBehaviourOf } from "../../probe/unset-behaviour";
import type { Value } from "../../probe/value";
import { fieldOf } from "./fake-provider";

/** Edits that take `it` out of the configuration: what was there, and what is planned in its place. */
const behaviour = (field: Field, ...edits: [Value, Value][]) => {
  const schema: ResourceSchema = { type: "scaleway_fake", fields: [field] };
  const seen = edits.map(([before, after]): Observation => {
    const states = { prior: { it: before }, planned: { it: after }, config: { it: null } };
    return { baseline: "alone", from: before, to: undefined, replaces: [], legacy: true, ...states };
  });
  return unsetBehaviourOf(schema, field, seen);
};

test("a default takes the place of every value", () => {
  expect(behaviour(fieldOf("it"), ["a", "c"], ["b", "c"])).toEqual({ kept: false, default: "c" });
  expect(behaviour(fieldOf("it"), ["a", "c"], ["c", "c"])).toEqual({ kept: false, default: "c" });
});

test("what stays or goes is none", () => {
  expect(behaviour(fieldOf("it"), ["a", "a"], ["b", "b"])).toEqual({ kept: false });
  expect(behaviour(fieldOf("it"), ["a", "a"])).toEqual({ kept: false });
  expect(behaviour(fieldOf("it"), ["a", null], ["b", null])).toEqual({ kept: false });
});

test("what the provider keeps is none, though it be empty", () => {
  expect(behaviour(fieldOf("it", { computed: true }), [false, false])).toEqual({ kept: false });
  expect(behaviour(fieldOf("it"), [false, false])).toEqual({ kept: false, default: false });
});

test("a block that stays is the provider's to choose", () => {
  const block = fieldOf("it", { nesting: "list" });
  expect(behaviour(block, [[{}], [{}]])).toEqual({ kept: true });
  expect(behaviour(block, [[{}], []])).toEqual({ kept: false });
});
