import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** The first stack of the README, which newcomers copy. */
const MAIN = /```typescript\n(import [\s\S]*?)```/.exec(readFileSync(join(ROOT, "README.md"), "utf8"))![1]!;

const ORDER = `
import { readFileSync } from "node:fs";
import { DependencyGraph } from "cdktf-scaleway-kapsule/order";
import { findRecreations } from "cdktf-scaleway-kapsule/recreation";
const stack: unknown = JSON.parse(readFileSync("cdktf.out/stacks/platform/cdk.tf.json", "utf8"));
console.log(DependencyGraph.of(stack).layers().length + findRecreations({ before: stack, after: stack }).length);
`;

const KIT = `
import { matchers, planOf, PlanError, stateOf, synthesize } from "cdktf-scaleway-kapsule/testing";
console.log([matchers.toDependOn, planOf, PlanError, stateOf, synthesize].map((each) => typeof each).join());
`;

const TSCONFIG = {
  compilerOptions: {
    target: "ES2022",
    module: "commonjs",
    moduleResolution: "node10",
    strict: true,
    types: ["node"],
    skipLibCheck: false,
  },
  files: ["main.ts", "order.ts", "kit.ts"],
};

describe("a project that installs the packed packages", () => {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-consumer-"));
  const run = (command: string, args: string[], cwd = folder, ci = ""): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      env: { ...process.env, CI: ci },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}: exit ${status}\n${stdout}${stderr}`);
    return stdout;
  };

  beforeAll(() => {
    const packs = join(folder, "packs");
    mkdirSync(packs);
    run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", packs], ROOT);
    run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", packs, "-w", "provider"], ROOT);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      devDependencies: Record<string, string>;
    };
    const tools = ["cdktf", "constructs", "typescript", "@types/node"].map(
      (name) => `${name}@${devDependencies[name]}`,
    );
    const tarballs = readdirSync(packs).map((name) => join(packs, name));
    run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs, ...tools]);
    writeFileSync(join(folder, "main.ts"), MAIN);
    writeFileSync(join(folder, "order.ts"), ORDER);
    writeFileSync(join(folder, "kit.ts"), KIT);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  }, 180_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("compiles strictly against the shipped types, and synthesizes", () => {
    run("npx", ["tsc"]);
    run("node", ["main.js"]);
    expect(run("node", ["order.js"]).trim()).toBe("4");
    expect(run("node", ["kit.js"]).trim()).toBe(Array(5).fill("function").join());
    const stack = JSON.parse(readFileSync(join(folder, "cdktf.out/stacks/platform/cdk.tf.json"), "utf8")) as {
      resource: object;
    };
    expect(Object.keys(stack.resource)).toHaveLength(6);
  }, 120_000);

  test("passes in CI with the lock that a developer's synth wrote, and has the command line", () => {
    run("node", ["main.js"], folder, "true");
    const check = ["check", "cdktf.out/stacks/platform/cdk.tf.json", "--lock", "recreation-locks/platform.json"];
    expect(run("npx", ["kapsule-guard", ...check])).toContain("0 blocking");
  }, 60_000);

  test("resolves subpaths for modern module resolution, too", () => {
    run("npx", ["tsc", "--module", "node16", "--moduleResolution", "node16", "--noEmit"]);
  }, 120_000);

  test("has one copy of cdktf, constructs and the provider", () => {
    const folders = readdirSync(join(folder, "node_modules"), { recursive: true, encoding: "utf8" });
    for (const name of ["cdktf", "constructs", "@cdktf/provider-scaleway"]) {
      const copies = folders.filter(
        (file) => file === `${name}/package.json` || file.endsWith(`node_modules/${name}/package.json`),
      );
      expect(copies).toEqual([`${name}/package.json`]);
    }
  }, 60_000);

  test("gets the sources that the source maps point to, and no tests", () => {
    const files = readdirSync(join(folder, "node_modules/cdktf-scaleway-kapsule"), {
      recursive: true,
      encoding: "utf8",
    });
    expect(files).toEqual(
      expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "dist/index.js.map", "lib/index.ts", "LICENSE"]),
    );
    expect(files.filter((file) => /^(test|examples)\b|\.test\./.test(file))).toEqual([]);
  });
});
