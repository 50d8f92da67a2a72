import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ISOLATIONS } from "../../guard/lib/cli";
import { runAsync } from "../../guard/lib/cli/run";
import { ISOLATIONS as CLUSTER_ISOLATIONS } from "../../lib/cluster";
import { environmentsFile } from "../../lib/init/environments-file";
import { LIBRARY } from "../support/library";

const TEMPLATE = join(__dirname, "../../templates/cdktf");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-init-test-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function init(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const streams = {
    out: (text: string) => (out += `${text}\n`),
    err: (text: string) => (err += `${text}\n`),
    color: false,
  };
  const code = await runAsync(["init", ...args], streams, LIBRARY);
  return { code, out, err };
}

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    .sort();
}

function read(...path: string[]): string {
  return readFileSync(join(folder, ...path), "utf8");
}

test("writes the template, and says what to do next", async () => {
  const place = join(folder, "My Platform");
  const { code, out, err } = await init(place);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const expected = filesIn(TEMPLATE).filter((name) => name !== "help" && name !== ".hooks.sscaff.js");
  expect(filesIn(place)).toEqual(expected.map((name) => name.replace("{{}}", "")).sort());
  expect(JSON.parse(read("My Platform", "package.json"))).toMatchObject({ name: "my-platform" });
  expect(read("My Platform", "README.md")).toMatch(/^# my-platform\n/);
  expect(JSON.parse(read("My Platform", "cdktf.json"))).toMatchObject({
    projectId: expect.stringMatching(/^[\da-f-]{36}$/),
    sendCrashReports: "false",
  });
  for (const name of filesIn(place)) expect(read("My Platform", name)).not.toMatch(/(?<!\$)\{\{/);
  expect(out).toContain(
    `Wrote ${place}, with the environments development, staging, production. Next:\n\n  cd ${place}\n`,
  );
  for (const script of ["synth", "plan", "graph"]) expect(out).toContain(`npm run ${script}`);
});

test("the template's environments are those that init writes when nobody says otherwise", async () => {
  await init(join(folder, "p"));
  expect(read("p", "environments.ts")).toBe(readFileSync(join(TEMPLATE, "environments.ts"), "utf8"));
});

test("environments and isolation are what was said, and production is larger", async () => {
  const { code, out } = await init(join(folder, "p"), "--environments", "test, prod-eu", "--isolation", "full");
  expect(code).toBe(0);
  expect(out).toContain("the environments test, prod-eu");
  const written = read("p", "environments.ts");
  expect(written).toBe(environmentsFile({ environments: ["test", "prod-eu"], isolation: "full" }));
  expect(written).toMatch(/ {2}test: \{\n {4}subnet: "172\.16\.0\.0\/22",\n {4}isolation: "full",\n {4}pool: .*DEV1-M/);
  expect(written).toMatch(/ {2}"prod-eu": \{\n {4}production: true,\n {4}subnet: "172\.16\.4\.0\/22",\n/);
});

test("each of the most environments has a network of its own", () => {
  const environments = Array.from({ length: 1024 }, (_, index) => `e${index}`);
  const subnets = environmentsFile({ environments, isolation: "controlled" }).match(/172\.\d+\.\d+\.0\/22/g)!;
  expect(new Set(subnets).size).toBe(1024);
  expect(subnets.at(-1)).toBe("172.31.252.0/22");
});

test("a project of pnpm says pnpm everywhere", async () => {
  const { out } = await init(join(folder, "p"), "--package-manager", "pnpm");
  expect(out).toContain("  pnpm install\n  pnpm test ");
  expect(out).not.toMatch(/(?<!p)npm /);
  for (const name of ["README.md", ".gitlab-ci.yml", ".github/workflows/platform.yml"])
    expect(read("p", name).replaceAll("npm install --global pnpm@10", "")).not.toMatch(/(?<!p)npm (?!ci)/);
  expect(read("p", ".gitlab-ci.yml")).toContain(
    "    - npm install --global pnpm@10\n    - pnpm install --frozen-lockfile\n    - pnpm test\n    - bash ",
  );
  expect(read("p", "README.md")).toContain("pnpm run plan staging");
  expect(existsSync(join(folder, "p/pnpm-workspace.yaml"))).toBe(true);
});

test("takes an empty folder that is there, and a repository that was cloned empty", async () => {
  mkdirSync(join(folder, "empty"));
  expect(await init(join(folder, "empty"))).toMatchObject({ code: 0 });
  mkdirSync(join(folder, "cloned/.git"), { recursive: true });
  expect(await init(join(folder, "cloned"))).toMatchObject({ code: 0 });
});

test("takes the current folder, and says nothing of going there", async () => {
  const here = process.cwd();
  mkdirSync(join(folder, "platform"));
  process.chdir(join(folder, "platform"));
  try {
    const { code, out } = await init(".");
    expect(code).toBe(0);
    expect(out).not.toContain("  cd ");
    expect(JSON.parse(read("platform/package.json"))).toMatchObject({ name: "platform" });
  } finally {
    process.chdir(here);
  }
});

test.each([
  ["a folder that is not empty", [""], /is there already, and is not empty: name a new folder/],
  ["a file", ["file"], /file is there already, and is no folder: name another/],
  ["two folders", ["a", "b"], /too many arguments|takes one folder/],
])("refuses %s, and writes nothing", async (_, names, said) => {
  writeFileSync(join(folder, "file"), "mine");
  const { code, err } = await init(...names.map((name) => join(folder, name)));
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(said) });
  expect(filesIn(folder)).toEqual(["file"]);
});

test.each([
  [
    "Production",
    'an environment must have a name of lowercase letters, digits and -, such as staging, got "Production"',
  ],
  ["a,,b", 'got ""'],
  ["", 'got ""'],
  ["a,b,a", "the environment a is there twice"],
  [Array.from({ length: 1025 }, (_, index) => `e${index}`).join(), "there are at most 1024 environments, got 1025"],
])("refuses the environments %.20s, and writes nothing", async (names, said) => {
  const { code, err } = await init(join(folder, "p"), "--environments", names);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(said) });
  expect(existsSync(join(folder, "p"))).toBe(false);
});

test.each([
  ["--isolation", "none", "Allowed choices are controlled, full"],
  ["--fork", "cdk", "Allowed choices are cdktf, cdktn"],
  ["--package-manager", "bun", "Allowed choices are npm, pnpm"],
])("%s %s is none", async (option, value, said) => {
  expect(await init(join(folder, "p"), option, value)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
});

test.each(["", " "])("refuses the name %j, and writes nothing into the current folder", async (name) => {
  const here = process.cwd();
  process.chdir(folder);
  try {
    const { code, err } = await init(name);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("init needs the name of a folder") });
    expect(filesIn(folder)).toEqual([]);
  } finally {
    process.chdir(here);
  }
});

test("isolation is what clusters take", () => {
  expect([...ISOLATIONS]).toEqual([...CLUSTER_ISOLATIONS]);
});

test("the template takes the versions that this library is tested with", () => {
  const manifest = (file: string) =>
    JSON.parse(readFileSync(join(__dirname, "../..", file), "utf8")) as Record<string, Record<string, string>> & {
      version: string;
    };
  const { dependencies } = manifest("templates/cdktf/package.json");
  const library = manifest("package.json");
  expect(dependencies).toMatchObject({
    "cdktf-scaleway-kapsule": `^${library.version}`,
    "@cdktf/provider-scaleway": `npm:cdktf-provider-scaleway@^${manifest("provider/package.json").version}`,
    cdktf: library.peerDependencies!.cdktf,
  });
});
