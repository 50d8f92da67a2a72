import { rewriteCode, rewritePage, rewriteText } from "../../terrain/rewrite";

describe("imports", () => {
  test.each([
    ['import { App } from "cdktf";', 'import { App } from "cdktn";'],
    ["import * as cdktf from 'cdktf';", "import * as cdktf from 'cdktn';"],
    ['const cdktf_1 = require("cdktf");', 'const cdktf_1 = require("cdktn");'],
    ['const x = require("cdktf/lib/tokens");', 'const x = require("cdktn/lib/tokens");'],
    ['export * from "@cdktf/provider-scaleway/lib/vpc";', 'export * from "@cdktn/provider-scaleway/lib/vpc";'],
    ['type App = import("cdktf").App;', 'type App = import("cdktn").App;'],
    [
      'import { planOf } from "cdktf-scaleway-kapsule/testing";',
      'import { planOf } from "cdktn-scaleway-kapsule/testing";',
    ],
  ])("%s", (cdktf, terrain) => {
    expect(rewriteCode(cdktf)).toBe(terrain);
  });

  test.each([
    'import { hcl } from "cdktf-hcl";',
    'import { x } from "./cdktf";',
    'const SYMBOL = Symbol.for("cdktf/TerraformStack");',
    'const fork = "cdktf";',
    'if (process.env.CDKTF_OUTDIR) throw new Error("cdktf.out");',
  ])("leave alone: %s", (code) => {
    expect(rewriteCode(code)).toBe(code);
  });

  test("several on one line, and after each other", () => {
    expect(rewriteCode('import "cdktf"; import "cdktf";\nimport "cdktf";')).toBe(
      'import "cdktn"; import "cdktn";\nimport "cdktn";',
    );
  });
});

describe("words", () => {
  test.each([
    ["CDKTF constructs", "CDK Terrain constructs"],
    ["Update cdktf-scaleway-kapsule.", "Update cdktn-scaleway-kapsule."],
    ["(`cdktf destroy staging`)", "(`cdktn destroy staging`)"],
    [
      "npm install cdktf@0.21.0 ./cdktf-provider-scaleway-1.0.0.tgz",
      "npm install cdktn@0.24.0 ./cdktn-provider-scaleway-1.0.0.tgz",
    ],
    ["npx cdktf-cli@0.21.0 synth", "npx cdktn-cli@0.24.0 synth"],
  ])("%s", (cdktf, terrain) => {
    expect(rewriteText(cdktf)).toBe(terrain);
  });

  test.each([
    "`cdktf.json` and cdktf.out",
    "CDKTF_CONTEXT_JSON",
    "for CDKTF: cdktf, for CDK Terrain: cdktn",
    "uses: cdktf-scaleway-kapsule/cdktf-scaleway-kapsule@v0",
    "https://github.com/cdktf-scaleway-kapsule/cdktf-scaleway-kapsule/issues",
  ])("leave alone: %s", (text) => {
    expect(rewriteText(text)).toBe(text);
  });

  test("a folder of the package is no repository", () => {
    expect(rewriteText("node_modules/cdktf-scaleway-kapsule/action/guard.sh")).toBe(
      "node_modules/cdktn-scaleway-kapsule/action/guard.sh",
    );
  });

  test("a line that names both leaves the next one to be rewritten", () => {
    expect(rewriteText("cdktf or cdktn\nCDKTF")).toBe("cdktf or cdktn\nCDK Terrain");
  });
});

describe("pages", () => {
  const program = (core: string) => `Text.\n\n\`\`\`typescript\nimport { App } from "${core}";\n\`\`\`\n\nMore.`;

  test("have programs that import what their reader has", () => {
    expect(rewritePage(program("cdktf"))).toBe(program("cdktn"));
  });

  test("have other blocks and text as they are", () => {
    const page = '```json\n{ "app": "x", "language": "cdktf" }\n```\nfrom "cdktf"';
    expect(rewritePage(page)).toBe(page);
  });
});
