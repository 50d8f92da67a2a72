import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { parse } from "yaml";

import { pack, PUBLISHED } from "../../build/tarball";
import { templateArchive } from "../../build/template";
import { CDK_TERRAIN, CDKTF } from "./forks";
import { Registry } from "./registry";

const ROOT = join(__dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "kapsule-init-"));
const packs = join(root, "packs");
let registry: Registry;

interface Outcome {
  readonly code: number;
  readonly output: string;
}

function run(command: string, args: string[], cwd: string, environment: Record<string, string> = {}): Promise<Outcome> {
  const env = {
    ...process.env,
    // Neither a pipeline, nor a machine with an engine, which not every one has.
    CI: "false",
    PATH: [join(root, "bin"), process.env.PATH].join(delimiter),
    npm_config_registry: registry.url,
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(command, args, { cwd, encoding: "utf8", env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

async function succeed(...given: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(...given);
  if (code !== 0) throw new Error(`${given[0]} ${given[1].join(" ")}: exit ${code}\n${output}`);
  return output;
}

beforeAll(async () => {
  mkdirSync(packs);
  mkdirSync(join(root, "bin"));
  for (const engine of ["terraform", "tofu"]) {
    writeFileSync(join(root, "bin", engine), "#!/bin/sh\nexit 127\n");
    chmodSync(join(root, "bin", engine), 0o755);
  }
  registry = await new Registry(packs, process.env.npm_config_registry ?? "https://registry.npmjs.org/").start();
  for (const folder of PUBLISHED) {
    const tarball = pack(join(ROOT, folder), packs);
    const manifest = await succeed("tar", ["-xzOf", join(packs, tarball.filename), "package/package.json"], packs);
    registry.publish(tarball, JSON.parse(manifest) as object);
  }
}, 180_000);
afterAll(() => {
  registry.stop();
  rmSync(root, { recursive: true, force: true });
});

/** The folders that hold a package; pnpm links to one from many places. */
function copiesOf(folder: string, name: string): string[] {
  const modules = join(folder, "node_modules");
  const found = readdirSync(modules, { recursive: true, encoding: "utf8" }).filter(
    (file) => file === `${name}/package.json` || file.endsWith(`/node_modules/${name}/package.json`),
  );
  return [...new Set(found.map((file) => realpathSync(join(modules, file))))];
}

describe.each([
  { fork: CDKTF, manager: "npm", command: ["npm"], run: "npx" },
  { fork: CDK_TERRAIN, manager: "pnpm", command: ["npx", "--yes", "pnpm@10"], run: "npx" },
])("init, for $fork.name with $manager", ({ fork, manager, command: [command, ...before] }) => {
  const folder = join(root, manager, "my-platform");
  const manage = (...args: string[]) => succeed(command!, [...before, ...args], folder);
  let installed: string;

  beforeAll(async () => {
    mkdirSync(join(root, manager));
    const args = ["--yes", fork.library, "init", "my-platform", "--package-manager", manager];
    // npx keeps what it installed earlier under this name.
    const environment = { npm_config_cache: join(root, "npx") };
    const said = await succeed("npx", args, join(root, manager), environment);
    expect(said).toContain(`Wrote my-platform`);
    installed = await manage("install");
  }, 300_000);

  test("the packages install without a warning of ours", () => {
    const ours = installed.split("\n").filter((line) => /scaleway|kapsule|\b(?:cdktf|cdktn|constructs)\b/.test(line));
    expect(ours.filter((line) => /warn|peer|ignored/i.test(line))).toEqual([]);
  });

  test("there is one copy of the fork, of constructs and of the bindings", () => {
    const names =
      manager === "pnpm" ? [fork.core, "constructs", fork.published] : [fork.core, "constructs", fork.bindings];
    for (const name of names) expect(copiesOf(folder, name)).toHaveLength(1);
  });

  test("its tests pass, and say what they leave out where there is no engine", async () => {
    const output = await manage("test");
    expect(output).toMatch(/Tests: +3 skipped, 9 passed, 12 total/);
    expect(output).toContain("○ skipped the real provider plans it (needs Terraform or OpenTofu)");
  }, 180_000);

  test("its synth passes by each of the ways to run it, and its types hold", async () => {
    expect(await manage("run", "synth")).toMatch(
      /wrote 3 locks: recreation-locks\/development\.json, .*; commit them\.\n/,
    );
    for (const runner of ["tsx", "ts-node"])
      expect(await succeed("npx", ["--no-install", runner, "main.ts"], folder)).toContain("Nothing is lost.");
    await manage("run", "check");
    await succeed("npx", ["--no-install", "tsc"], folder);
    expect(await succeed("node", ["dist/main.js"], folder)).toContain("Nothing is lost.");
    expect(existsSync(join(folder, "cdktf.out/stacks/production/cdk.tf.json"))).toBe(true);
  }, 180_000);

  test("it plans what is named, and says what is not", async () => {
    const unknown = await run("npx", ["--no-install", "tsx", "plan.ts", "prod"], folder);
    expect(unknown).toEqual({
      code: 2,
      output: "prod is none of the environments development, staging, production\n",
    });
    const none = await run("npx", ["--no-install", "tsx", "plan.ts", "staging"], folder, { TERRAFORM: "no-engine" });
    expect(none).toEqual({ code: 2, output: "no-engine did not run: install Terraform, or say TERRAFORM=tofu\n" });
  });

  test("an edit that would replace a cluster is stopped, with the line of the program", async () => {
    const file = join(folder, "platform.ts");
    const program = readFileSync(file, "utf8");
    writeFileSync(file, program.replace('cni: "cilium"', 'cni: "calico"'));
    const { code, output } = await run("npx", ["--no-install", "tsx", "main.ts"], folder);
    writeFileSync(file, program);
    expect(code).toBe(1);
    expect(output).toContain('cni = "cilium" -> "calico"');
    expect(output).toMatch(/^ {4}platform\.ts:\d+$/m);
  });
});

test("cdktf init makes the same project of the template", async () => {
  writeFileSync(join(packs, "template.zip"), templateArchive(join(ROOT, "templates/cdktf")));
  const [ours, theirs] = [join(root, "ours/my-platform"), join(root, "theirs/my-platform")];
  mkdirSync(theirs, { recursive: true });
  await succeed("node", [join(ROOT, "dist/command.js"), "init", ours, "--yes"], root);
  const template = ["init", "--template", `${registry.url}/-/tarball/template.zip`];
  const answers = ["--local", "--project-name=p", "--project-description=p", "--enable-crash-reporting=false"];
  // It asks what the newest Terraform is, and goes on without an answer.
  await run("npx", ["--yes", "cdktf-cli@0.21.0", ...template, ...answers], theirs, { CHECKPOINT_DISABLE: "1" });
  expect(existsSync(join(theirs, "node_modules", CDKTF.library))).toBe(true);
  const projectIn = (folder: string) => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const written = names.filter((name) => !name.startsWith("node_modules") && name !== "package-lock.json");
    return written.sort().map((name) => [name, statSync(join(folder, name)).isFile() && withoutId(join(folder, name))]);
  };
  expect(projectIn(theirs)).toEqual(projectIn(ours));
}, 300_000);

/** Each project has an id of its own. */
function withoutId(file: string): string {
  return readFileSync(file, "utf8").replace(/"projectId": ".*"/, "");
}

test("yarn resolves the peers to one copy, without a warning", async () => {
  const folder = join(root, "yarn");
  mkdirSync(folder);
  const dependencies = {
    [CDKTF.bindings]: `npm:${CDKTF.published}@^1.0.0`,
    [CDKTF.library]: "^0.1.0",
    cdktf: "^0.21.0",
    constructs: "~10.7.0",
  };
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "y", private: true, license: "UNLICENSED", dependencies }),
  );
  const output = await succeed("npx", ["--yes", "yarn@1.22", "install", "--registry", registry.url], folder, {
    YARN_CACHE_FOLDER: join(root, "yarn-cache"),
  });
  expect(output.split("\n").filter((line) => /^warning.*(?:scaleway|kapsule|cdktf|peer)/.test(line))).toEqual([]);
  for (const name of ["cdktf", "constructs", CDKTF.bindings]) expect(copiesOf(folder, name)).toHaveLength(1);
}, 180_000);

test("a dry run of the step that publishes publishes all five packages", async () => {
  const workflow = parse(readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8")) as {
    jobs: { publish: { steps: { name?: string; run?: string }[] } };
  };
  const script = workflow.jobs.publish.steps.find(({ run: command }) => command?.includes("npm publish"))!.run!;
  const empty = await new Registry(packs, "http://127.0.0.1:9/").start();
  try {
    mkdirSync(join(root, "release"));
    await succeed("cp", ["-r", packs, join(root, "release/tarballs")], root);
    const output = await succeed("bash", ["-e", "-c", script], join(root, "release"), {
      npm_config_registry: empty.url,
      npm_config_dry_run: "true",
      npm_config_fetch_retries: "0",
    });
    for (const name of ["kapsule-guard", CDKTF.library, CDKTF.published, CDK_TERRAIN.library, CDK_TERRAIN.published])
      expect(output).toMatch(new RegExp(`^\\+ ${name}@\\d`, "m"));
  } finally {
    empty.stop();
  }
}, 120_000);
