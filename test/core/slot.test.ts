import { Construct } from "constructs";

import { Slot } from "../../lib/core/slot";
import { newStack } from "../support/stack";

test("what is kept with a construct is made once, and is no other construct's", () => {
  const slot = new Slot<string[]>("test", ({ node }) => [node.id]);
  const stack = newStack();
  const other = new Construct(stack, "other");
  slot.in(stack).push("more");
  expect(slot.in(stack)).toEqual(["stack", "more"]);
  expect(slot.in(other)).toEqual(["other"]);
  slot.put(other, []);
  expect(slot.in(other)).toEqual([]);
});

test("two copies of the library see the same, and nobody who lists a construct sees it", () => {
  const stack = newStack();
  new Slot<number>("test", () => 1).put(stack, 2);
  expect(new Slot<number>("test", () => 3).in(stack)).toBe(2);
  expect(Object.getOwnPropertySymbols(Object.assign({}, stack)).map(String)).not.toContainEqual(
    expect.stringContaining("kapsule"),
  );
});
