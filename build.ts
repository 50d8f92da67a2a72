import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const TSC = require.resolve("typescript/bin/tsc");

/** Declarations keep the comments that editors show; the code needs none. */
const PASSES = [
  ["--emitDeclarationOnly"],
  ["--declaration", "false", "--declarationMap", "false", "--removeComments", "--noCheck"],
] as const;

/** Compiles `lib` of a package beside its `dist`, which it takes the place of once it is whole: two builds at once leave one of them. */
function build(folder: string): void {
  const made = mkdtempSync(join(folder, ".build-"));
  // A temporary folder is its owner's alone.
  chmodSync(made, 0o755);
  try {
    for (const options of PASSES) run(TSC, "-p", join(folder, "tsconfig.build.json"), "--outDir", made, ...options);
    replace(join(folder, "dist"), made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function replace(folder: string, by: string): void {
  const old = mkdtempSync(join(folder, "..", ".build-old-"));
  try {
    renameIfThere(folder, join(old, "dist"));
    renameSync(by, folder);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function run(script: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

build(join(__dirname, "guard"));
build(__dirname);
run(require.resolve("ts-node/dist/bin.js"), join(__dirname, "terrain/build.ts"));
