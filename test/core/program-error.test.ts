import { InvalidPropertyError } from "../../lib/core";
import { Vpc } from "../../lib/vpc";
import { newStack, untyped } from "../support/stack";

test("an error of the program has its message, and no frame of the library", () => {
  let error: unknown;
  try {
    new Vpc(newStack(), "vpc", untyped({ name: 7 }));
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(InvalidPropertyError);
  const { stack = "", message, name } = error as InvalidPropertyError;
  const [first, ...frames] = stack.split(/\n(?=\s*at )/);
  expect(first).toBe(`InvalidPropertyError: ${message}`);
  expect(name).toBe("InvalidPropertyError");
  expect(frames[0]).toMatch(/program-error\.test\.ts:\d+:\d+\)$/);
  expect(frames.filter((frame) => /[\\/](?:lib|node_modules)[\\/]/.test(frame))).toEqual([]);
});
