import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { exclusively } from "../../guard/lib/engine/exclusive";
import { planOf } from "../../lib/testing/plan-of";

let folder: string;
const { XDG_CACHE_HOME, SCW_SECRET_KEY, AWS_SECRET_ACCESS_KEY } = process.env;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-test-"));
  Object.assign(process.env, { XDG_CACHE_HOME: folder, SCW_SECRET_KEY: "mine", AWS_SECRET_ACCESS_KEY: "mine" });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const [name, value] of Object.entries({ XDG_CACHE_HOME, SCW_SECRET_KEY, AWS_SECRET_ACCESS_KEY })) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});

interface Fake {
  version?: string;
  init?: string;
  /** What plan prints, one JSON object a line; a plan without errors succeeds. */
  plan?: object[];
}

let made = 0;

/** A command that behaves like an engine, and keeps what it was called with. */
function engine({ version = "Terraform v1.11.4", init, plan = [] }: Fake): { command: string; calls: () => Call[] } {
  made += 1;
  const [command, log] = [join(folder, `engine-${made}`), join(folder, `calls-${made}`)];
  const said = JSON.stringify({ version, init, plan, log });
  writeFileSync(
    command,
    `#!${process.execPath}
const fs = require("node:fs");
const { version, init, plan, log } = ${said};
const [name] = process.argv.slice(2);
const file = fs.existsSync("main.tf.json") ? JSON.parse(fs.readFileSync("main.tf.json", "utf8")) : {};
fs.appendFileSync(log, JSON.stringify({ name, cwd: process.cwd(), env: process.env, file }) + "\\n");
if (name === "version") console.log(version);
if (name === "init" && init !== undefined) { console.error(init); process.exit(1); }
if (name === "plan") { for (const line of plan) console.log(JSON.stringify(line)); process.exit(plan.length > 0 ? 1 : 0); }
if (name === "show") console.log(JSON.stringify({ resource_changes: [] }));
`,
  );
  chmodSync(command, 0o755);
  const calls = () =>
    readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Call);
  return { command, calls };
}

interface Call {
  name: string;
  cwd: string;
  env: Record<string, string>;
  file: object;
}

const configuration = {
  terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } }, backend: { s3: {} } },
};

test("a command that is not there, is something else or is too old is an error of its own", async () => {
  await expect(planOf(configuration, { terraform: join(folder, "none") })).rejects.toMatchObject({
    reason: "engine-missing",
    message: expect.stringContaining("Install Terraform or OpenTofu"),
  });
  await expect(planOf(configuration, { terraform: "" })).rejects.toMatchObject({ reason: "engine-missing" });
  const other = engine({ version: "Pulumi v3" });
  await expect(planOf(configuration, { terraform: other.command })).rejects.toMatchObject({
    reason: "engine-missing",
    message: expect.stringContaining("is neither Terraform nor OpenTofu"),
  });
  const old = engine({ version: "Terraform v1.10.9" });
  await expect(planOf(configuration, { terraform: old.command })).rejects.toMatchObject({
    reason: "engine-too-old",
    message: expect.stringContaining("1.10.9"),
  });
});

test.each([
  ["offline", "Could not retrieve the list of available versions: could not connect to registry.terraform.io"],
  ["provider-version", "no available releases match the given constraints >= 99.0.0"],
  ["provider-missing", "provider registry registry.terraform.io does not have a provider named"],
])("a failed installation is %s, with what the engine said", async (reason, said) => {
  const { command } = engine({ init: `│ Error: Failed\n│ ${said}` });
  await expect(planOf(configuration, { terraform: command })).rejects.toMatchObject({
    reason,
    message: expect.stringContaining(said),
  });
});

