import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import * as lib from "../../lib";
import { compileAll, ROOT } from "../support/compile";

/** Every page that a reader may meet. */
const PAGES = ["README.md", "guard/README.md", "CONTRIBUTING.md", ...pagesIn("docs"), ...pagesIn("examples")];

function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => relative(ROOT, join(ROOT, folder, name)));
}

/** Sources, whose docstrings have examples. */
const SOURCES = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("lib", name));

/** The examples in the docstrings of a source. */
const examplesOf = (source: string) =>
  [...readFileSync(join(ROOT, source), "utf8").matchAll(/ \* ```typescript\n(.*?) \* ```/gs)].map(([, code = ""]) =>
    code.replace(/^ \* ?/gm, ""),
  );

const snippetsOf = (page: string) =>
  [...readFileSync(join(ROOT, page), "utf8").matchAll(/```typescript\n(.*?)```/gs)].map(([, code = ""]) => code);

/** What the pages say that their snippets are about. */
const CONTEXT = `
  import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
  import { App, DataResource, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
  import { ${Object.keys(lib)
    .filter((name) => /^[A-Z][a-z]/.test(name))
    .join(", ")} } from "cdktf-scaleway-kapsule";
  import type { NodePoolOptions } from "cdktf-scaleway-kapsule";
  import { planOf } from "cdktf-scaleway-kapsule/testing";
  import "cdktf-scaleway-kapsule/testing/jest";
  declare const app: App;
  declare const stack: TerraformStack;
  declare const network: PrivateNetwork;
  declare const cluster: KapsuleCluster;
  declare const password: string;
  declare const options: NodePoolOptions;
  declare const construct: KapsuleCluster;
  declare const before: TerraformStack;
  declare const after: TerraformStack;
`;

/** A snippet that imports is a file of its own; any other stands in the constructor of a stack. */
function asModule(code: string): string {
  if (/^import /m.test(code)) return code.replace('"./platform"', '"../../examples/testing/platform"');
  return `${CONTEXT}export async function snippet(this: TerraformStack) {\n${code}}\n`;
}

const numbered = (place: string, codes: readonly string[]) =>
  codes.map((code, i) => ({ place: `${place} ${i + 1}`, code }));

const snippets = [
  ...PAGES.flatMap((page) => numbered(page, snippetsOf(page))),
  ...SOURCES.flatMap((source) => numbered(source, examplesOf(source))),
].filter(
  // Nothing here depends on Vitest, whose users have it.
  ({ code }) => !code.includes('from "vitest"'),
);

test("there are snippets on many pages, and examples in many docstrings", () => {
  const places = new Set(snippets.map(({ place }) => place.split(" ")[0] ?? ""));
  expect([...places].filter((place) => place.endsWith(".md")).length).toBeGreaterThan(10);
  expect([...places].filter((place) => place.endsWith(".ts")).length).toBeGreaterThan(10);
});

test("every snippet compiles, as strictly as the library", () => {
  const errors = compileAll(snippets.map(({ code }) => asModule(code)));
  expect(
    snippets.map(({ place }, i) => [place, ...(errors[i] ?? [])]).filter(([, ...found]) => found.length > 0),
  ).toEqual([]);
});
