import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import {
  createProgram,
  flattenDiagnosticMessageText,
  getPreEmitDiagnostics,
  ModuleKind,
  ScriptTarget,
} from "typescript";

import { generate } from "./generate";
import { GENERATED_FOLDER, LIB_FOLDER } from "./paths";

/** Compiles the generated bindings into the layout of a prebuilt provider: `lib/<kebab-name>/index.js`. */
function compile(sources: string): void {
  const program = createProgram([join(sources, "index.ts"), join(sources, "lazy-index.ts")], {
    target: ScriptTarget.ES2020,
    module: ModuleKind.CommonJS,
    declaration: true,
    strict: true,
    skipLibCheck: true,
    rootDir: sources,
    outDir: LIB_FOLDER,
    types: ["node"],
  });
  const { diagnostics } = program.emit();
  const errors = [...getPreEmitDiagnostics(program), ...diagnostics];
  if (errors.length > 0) {
    throw new Error(errors.map((error) => flattenDiagnosticMessageText(error.messageText, "\n")).join("\n"));
  }
}

/**
 * `require` of the package loads one resource when it is asked for, not all of them at once. The names stand in an
 * expression that never runs, since that is where Node looks for what it tells ES modules; written as getters of `exports`,
 * as the generator has them, it would leave them out.
 */
function useLazyIndex(): void {
  const lazy = join(LIB_FOLDER, "lazy-index.js");
  const getters = /defineProperty\(exports, '(\w+)', \{ get: function \(\) \{ return require\('([^']+)'\)/g;
  const entries = [...readFileSync(lazy, "utf8").matchAll(getters)].map(([, name = "", file = ""]) => ({ name, file }));
  const index = [
    '"use strict";',
    "const lazy = (name, load) => Object.defineProperty(exports, name, { enumerable: true, get: load });",
    ...entries.map(({ name, file }) => `lazy("${name}", () => require("${file}"));`),
    `0 && (module.exports = { ${entries.map(({ name }) => name).join(", ")} });`,
  ];
  writeFileSync(join(LIB_FOLDER, "index.js"), `${index.join("\n")}\n`);
  rmSync(lazy);
  rmSync(join(LIB_FOLDER, "lazy-index.d.ts"));
}

async function main(): Promise<void> {
  rmSync(LIB_FOLDER, { recursive: true, force: true });
  compile(await generate());
  useLazyIndex();
  rmSync(GENERATED_FOLDER, { recursive: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
