import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { run } from "../../lib/cli/run";

/** What the command line says, and its exit code. */
export function cli(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = run(args, { out: (text) => out.push(text), err: (text) => err.push(text), color: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** A folder for each test of the file, and what writes a file into it. */
export function workingFolder() {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kapsule-cli-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (...names: string[]): string => join(folder, ...names);
  const write = (name: string, content: unknown): string => {
    const file = at(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  };
  return { at, write };
}
