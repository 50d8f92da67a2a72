import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { pack } from "../../build/tarball";
import { deployed, type Pipeline } from "../support/deployed";
import { CDK_TERRAIN, CDKTF } from "./forks";
import { firstStack, KIT, NAMES, ORDER, STRICT } from "./programs";

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

const root = mkdtempSync(join(tmpdir(), "kapsule-consumer-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const MANIFEST = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as {
  devDependencies: Record<string, string>;
};

/** The framework and the constructs that a README tells a newcomer to install. */
function frameworksOf(readme: string): string[] {
  const [, ...found] = /^npm install (\S+@\S+) (constructs@\S+) /m.exec(readFileSync(readme, "utf8"))!;
  return found;
}

describe.each([CDKTF, CDK_TERRAIN])("a project that installs the packages for $name", (fork) => {
  const folder = join(root, fork.core);
  const run = (command: string, args: string[], cwd = folder, pipeline?: Pipeline): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      env: { ...process.env, CI: "", ...pipeline },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}: exit ${status}\n${stdout}${stderr}`);
    return stdout;
  };

  beforeAll(() => {
    const packs = join(folder, "packs");
    mkdirSync(packs, { recursive: true });
    const tarballs = fork.packages.map((from) => {
      const { name, filename } = pack(from, packs);
      return `${name === fork.published ? fork.bindings : name}@file:${join(packs, filename)}`;
    });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
    const tools = ["typescript", "@types/node"].map((name) => `${name}@${MANIFEST.devDependencies[name]}`);
    tools.push(...frameworksOf(join(fork.packages[0]!, "README.md")));
    run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs, ...tools, fork.otherProvider]);
    writeFileSync(join(folder, "main.ts"), firstStack(fork.packages[0]!));
    writeFileSync(join(folder, "order.ts"), fork.code(ORDER));
    writeFileSync(join(folder, "kit.ts"), fork.code(KIT));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  }, 180_000);

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
    run("node", ["main.js"], folder, deployed(folder));
    const check = ["check", "cdktf.out/stacks/platform/cdk.tf.json", "--lock", "recreation-locks/platform.json"];
    expect(run("npx", ["kapsule-guard", ...check])).toMatch(
      /^\S+: compared with recreation-locks\/platform\.json at \w+ \(HEAD\), provider [\d.]+\. Nothing is lost\.$/m,
    );
  }, 60_000);

  test("has adopt in the command of the guard, too, which finds the library where it runs", () => {
    const vpc = { id: "fr-par/11111111-1111-1111-1111-111111111111", name: "main", region: "fr-par" };
    const instance = { mode: "managed", type: "scaleway_vpc", name: "main", instances: [{ attributes: vpc }] };
    const state = { version: 4, serial: 1, lineage: "l", outputs: {}, resources: [instance] };
    writeFileSync(join(folder, "adopted.tfstate"), JSON.stringify(state));
    const command = join("node_modules", "kapsule-guard", "dist", "cli", "main.js");
    run("node", [command, "adopt", "--state", "adopted.tfstate", "--out", "adopted"]);
    const program = readFileSync(join(folder, "adopted/main.ts"), "utf8");
    expect(program).toContain(`from "${fork.library}"`);
    expect(program).toContain("new Vpc(");
  }, 60_000);

  test("resolves subpaths for modern module resolution, too", () => {
    run("npx", ["tsc", "--module", "node16", "--moduleResolution", "node16", "--noEmit"]);
  }, 120_000);

  describe("as ES modules", () => {
    const esm = join(folder, "esm");

    beforeAll(() => {
      mkdirSync(esm);
      writeFileSync(join(esm, "package.json"), JSON.stringify({ private: true, type: "module" }));
      writeFileSync(join(esm, "main.ts"), firstStack(fork.packages[0]!));
      writeFileSync(join(esm, "names.ts"), fork.code(NAMES));
      writeFileSync(join(esm, "strict.ts"), fork.code(STRICT));
      const compilerOptions = {
        ...TSCONFIG.compilerOptions,
        module: "nodenext",
        moduleResolution: "nodenext",
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
      };
      const files = ["main.ts", "names.ts", "strict.ts"];
      writeFileSync(join(esm, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
      run("npx", ["tsc"], esm);
    }, 120_000);

    test("the first stack of the README runs as it stands", () => {
      run("node", ["main.js"], esm);
      const stack = readFileSync(join(esm, "cdktf.out/stacks/platform/cdk.tf.json"), "utf8");
      expect(Object.keys((JSON.parse(stack) as { resource: object }).resource)).toHaveLength(6);
    }, 60_000);

    test("Node sees the names, and the same classes by every way", () => {
      expect(run("node", ["names.js"], esm).trim()).toBe(`${Array(8).fill("function").join()} true`);
    }, 60_000);

    test("strict projects pass undefined, and lists that nobody may change", () => {
      expect(run("node", ["strict.js"], esm).trim()).toBe("true 4");
    }, 60_000);
  });

  test("has one copy of the fork, of constructs and of the bindings, beside another provider", () => {
    const folders = readdirSync(join(folder, "node_modules"), { recursive: true, encoding: "utf8" });
    for (const name of [fork.core, "constructs", fork.bindings]) {
      const copies = folders.filter(
        (file) => file === `${name}/package.json` || file.endsWith(`node_modules/${name}/package.json`),
      );
      expect(copies).toEqual([`${name}/package.json`]);
    }
  }, 60_000);

  test("gets the sources that the source maps point to, and no tests but the example of one", () => {
    const files = readdirSync(join(folder, "node_modules", fork.library), {
      recursive: true,
      encoding: "utf8",
    });
    expect(files).toEqual(expect.arrayContaining(["dist/index.js", "dist/index.d.ts", "lib/index.ts", "LICENSE"]));
    const tests = files.filter((file) => /^(test|terrain)\b|\.test\./.test(file));
    expect(tests.filter((file) => !file.startsWith("templates/"))).toEqual(["examples/testing/platform.test.ts"]);
  });

  test("names in code, messages and documentation the packages that are there", () => {
    const other = fork === CDKTF ? CDK_TERRAIN : CDKTF;
    const installed = join(folder, "node_modules", fork.library);
    const named = readdirSync(installed, { recursive: true, encoding: "utf8" })
      // The page on moving from one fork to the other is about both, and so are the templates.
      .filter((file) => /\.(js|ts|md)$/.test(file) && !/^docs\/cdk-terrain\.md$|^templates\//.test(file))
      .flatMap((file) => readFileSync(join(installed, file), "utf8").split("\n"))
      // The repository of both has one name.
      .map((line) => line.replaceAll("cdktf-scaleway-kapsule/cdktf-scaleway-kapsule", ""))
      .filter((line) => line.includes(other.library) || line.includes(other.bindings));
    // A line that is about both, as that of the README on the other fork.
    expect(named.filter((line) => !line.includes(fork.core))).toEqual([]);
  });
});

/** The same app, before and after its imports say CDK Terrain. */
describe("a project that moves from CDKTF to CDK Terrain", () => {
  const locks = (fork: typeof CDKTF) => join(root, fork.core, "recreation-locks");
  const synth = (program = "main.js", cwd = join(root, CDK_TERRAIN.core)) =>
    spawnSync("node", [program], { cwd, encoding: "utf8", env: { ...process.env, ...pipeline } });
  let pipeline: Pipeline;

  beforeAll(() => {
    cpSync(locks(CDKTF), locks(CDK_TERRAIN), { recursive: true });
    pipeline = deployed(join(root, CDK_TERRAIN.core));
  });

  test("keeps every address: the guard finds nothing, with the lock that CDKTF left", () => {
    const { status, stdout, stderr } = synth();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^stack platform: compared with recreation-locks\/platform\.json at \w+ \(deployed\), provider [\d.]+\. Nothing is lost\.$/m,
    );
    expect(readFileSync(join(locks(CDK_TERRAIN), "platform.json"), "utf8")).toBe(
      readFileSync(join(locks(CDKTF), "platform.json"), "utf8"),
    );
  });

  test("writes the same configuration, but for the version of the tool", () => {
    const configuration = ({ core }: typeof CDKTF) => {
      const file = join(root, core, "cdktf.out/stacks/platform/cdk.tf.json");
      const { "//": _metadata, terraform, ...rest } = JSON.parse(readFileSync(file, "utf8")) as Record<string, object>;
      // The path of the local state is that of the project.
      return { ...rest, terraform: { ...terraform, backend: undefined } };
    };
    expect(configuration(CDK_TERRAIN)).toEqual(configuration(CDKTF));
  });

  test("is still guarded", () => {
    const folder = join(root, CDK_TERRAIN.core);
    const edited = readFileSync(join(folder, "main.js"), "utf8").replace('cni: "cilium"', 'cni: "calico"');
    writeFileSync(join(folder, "edited.js"), edited);
    const { status, stderr } = synth("edited.js");
    expect(status).not.toBe(0);
    expect(stderr).toContain('cni = "cilium" -> "calico"');
  });

  test("says what to install where the old packages are still used", () => {
    const folder = join(root, "mixed");
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    for (const { core } of [CDKTF, CDK_TERRAIN])
      cpSync(join(root, core, "node_modules"), join(folder, "node_modules"), { recursive: true });
    const main = readFileSync(join(root, CDKTF.core, "main.js"), "utf8").replace(
      'require("cdktf")',
      'require("cdktn")',
    );
    writeFileSync(join(folder, "main.js"), main);
    const { status, stderr } = synth("main.js", folder);
    expect(status).not.toBe(0);
    expect(stderr).toContain(
      "platform: this stack is of another copy of cdktf than cdktf-scaleway-kapsule, or of cdktn. " +
        "Keep one copy of cdktf (npm ls cdktf shows all); for stacks of cdktn, install cdktn-scaleway-kapsule.",
    );
  });
});
