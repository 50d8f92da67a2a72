import { RecreationInputError } from "kapsule-guard/terraform";

import { asProgram, InvalidPropertyError } from "../../lib/core";
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

test("what the guard says of its input begins where the program is, and a fault of its own keeps all frames", () => {
  const thrownBy = (error: Error): string => {
    // As it is where the guard throws.
    error.stack = `${error.name}: ${error.message}\n    at x (/app/node_modules/kapsule-guard/dist/x.js:1:1)\n    at /app/main.ts:8:5`;
    try {
      return asProgram((): string => {
        throw error;
      });
    } catch (caught) {
      return (caught as Error).stack ?? "";
    }
  };
  expect(thrownBy(new RecreationInputError("no such base"))).toBe(
    "RecreationInputError: no such base\n    at /app/main.ts:8:5",
  );
  expect(thrownBy(new TypeError("a fault"))).toContain("node_modules/kapsule-guard");
});
