import { renameSync, rmSync } from "node:fs";
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

/** `require` of the package loads one resource when it is asked for, not all of them at once. */
function useLazyIndex(): void {
  renameSync(join(LIB_FOLDER, "lazy-index.js"), join(LIB_FOLDER, "index.js"));
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
