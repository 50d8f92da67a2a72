import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { installedLibrary } from "../../lib/cli/library";
import { run, runAsync } from "../../lib/cli/run";

const here = process.cwd();
let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "kapsule-adopt-")));
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "state.json"), '{ "version": 4, "resources": [] }');
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

function install(name: string, code: string): void {
  const at = join(folder, "node_modules", name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "package.json"), JSON.stringify({ name, exports: { "./adopt": "./adopt.js" } }));
  writeFileSync(join(at, "adopt.js"), code);
}

const adopt = ["adopt", "--state", "state.json", "--out", "new"];

async function outcome(...given: Parameters<typeof runAsync> extends [unknown, unknown, ...infer Rest] ? Rest : never) {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const code = await runAsync(adopt, { out: say, err: say, color: false }, ...given);
  return { code, said: said.join("\n") };
}

test.each(["cdktf-scaleway-kapsule", "cdktn-scaleway-kapsule"])("%s is found where the command runs", (name) => {
  install(name, 'exports.adoptProgram = () => "by " + __filename;');
  const answer = installedLibrary.adopt().adoptProgram({ stack: "s", mode: "moved", file: "main.ts" });
  expect(answer).toBe(`by ${join(folder, "node_modules", name, "adopt.js")}`);
});

test("without a library, it says what to install", async () => {
  expect(await outcome()).toEqual({
    code: 2,
    said: expect.stringMatching(/not installed here: npm install cdktf-scaleway-kapsule/),
  });
});

test("a library whose peers are missing is told of by the name of what is missing", async () => {
  install("cdktf-scaleway-kapsule", 'require("cdk-that-is-not-there");');
  expect(await outcome()).toEqual({
    code: 2,
    said: expect.stringMatching(/'cdk-that-is-not-there'.*npm install cdktf-scaleway-kapsule/),
  });
});

test("a fault of the library is no bad input", async () => {
  install("cdktf-scaleway-kapsule", 'throw new TypeError("a fault");');
  await expect(outcome()).rejects.toThrow("a fault");
});

test("bad input is bad input, whichever copy of this package says so", async () => {
  class RecreationInputError extends Error {
    override name = "RecreationInputError";
  }
  const adopt = () => ({ adoptProgram: () => Promise.reject(new RecreationInputError("no state")) });
  const library = { ...installedLibrary, adopt };
  expect(await outcome(library)).toEqual({ code: 2, said: "kapsule-guard: no state" });
});

test("no other command asks for the library", () => {
  install("cdktf-scaleway-kapsule", 'throw new TypeError("a fault");');
  expect(run(["explain", "cascade"], { out: () => undefined, err: () => undefined, color: false })).toBe(0);
});
