import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { DataResource, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import ts from "typescript";

import * as lib from "../../lib";
import { newApp, newCluster, newStack, synthesize } from "../support/stack";

const FOLDER = join(__dirname, "../../docs/guides");
const guides = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));

const textOf = (guide: string) => readFileSync(join(FOLDER, guide), "utf8");
const snippetsOf = (guide: string) =>
  [...textOf(guide).matchAll(/```typescript\n(.*?)```/gs)].map(([, code = ""]) => code);

describe.each(guides.filter((guide) => snippetsOf(guide).length > 0))("docs/guides/%s", (guide) => {
  test.each(snippetsOf(guide).map((code, i) => [i + 1, code] as const))(
    "example %i runs, and synthesizes",
    (_i, code) => {
      const stack = newStack(undefined, newApp());
      const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true }).stringValue;
      const isAboutClusters = code.includes("cluster.");
      const cluster = isAboutClusters ? newCluster(stack) : undefined;
      const network = isAboutClusters ? stack.node.findChild("network") : new lib.PrivateNetwork(stack, "network");
      const known = {
        ...lib,
        DataResource,
        ScalewayProvider,
        TerraformOutput,
        TerraformStack,
        stack,
        network,
        cluster,
        password,
      };
      const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
      const run = compileFunction(outputText, Object.keys(known)) as (...values: unknown[]) => void;
      run(...Object.values(known));
      expect(() => synthesize(stack)).not.toThrow();
    },
  );
});

const ROOT = join(__dirname, "../..");
const pages = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...guides.map((name) => `docs/guides/${name}`),
  "examples/README.md",
  ...readdirSync(join(ROOT, "examples"))
    .map((name) => `examples/${name}/README.md`)
    .filter((page) => existsSync(join(ROOT, page))),
];

test.each(pages)("the links of %s lead somewhere", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");
  for (const [, target = "", anchor] of text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
    const file = target === "" ? join(ROOT, page) : join(ROOT, dirname(page), target);
    expect([target, existsSync(file)]).toEqual([target, true]);
    if (anchor === undefined) continue;
    const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replaceAll(" ", "-"),
    );
    expect(headings).toContain(anchor);
  }
});
