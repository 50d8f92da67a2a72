import { FileError } from "../../lib/files/file-error";
import { ifReadable } from "../../lib/files/if-readable";
import { JsonError } from "../../lib/files/json";

function failing(error: Error): () => string {
  return () => {
    throw error;
  };
}

test("is what the reader gives", () => {
  expect(ifReadable(() => "text")).toBe("text");
});

test.each([new FileError("a.json is not a file"), new JsonError("not JSON")])("is nothing after a $name", (error) => {
  expect(ifReadable(failing(error))).toBeUndefined();
});

test("hides no fault of the reader itself", () => {
  expect(() => ifReadable(failing(new TypeError("a fault")))).toThrow("a fault");
});
