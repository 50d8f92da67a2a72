import { join } from "node:path";

import ts from "typescript";

import { options, ROOT } from "./compile";

const CURSOR = "▮";

/** What an editor offers where the cursor stands in a module. */
export function completionsAt(codeWithCursor: string): string[] {
  const file = join(__dirname, "completed.ts");
  const position = codeWithCursor.indexOf(CURSOR);
  code.set(file, codeWithCursor.replace(CURSOR, ""));
  versions.set(file, (versions.get(file) ?? 0) + 1);
  const completions = service.getCompletionsAtPosition(file, position, {});
  return completions?.entries.map(({ name }) => name) ?? [];
}

const code = new Map<string, string>();
const versions = new Map<string, number>();

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [...code.keys()],
  getScriptVersion: (path) => String(versions.get(path) ?? 0),
  getScriptSnapshot: (path) => {
    const text = code.get(path) ?? ts.sys.readFile(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => ROOT,
  getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  fileExists: (path) => code.has(path) || ts.sys.fileExists(path),
  readFile: (path) => code.get(path) ?? ts.sys.readFile(path),
  directoryExists: (path) => ts.sys.directoryExists(path),
});
