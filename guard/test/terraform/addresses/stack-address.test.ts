import { StackAddress } from "../../../lib/terraform/addresses";
import { at } from "./at";

test("an object of another stack is named with the stack, and there is one of each", () => {
  const address = StackAddress.of(at("t.a"), "network");
  expect(address.toString()).toBe("t.a of stack network");
  expect(JSON.stringify([address])).toBe('["t.a of stack network"]');
  expect(StackAddress.of(at("t.a"), "network")).toBe(address);
  expect(StackAddress.of(at("t.a"), "other")).not.toBe(address);
  expect(StackAddress.of(at("t.b"), "network")).not.toBe(address);
});
