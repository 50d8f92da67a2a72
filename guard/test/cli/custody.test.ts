import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { installedLibrary } from "../../lib/cli/library";
import { run, runAsync } from "../../lib/cli/run";
import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { removeRepositories, Repository } from "../base/repository";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-cli-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  removeRepositories();
  for (const name of ["CI", "KAPSULE_GUARD_BASE", "TF_WORKSPACE"]) Reflect.deleteProperty(process.env, name);
});

const at = (name: string) => join(folder, name);
function write(name: string, content: string | Buffer): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
}

function cli(...args: string[]) {
  const out: string[] = [];
  const stream = (text: string) => out.push(text);
  const code = run(args, { out: stream, err: stream, color: false });
  return { code, out: out.join("\n") };
}

interface Written {
  readonly cni?: string;
  readonly key?: string;
  readonly stack?: string;
  readonly metadata?: object;
}

const configuration = ({ cni = "cilium", key = "web", stack = "web", metadata = {} }: Written = {}) =>
  JSON.stringify({
    "//": { metadata: { stackName: stack, ...metadata } },
    terraform: { backend: { s3: { bucket: "states", key } } },
    resource: { scaleway_k8s_cluster: { c: { name: "c", cni, version: "1.35" } } },
  });

/** A repository whose base has the lock of a configuration. */
function locked(): Repository {
  const repository = Repository.create(folder);
  cli("lock", write("out/cdk.tf.json", configuration()), "--out", at("recreation-locks/web.json"));
  repository.commit("what is deployed");
  return repository;
}

describe("check", () => {
  test("finds a lock whose folder moved in the same pull request", () => {
    const repository = locked();
    repository.git("mv", "recreation-locks", "locks");
    const edited = write("out/cdk.tf.json", configuration({ cni: "calico" }));
    cli("lock", edited, "--out", at("locks/web.json"));
    repository.commit("another folder, and another network plugin");
    process.env.CI = "true";
    process.env.KAPSULE_GUARD_BASE = "HEAD^1";
    const { code, out } = cli("check", edited, "--lock", at("locks/web.json"));
    expect(code).toBe(1);
    expect(out).toMatch(/compared with .*recreation-locks\/web\.json at \w{12} \(HEAD\^1\)/);
    expect(out).toContain('cni = "cilium" -> "calico"');
  });

  test("compares nothing with the lock of another state, and says so", () => {
    locked();
    const edited = write("out/cdk.tf.json", configuration({ cni: "calico", key: "web-pr-1" }));
    const { code, out } = cli("check", edited, "--lock", at("recreation-locks/web.json"));
    expect(code).toBe(0);
    expect(out).toContain("nothing was compared: its state is s3 bucket=states key=web-pr-1, which has no lock yet");
    const moved = configuration({ cni: "calico", key: "web-pr-1", metadata: { recreationGuard: { state: "moved" } } });
    expect(cli("check", write("out/cdk.tf.json", moved), "--lock", at("recreation-locks/web.json"))).toMatchObject({
      code: 1,
    });
  });

  test("takes another workspace for another state", () => {
    locked();
    const edited = write("out/cdk.tf.json", configuration({ cni: "calico" }));
    process.env.TF_WORKSPACE = "staging";
    expect(cli("check", edited, "--lock", at("recreation-locks/web.json"))).toMatchObject({
      code: 0,
      out: expect.stringContaining("key=web workspace=staging, which has no lock yet"),
    });
  });

  test("does not run where nothing is judged", () => {
    locked();
    process.env.KAPSULE_GUARD_BASE = "none";
    expect(cli("check", at("out/cdk.tf.json"), "--lock", at("recreation-locks/web.json"))).toMatchObject({
      code: 2,
      out: expect.stringContaining("KAPSULE_GUARD_BASE is none, which is for runs that only build"),
    });
  });

  test("refuses a file that says one thing twice", () => {
    const text = configuration().replace(/\}$/, ', "resource": { "scaleway_vpc": { "v": {} } } }');
    const file = write("twice.json", text);
    expect(cli("check", file, "--before", file)).toMatchObject({
      code: 2,
      out: expect.stringContaining('the key "resource" is there twice'),
    });
  });

  test("ignores blocks of a newer Terraform, and takes no other file for a configuration", () => {
    const { "//": meta, ...rest } = JSON.parse(configuration()) as { "//": object };
    const file = write("newer.json", JSON.stringify({ "//": meta, ...rest, action: { scaleway_x: {} }, list: {} }));
    expect(cli("check", file, "--before", file).code).toBe(0);
    const other = write("other.json", '{ "data": [], "list": {} }');
    expect(cli("check", other, "--before", other).code).toBe(2);
  });

  test.each([
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["UTF-16, as PowerShell redirects", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ])("reads %s", (_, encode) => {
    const file = write("encoded.json", encode(configuration()));
    expect(cli("check", file, "--before", file).code).toBe(0);
  });

  test("waits for no pipe in a module's folder, and follows no link to a device", () => {
    const called = JSON.stringify({ module: { m: { source: "./m" } }, resource: {} });
    const file = write("cdk.tf.json", called);
    write("m/main.tf.json", "{}");
    execFileSync("mkfifo", [at("m/pipe")]);
    execFileSync("mkfifo", [at("m/pipe.tf.json")]);
    symlinkSync("/dev/zero", at("m/zero.tf.json"));
    expect(cli("check", file, "--before", file).code).toBe(0);
  });
});

