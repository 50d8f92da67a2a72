import { join } from "node:path";

import ts from "typescript";

const ROOT = join(__dirname, "../..");

/** What the compiler says of a module, as strictly as this repository is compiled; the package's own name is its sources. */
export function compileErrors(code: string): string[] {
  const file = join(__dirname, "compiled.ts");
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = { "cdktf-scaleway-kapsule": [join(ROOT, "lib/index.ts")] };
  const options = { ...parsed.options, noEmit: true, noUnusedLocals: false, paths };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => (path === file ? code : readFile(path));
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (path) => path === file || fileExists(path);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText, start = 0 }) => {
    const around = code.slice(start, start + 60);
    return `${ts.flattenDiagnosticMessageText(messageText, "\n")} at: ${around}`;
  });
}
