import { join } from "node:path";

import ts from "typescript";

export const ROOT = join(__dirname, "../..");

/** What the compiler says of a module, as strictly as this repository is compiled; the package's own name is its sources. */
export function compileErrors(code: string): string[] {
  return compileAll([code])[0] ?? [];
}

/** The same for several modules in one run, which takes hardly longer than one. */
export function compileAll(codes: readonly string[]): string[][] {
  const files = new Map(codes.map((code, i) => [join(__dirname, `compiled-${i}.ts`), code]));
  program = ts.createProgram([...files.keys()], options, hostOf(files), program);
  const compiled = program;
  return [...files].map(([file, code]) =>
    ts.getPreEmitDiagnostics(compiled, compiled.getSourceFile(file)).map(({ messageText, start = 0 }) => {
      const around = code.slice(start, start + 60);
      return `${ts.flattenDiagnosticMessageText(messageText, "\n")} at: ${around}`;
    }),
  );
}

export const options = compilerOptions();
const host = ts.createCompilerHost(options);
/** Everything but the modules to compile stays as it is, so that it is parsed and bound once. */
const parsed = new Map<string, ts.SourceFile | undefined>();
let program: ts.Program | undefined;

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    ...host,
    readFile: (path) => files.get(path) ?? host.readFile(path),
    fileExists: (path) => files.has(path) || host.fileExists(path),
    getSourceFile: (path, version) => {
      const code = files.get(path);
      if (code !== undefined) return ts.createSourceFile(path, code, version);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, version));
      return parsed.get(path);
    },
  };
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = {
    "kapsule-guard": [join(ROOT, "guard/lib/index.ts")],
    "kapsule-guard/*": [join(ROOT, "guard/lib/*/index.ts")],
    "cdktf-scaleway-kapsule": [join(ROOT, "lib/index.ts")],
    "cdktf-scaleway-kapsule/*": [join(ROOT, "lib/*/index.ts"), join(ROOT, "lib/*.ts")],
  };
  return { ...options, noEmit: true, noUnusedLocals: false, paths };
}