test("nothing of the caller's account reaches a plan, and nothing is left behind", async () => {
  const { command, calls } = engine({});
  const plan = await planOf(configuration, { terraform: command });
  expect(plan.engine).toEqual({ name: "Terraform", version: "1.11.4" });
  const planned = calls().find(({ name }) => name === "plan")!;
  expect(planned.file).toEqual({ terraform: [{ required_providers: expect.anything() }] });
  expect(planned.env).toMatchObject({ SCW_API_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  expect(JSON.stringify(calls().filter(({ name }) => name !== "version"))).not.toContain("mine");
  expect(planned.env.HOME).toBe(planned.cwd);
  expect(existsSync(planned.cwd)).toBe(false);
});

test("providers are installed once for the plans of a process", async () => {
  const { command, calls } = engine({});
  await Promise.all([1, 2, 3].map(() => planOf(configuration, { terraform: command })));
  expect(calls().filter(({ name }) => name === "init")).toHaveLength(1);
  expect(calls().filter(({ name }) => name === "plan")).toHaveLength(3);
});

test("a plan that fails says why, and leaves no folder", async () => {
  const diagnostic = { severity: "error", summary: "Invalid", detail: "not so", address: "scaleway_vpc.v" };
  const { command, calls } = engine({ plan: [{ type: "diagnostic", diagnostic }] });
  await expect(planOf(configuration, { terraform: command })).rejects.toMatchObject({
    reason: "plan-failed",
    message: "Terraform makes no plan:\n\n  scaleway_vpc.v: Invalid\n    not so",
    diagnostics: [diagnostic],
  });
  expect(calls().some(({ name, cwd }) => name === "plan" && existsSync(cwd))).toBe(false);
});

test.each([
  [{ variables: { nope: 1 } }, "variables of planOf names nope, which the configuration has not: it has size."],
  [{ deplyed: {} }, "planOf has no option deplyed, only data, deployed, terraform, variables."],
  [{ data: { "data.scaleway_vpc.main[a]": {} } }, "data.scaleway_vpc.main[a], which the configuration has not"],
  [{ data: { "data.scaleway_vpc.typo": {} } }, "data.scaleway_vpc.typo, which the configuration has not: it has data."],
])("a misspelt name in %j is an error", async (options, message) => {
  const known = { ...configuration, variable: { size: { default: 1 } }, data: { scaleway_vpc: { main: {} } } };
  const { command } = engine({});
  const plan = planOf(known, { terraform: command, ...options });
  await expect(plan).rejects.toMatchObject({ reason: "option-unknown", message: expect.stringContaining(message) });
});

test("a name that only the deployed configuration has is none", async () => {
  const { command } = engine({ plan: [{ type: "diagnostic", diagnostic: { severity: "error", summary: "reached" } }] });
  const deployed = { ...configuration, variable: { old: { type: "string" } } };
  await expect(planOf(configuration, { terraform: command, deployed, variables: { old: 1 } })).rejects.toThrow();
  await expect(planOf(configuration, { terraform: command, variables: { old: 1 } })).rejects.toMatchObject({
    reason: "option-unknown",
  });
});

test.each([[{}], [{ version: 3, modules: [] }], [{ format_version: "1.0", values: {} }]])(
  "%j is nothing that can be deployed",
  async (deployed) => {
    const { command } = engine({});
    await expect(planOf(configuration, { terraform: command, deployed })).rejects.toMatchObject({
      reason: "deployed-unreadable",
    });
  },
);

test("a signal ends the process, without its folders", async () => {
  const own = mkdtempSync(join(folder, "signalled-"));
  const made = JSON.stringify(join(__dirname, "../../guard/lib/engine/folders.ts"));
  const script = `require(${made}).temporaryFolder(); setInterval(() => {}, 1000); console.log("made");`;
  const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], {
    env: { ...process.env, TMPDIR: own },
  });
  const folders = () => readdirSync(own).filter((name) => name.startsWith("kapsule-plan-"));
  try {
    await once(child.stdout, "data");
    expect(folders()).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([null, "SIGTERM"]);
    expect(folders()).toEqual([]);
  } finally {
    child.kill("SIGKILL");
  }
});

test("a deployed state that cannot be read is an error of its own", async () => {
  const { command } = engine({});
  const file = join(folder, "state.json");
  writeFileSync(file, JSON.stringify({ version: 3 }));
  for (const deployed of [file, join(folder, "none.json"), folder]) {
    await expect(planOf(configuration, { terraform: command, deployed })).rejects.toMatchObject({
      reason: "deployed-unreadable",
      message: expect.stringContaining(deployed),
    });
  }
});

describe("exclusively", () => {
  test("lets one work at a time, and leaves no file", async () => {
    const lock = join(folder, "exclusive");
    let [at, most] = [0, 0];
    await Promise.all(
      [1, 2, 3].map(() =>
        exclusively(lock, async () => {
          most = Math.max(most, (at += 1));
          await new Promise((resolve) => setTimeout(resolve, 20));
          at -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith("exclusive"))).toEqual([]);
  });

  test("does not wait for a process that is gone", async () => {
    const lock = join(folder, "abandoned");
    writeFileSync(lock, "999999999");
    expect(await exclusively(lock, () => Promise.resolve("done"))).toBe("done");
  });

  test("lets the next one work after a failure", async () => {
    const lock = join(folder, "failing");
    await expect(exclusively(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await exclusively(lock, () => Promise.resolve(1))).toBe(1);
  });
});
