import { Token } from "cdktf";

import { LateValue } from "../../lib/core/late-value";
import { resolvedString } from "../../lib/core/text";
import { newStack } from "../support/stack";

describe("a late value", () => {
  test("is asked for when it is synthesized, and not before", () => {
    const produce = jest.fn(() => "late");
    const text = new LateValue(produce).toString();
    expect(Token.isUnresolved(text)).toBe(true);
    expect(produce).not.toHaveBeenCalled();
    expect(resolvedString(newStack(), `a ${text} value`)).toBe("a late value");
  });

  test("may contain other tokens", () => {
    const inner = new LateValue(() => "inner");
    expect(resolvedString(newStack(), new LateValue(() => `an ${inner.toString()} one`).toString())).toBe(
      "an inner one",
    );
  });

  test("is one token, however often it is printed", () => {
    const value = new LateValue(() => "late");
    expect(value.toString()).toBe(value.toString());
  });

  test("is nothing to read in JSON", () => {
    expect(JSON.stringify({ value: new LateValue(() => "secret") })).toBe('{"value":"<unresolved-token>"}');
  });
});
