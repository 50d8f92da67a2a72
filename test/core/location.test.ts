import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { runInThisContext } from "node:vm";

import { Construct } from "constructs";

import { locationOf, rememberLocation } from "../../lib/core";
import { Vpc } from "../../lib/vpc";
import { newStack } from "../support/stack";

/** The line on which it is called. */
function lineHere(): number {
  const [, line] = /:(\d+):\d+\)?$/.exec(new Error().stack?.split("\n")[2] ?? "") ?? [];
  return Number(line);
}

const here = `test/core/${basename(__filename)}`;

test("a construct of the library is made on a line of the program, and so is what is in it", () => {
  const stack = newStack();
  const [vpc, line] = [new Vpc(stack, "vpc"), lineHere()];
  expect(locationOf(vpc)).toEqual({ file: here, line });
  expect(locationOf(vpc.resource)).toEqual({ file: here, line });
});

test("the line is where the program makes it, however many constructs of its own lie between", () => {
  class Platform extends Construct {
    public readonly vpc = new Vpc(this, "vpc");
  }
  const platform = new Platform(newStack(), "platform");
  expect(locationOf(platform.vpc)?.file).toBe(here);
  expect(locationOf(platform)).toBeUndefined();
});

test("what the library did not make has no line", () => {
  const stack = newStack();
  expect(locationOf(stack)).toBeUndefined();
  expect(locationOf(new Construct(stack, "other"))).toBeUndefined();
});

test("the first time counts, and nothing of the process is changed", () => {
  const { stackTraceLimit } = Error;
  const construct = new Construct(newStack(), "c");
  const line = lineHere() + 1;
  rememberLocation(construct);
  rememberLocation(construct);
  expect(locationOf(construct)).toEqual({ file: here, line });
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

describe("of a program that was compiled", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kapsule-location-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A construct that is made by code of a file, on its third line. */
  function madeIn(file: string, call = "remember(construct)") {
    const construct = new Construct(newStack(), "c");
    const code = `(remember, construct) => {\n\n  ${call};\n}`;
    const make = runInThisContext(code, { filename: file }) as (remember: unknown, made: Construct) => void;
    make(rememberLocation, construct);
    return locationOf(construct);
  }

  test("it is a line of the source, where a map is beside it", () => {
    const file = join(folder, "main.js");
    expect(madeIn(file)).toEqual({ file, line: 3 });
    // Line 3, column 2 of the program is line 8, column 2 of main.ts.
    const map = { version: 3, file: "main.js", sources: ["../src/main.ts"], names: [], mappings: ";;EAOE" };
    writeFileSync(`${file}.map`, JSON.stringify(map));
    expect(madeIn(file)).toEqual({ file: join(folder, "..", "src", "main.ts"), line: 8 });
  });

  test("a map that is broken is none", () => {
    const file = join(folder, "main.js");
    writeFileSync(`${file}.map`, "{");
    expect(madeIn(file)).toEqual({ file, line: 3 });
  });

  test("another package is passed over, and modules have their names as URLs", () => {
    expect(madeIn(join(folder, "node_modules", "platform", "main.js"))?.file).toBe(here);
    expect(madeIn(`file://${folder}/main.mjs`)).toEqual({ file: join(folder, "main.mjs"), line: 3 });
  });

  test.each(["platform (eu)", "a b"])("a folder may be called %j", (name) => {
    const file = join(folder, name, "main.js");
    expect(madeIn(file, "(() => remember(construct))()")).toEqual({ file, line: 3 });
    expect(madeIn(file, "new (class A { constructor() { remember(construct) } })()")).toEqual({ file, line: 3 });
  });

  test("what eval runs is on the line of eval", () => {
    const file = join(folder, "main.js");
    expect(madeIn(file, 'eval("remember(construct)")')).toEqual({ file, line: 3 });
  });

  test("a folder beside the library that begins with its name is the program's", () => {
    const file = join(__dirname, "../../library/main.js");
    expect(madeIn(file)).toEqual({ file: "library/main.js", line: 3 });
  });
});
