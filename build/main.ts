import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";

import { rebuild } from "./folder";

const ROOT = join(__dirname, "..");
const TSC = require.resolve("typescript/bin/tsc");

/** Declarations keep the comments that editors show; the code needs none. */
const PASSES = [
  ["--emitDeclarationOnly"],
  ["--declaration", "false", "--declarationMap", "false", "--removeComments", "--noCheck"],
] as const;

/** Compiles `lib` of a package to its `dist`. */
function compile(folder: string): void {
  rebuild(join(folder, "dist"), (made) => {
    for (const options of PASSES) run(TSC, "-p", join(folder, "tsconfig.build.json"), "--outDir", made, ...options);
  });
}

function run(script: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) throw new Error(`${script} ${args.join(" ")}: exit ${status ?? "by a signal"}`);
}

try {
  compile(join(ROOT, "guard"));
  // Pipelines that have no library of constructs run it from the guard's package.
  cpSync(join(ROOT, "action/guard.sh"), join(ROOT, "guard/action/guard.sh"));
  compile(ROOT);
  run(require.resolve("ts-node/dist/bin.js"), join(ROOT, "terrain/build.ts"));
} catch (error) {
  // The compiler has said what is wrong.
  console.error((error as Error).message);
  process.exitCode = 1;
}