describe("files of others", () => {
  test.each(["infra", "infra/main.tf"])("of HCL is not needed, and what does its work is named: %s", (name) => {
    write("infra/main.tf", 'resource "scaleway_vpc" "v" {}\n');
    const { code, out } = cli("lock", at(name), "--out", at("lock.json"));
    expect(code).toBe(2);
    expect(out).toContain(`HCL needs no lock, as git has what it was: kapsule-guard check ${at("infra")} compares it`);
    expect(existsSync(at("lock.json"))).toBe(false);
  });

  test.each(["package.json", "out/cdk.tf.json"])("lock --out %s writes over nothing but locks", (name) => {
    const file = write("out/cdk.tf.json", configuration());
    write("package.json", "{}");
    const before = readFileSync(at(name), "utf8");
    expect(cli("lock", file, "--out", at(name))).toMatchObject({
      code: 2,
      out: expect.stringContaining("is no lock, and is not written over"),
    });
    expect(readFileSync(at(name), "utf8")).toBe(before);
  });

  test.each(["/dev/full", "/dev/null"])("lock --out %s is an error", (name) => {
    const file = write("out/cdk.tf.json", configuration());
    expect(cli("lock", file, "--out", name)).toMatchObject({ code: 2, out: expect.stringContaining("is a device") });
  });

  test("adopt writes over no lock without --force, and then neither file is written", async () => {
    const id = "fr-par/11111111-1111-1111-1111-111111111111";
    const resources = [
      {
        mode: "managed",
        type: "scaleway_vpc",
        name: "v",
        instances: [{ attributes: { id, region: "fr-par", name: "v" } }],
      },
    ];
    const state = write("state.json", JSON.stringify({ version: 4, serial: 1, lineage: "l", outputs: {}, resources }));
    write("new/recreation-locks/platform.json", "mine");
    const said: string[] = [];
    const stream = (text: string) => said.push(text);
    const streams = { out: stream, err: stream, color: false };
    const lock = lockOf({}, { stack: "platform" });
    const adopt = () => ({ adoptProgram: () => Promise.resolve({ program: "// new", lock, summary: "" }) });
    const library = { ...installedLibrary, adopt };
    expect(await runAsync(["adopt", "--state", state, "--out", at("new")], streams, library)).toBe(2);
    expect(said.join("\n")).toContain("platform.json is there already");
    expect(existsSync(at("new/main.ts"))).toBe(false);
    expect(await runAsync(["adopt", "--state", state, "--out", at("new"), "--force"], streams, library)).toBe(2);
    expect(said.join("\n")).toContain("is no lock, and is not written over");
    expect(existsSync(at("new/main.ts"))).toBe(false);
  });
});

