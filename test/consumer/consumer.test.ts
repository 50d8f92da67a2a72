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

/** What Node tells an ES module of the names in the packages, and every entry of them. */
const NAMES = `
import { provider, vpc } from "@cdktf/provider-scaleway";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { Vpc } from "@cdktf/provider-scaleway/lib/vpc/index.js";
import { SecureKapsule } from "cdktf-scaleway-kapsule";
import { DependencyGraph } from "cdktf-scaleway-kapsule/order";
import { findRecreations } from "cdktf-scaleway-kapsule/recreation";
import { planOf } from "cdktf-scaleway-kapsule/testing";
const found = [provider.ScalewayProvider, vpc.Vpc, K8SCluster, Vpc, SecureKapsule, DependencyGraph, findRecreations, planOf];
console.log(found.map((each) => typeof each).join(), vpc.Vpc === Vpc);
`;

/** Properties as a strict project has them: optional ones that are undefined, and lists that nobody may change. */
const STRICT = `
import { App, TerraformStack } from "cdktf";
import {
  ApiAccess,
  type DatabaseInstanceProps,
  type KapsuleClusterOptions,
  type NodePoolOptions,
  type PrivateNetworkProps,
  RecreationGuard,
  type RecreationGuardOptions,
  type RemovalPolicy,
  SecureKapsule,
  type SecureKapsuleProps,
  type VpcProps,
} from "cdktf-scaleway-kapsule";

const vpc: VpcProps = { name: undefined, region: undefined, tags: undefined, enableRouting: undefined, removalPolicy: undefined };
const network: PrivateNetworkProps = { ...vpcShared(), vpc: undefined, subnet: undefined };
const pool: Partial<NodePoolOptions> = { autoscaling: undefined, labels: undefined, taints: undefined, zone: undefined };
const cluster: Partial<KapsuleClusterOptions> = { apiAccess: undefined, autoscaler: undefined, type: undefined };
const database: Partial<DatabaseInstanceProps> = { volume: undefined, backups: undefined, settings: undefined };
const guard: RecreationGuardOptions = { base: undefined, onMay: undefined, stateful: undefined };
const whole: Partial<SecureKapsuleProps> = { database: undefined, network: undefined, removalPolicy: undefined };

function vpcShared(): { readonly tags: readonly ["a", "b"]; readonly removalPolicy: RemovalPolicy | undefined } {
  return { tags: ["a", "b"] as const, removalPolicy: undefined };
}

const stack = new TerraformStack(new App(), "strict");
RecreationGuard.of(stack, guard);
const pools = { system: { nodeType: "DEV1-M", size: 1, tags: ["a"], taints: [{ key: "k", value: "v", effect: "NoSchedule" }] } } as const;
const platform = new SecureKapsule(stack, "platform", {
  network: { ...network, ...vpcShared() },
  cluster: { ...cluster, version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.fromAnywhere(), tags: ["a"] as const },
  pools,
});
console.log(platform.pools.system.name.length > 0, [vpc, pool, database, whole].length);
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

  describe("as ES modules", () => {
    const esm = join(folder, "esm");

    beforeAll(() => {
      mkdirSync(esm);
      writeFileSync(join(esm, "package.json"), JSON.stringify({ private: true, type: "module" }));
      writeFileSync(join(esm, "main.ts"), MAIN);
      writeFileSync(join(esm, "names.ts"), NAMES);
      writeFileSync(join(esm, "strict.ts"), STRICT);
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
