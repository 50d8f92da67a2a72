import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { rebuild } from "../../build/folder";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "kapsule-build-"));
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const writing = (name: string) => (made: string) => {
  writeFileSync(join(made, name), name);
};

test("what is made takes the place of what was there, whole, and nothing is left beside it", () => {
  const folder = join(parent, "dist");
  rebuild(folder, writing("first"));
  rebuild(folder, writing("second"));
  expect(readdirSync(parent)).toEqual(["dist"]);
  expect(readFileSync(join(folder, "second"), "utf8")).toBe("second");
  expect(readdirSync(folder)).toEqual(["second"]);
  expect(statSync(folder).mode & 0o777).toBe(0o755);
});

test("a build that fails leaves what was there", () => {
  const folder = join(parent, "dist");
  rebuild(folder, writing("first"));
  expect(() => {
    rebuild(folder, (made) => {
      writing("half")(made);
      throw new Error("does not compile");
    });
  }).toThrow("does not compile");
  expect(readdirSync(parent)).toEqual(["dist"]);
  expect(readdirSync(folder)).toEqual(["first"]);
});

test("another build that ends meanwhile is replaced", () => {
  const folder = join(parent, "dist");
  rebuild(folder, (made) => {
    expect(dirname(made)).toBe(parent);
    mkdirSync(folder);
    writing("other")(folder);
    writing("own")(made);
  });
  expect(readdirSync(folder)).toEqual(["own"]);
});