describe("plan", () => {
  const address = "scaleway_k8s_cluster.c";
  const approval = { kind: "removal", address, reason: "staging, holds no data" };
  const planOf = ({ cni = "cilium" }: Written = {}) =>
    JSON.stringify({
      format_version: "1.2",
      resource_changes: [
        {
          address,
          mode: "managed",
          type: "scaleway_k8s_cluster",
          name: "c",
          change: { actions: ["delete"], before: { id: "x" }, after: null, after_unknown: {} },
        },
      ],
      configuration: { root_module: { resources: [{ address, expressions: { cni: { constant_value: cni } } }] } },
    });
  const stacks = () => [
    ...[
      "--config",
      write(
        "stacks/staging/cdk.tf.json",
        configuration({ stack: "staging", metadata: { recreationApprovals: [approval] } }),
      ),
    ],
    ...["--config", write("stacks/production/cdk.tf.json", configuration({ stack: "production" }))],
  ];

  test.each([
    ["stacks/production/plan.json", 1],
    ["stacks/staging/plan.json", 0],
    ["plans/production.json", 1],
    ["plans/staging.tfplan.json", 0],
    ["plans/plan-staging.json", 0],
    ["staging/plan.json", 0],
    ["plan.json", 2],
    ["plans/other.json", 2],
  ])("%s takes the approvals of its own stack: exit code %i", (name, code) => {
    expect(cli("plan", write(name, planOf()), ...stacks()).code).toBe(code);
  });

  test.each([
    ["one of the same text for another project", { provider: { project_id: "b" } }],
    ["one with a resource more", { more: true }],
    ["one whose name is that of another stack", { name: "stacks/staging/production.json" }],
  ])(
    "%s is not approved",
    (_, { provider, more, name = "plan.json" }: { provider?: object; more?: boolean; name?: string }) => {
      const plan = JSON.parse(planOf()) as {
        configuration: { root_module: { resources: object[] }; provider_config?: object };
      };
      if (more === true) plan.configuration.root_module.resources.push({ address: "scaleway_vpc.x", mode: "managed" });
      if (provider !== undefined)
        plan.configuration.provider_config = { scaleway: { expressions: { project_id: { constant_value: "b" } } } };
      const staging = JSON.parse(
        configuration({ stack: "staging", metadata: { recreationApprovals: [approval] } }),
      ) as object;
      const config = write(
        "stacks/staging/cdk.tf.json",
        JSON.stringify({ ...staging, provider: { scaleway: [{ project_id: "a" }] } }),
      );
      const others = ["--config", write("stacks/production/cdk.tf.json", configuration({ stack: "production" }))];
      const given = name === "plan.json" ? [] : others;
      const { code } = cli("plan", write(name, JSON.stringify(plan)), "--config", config, ...given);
      expect(code).toBe(name === "plan.json" ? 2 : 1);
    },
  );

  test("two plans are not both of one configuration", () => {
    const plans = [write("staging/eu.json", planOf()), write("staging/us.json", planOf())];
    expect(cli("plan", ...plans, ...stacks())).toMatchObject({
      code: 2,
      out: expect.stringContaining("both would be those of stack staging"),
    });
  });

  test("of another text than its configuration is an error, as is one beside another configuration", () => {
    const [, staging = ""] = stacks();
    expect(cli("plan", write("plan.json", planOf()), "--config", staging).code).toBe(0);
    expect(cli("plan", write("plan.json", planOf({ cni: "calico" })), "--config", staging)).toMatchObject({
      code: 2,
      out: expect.stringContaining("it was not made of"),
    });
    expect(cli("plan", write("stacks/production/plan.json", planOf()), "--config", staging).code).toBe(2);
  });
});
