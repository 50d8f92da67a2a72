import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse, parseAllDocuments } from "yaml";

import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { writeLockFile } from "../../guard/lib/recreation/baseline/lock/file";
import { lockOf } from "../../guard/lib/recreation/baseline/lock/lock";

const ROOT = join(__dirname, "../..");
const STACK = "secure-cluster";
const configuration = JSON.stringify(synthesizeApp(EXAMPLES[STACK]!)[STACK]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-action-"));
  write(`cdktf.out/stacks/${STACK}/cdk.tf.json`, configuration);
  mkdirSync(join(folder, "recreation-locks"));
  writeLockFile(
    join(folder, "recreation-locks", `${STACK}.json`),
    lockOf(JSON.parse(configuration), { stack: STACK, backend: undefined }),
  );
  // As an installation has it: the command, and the script that calls it.
  write(
    "bin/npx",
    `#!/bin/sh\nshift\nshift\nexec "${process.execPath}" "${join(ROOT, "guard/dist/cli/main.js")}" "$@"\n`,
  );
  write("bin/npm", '#!/bin/sh\necho "npm $*"\n');
  for (const name of ["npx", "npm"]) chmodSync(join(folder, "bin", name), 0o755);
  write("node_modules/cdktf-scaleway-kapsule/action/guard.sh", readFileSync(join(ROOT, "action/guard.sh"), "utf8"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string): void {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

function edit(from: string, to: string): void {
  expect(configuration).toContain(from);
  write(`cdktf.out/stacks/${STACK}/cdk.tf.json`, configuration.replace(from, to));
}

function bash(script: string, environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, ...environment },
  });
  return { status, stdout, stderr };
}

const guard = (environment: Record<string, string> = {}) =>
  bash(join(ROOT, "action/guard.sh"), { GUARD_OUT: "out", ...environment });

describe("action/guard.sh", () => {
  test("exits with 0 where nothing blocks, and leaves a report of each kind", () => {
    expect(guard()).toMatchObject({ status: 0, stdout: expect.stringContaining("Nothing is lost.") });
    expect(read("out/guard.md")).toContain("0 blocking");
    expect(JSON.parse(read("out/guard.sarif"))).toMatchObject({ version: "2.1.0" });
    expect(read("out/guard.junit.xml")).toContain("nothing is lost");
  });

  test("exits with 1 where a finding blocks, which all reports have", () => {
    edit('"cni":"cilium"', '"cni":"calico"');
    expect(guard()).toMatchObject({ status: 1, stdout: expect.stringContaining('cni = "cilium" -> "calico"') });
    expect(read("out/guard.md")).toContain("| ⛔ | `scaleway_k8s_cluster.cluster_611F8AFF`");
    const [run] = (JSON.parse(read("out/guard.sarif")) as { runs: { results: unknown[] }[] }).runs;
    expect(run!.results).toContainEqual(
      expect.objectContaining({
        level: "error",
        locations: [
          expect.objectContaining({
            physicalLocation: expect.objectContaining({
              artifactLocation: { uri: `recreation-locks/${STACK}.json` },
            }),
          }),
        ],
      }),
    );
    expect(read("out/guard.junit.xml")).toContain("<failure");
  });

  describe("with the command that synthesizes", () => {
    const reports = ["guard.md", "guard.sarif", "guard.junit.xml"];
    const writing = reports.map((name) => `echo "$KAPSULE_GUARD_BASE" > "$KAPSULE_GUARD_REPORTS/${name}"`).join("; ");

    test("keeps the reports of a synth that the guard stops", () => {
      const { status, stdout } = guard({ GUARD_SYNTH: `${writing}; echo stopped; exit 1`, GUARD_BASE: "v1.4.0" });
      expect({ status, stdout }).toEqual({ status: 1, stdout: "stopped\n" });
      for (const name of reports) expect(read(`out/${name}`)).toBe("v1.4.0\n");
    });

    test("reports a synth that fails otherwise with what it said, and never with what an earlier one left", () => {
      write("out/guard.md", "### of an earlier run");
      const { status } = guard({ GUARD_SYNTH: "echo 'main.ts(1,1): error' >&2; exit 2" });
      expect(status).toBe(2);
      expect(read("out/guard.md")).toBe("### The synth failed\n\n~~~text\nmain.ts(1,1): error\n~~~\n");
    });

    test("checks what the synth has written", () => {
      write("edited.json", configuration.replace('"cni":"cilium"', '"cni":"calico"'));
      const { status } = guard({ GUARD_SYNTH: `cp edited.json cdktf.out/stacks/${STACK}/cdk.tf.json` });
      expect(status).toBe(1);
      expect(read("out/guard.md")).toContain("⛔");
    });
  });

  test("checks plans, too", () => {
    write("plan.json", JSON.stringify(planThatDestroysTheDatabase()));
    expect(guard({ GUARD_PLANS: "*.json" })).toMatchObject({ status: 1 });
    expect(read("out/guard.md")).toContain("## Plans");
  });

  test("takes an approval of one stack for none of another", () => {
    const approved = (stack: string, approvals: object[]) => {
      const { "//": meta, ...rest } = JSON.parse(configuration) as { "//": { metadata: object } };
      const metadata = { ...meta.metadata, stackName: stack, recreationApprovals: approvals };
      write(`cdktf.out/stacks/${stack}/cdk.tf.json`, JSON.stringify({ "//": { metadata }, ...rest }));
      writeLockFile(join(folder, "recreation-locks", `${stack}.json`), lockOf(rest, { stack }));
    };
    const address = "scaleway_rdb_instance.database_EBDE4557";
    approved("staging", [{ kind: "removal", address, reason: "staging, holds no data" }]);
    approved("production", []);
    const plan = JSON.stringify(planThatDestroysTheDatabase());
    const plans = (name: string) =>
      guard({
        GUARD_CONFIGURATIONS: "cdktf.out/stacks/staging/cdk.tf.json cdktf.out/stacks/production/cdk.tf.json",
        GUARD_PLANS: name,
      });
    write("cdktf.out/stacks/production/plan.json", plan);
    expect(plans("cdktf.out/stacks/*/plan.json")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("of stack production"),
    });
    write("plans/production.json", plan);
    expect(plans("plans/production.json").status).toBe(1);
    write("plans/staging.json", plan);
    expect(plans("plans/staging.json")).toMatchObject({ status: 0, stdout: expect.stringContaining("1 approved") });
    write("plan.json", plan);
    expect(plans("plan.json")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("nothing tells which of the stacks"),
    });
  });

  test("exits with 2 where no plan matches, and where the command is not installed", () => {
    expect(guard({ GUARD_PLANS: "plans/*.json" })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no plan matches plans/*.json"),
    });
    write("bin/npx", "#!/bin/sh\nexit 1\n");
    expect(guard()).toMatchObject({ status: 2, stderr: expect.stringContaining("it is not installed in") });
  });

  test("exits with 2 on bad input, be it beside a finding", () => {
    edit('"cni":"cilium"', '"cni":"calico"');
    write("plan.json", "{}");
    expect(guard({ GUARD_PLANS: "plan.json" }).status).toBe(2);
  });

  test("says what to do where there is no configuration", () => {
    expect(guard({ GUARD_CONFIGURATIONS: "none/*.json" })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no configuration matches none/*.json; synthesize the app first"),
    });
  });
});

describe("folders of HCL", () => {
  const main = (cni: string): string =>
    `resource "scaleway_k8s_cluster" "c" {\n  name    = "c"\n  version = "1.35.3"\n  cni     = "${cni}"\n}\n`;
  const HCL = { GUARD_FOLDERS: "infra", CI: "false" };
  const git = (...args: string[]): void => {
    const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    expect(spawnSync("git", [...identity, ...args], { cwd: folder }).status).toBe(0);
  };
  beforeEach(() => {
    write("infra/main.tf", main("cilium"));
    git("init", "--quiet");
    git("add", "infra");
    git("commit", "--quiet", "--message", "base");
    write("infra/main.tf", main("calico"));
  });

  test.each(["infra", "."])("are checked against the base revision: %s", (folders) => {
    expect(guard({ ...HCL, GUARD_FOLDERS: folders })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("infra/main.tf:4"),
    });
    expect(read("out/guard.sarif")).toContain('"uri": "infra/main.tf"');
    git("add", "infra");
    git("commit", "--quiet", "--message", "edit");
    expect(guard({ ...HCL, GUARD_FOLDERS: folders }).status).toBe(0);
  });

  test("take the approvals for plans from the folder, too", () => {
    write("infra/plan.json", JSON.stringify(planThatDestroysTheDatabase()));
    expect(guard({ ...HCL, GUARD_PLANS: "infra/plan.json" }).status).toBe(1);
    write("infra/main.tf", main("cilium"));
    write(
      "infra/kapsule-guard.hcl",
      'allow_removal "scaleway_rdb_instance.database_EBDE4557" {\n  reason = "moved"\n}\n',
    );
    expect(guard({ ...HCL, GUARD_PLANS: "infra/plan.json" })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("1 approved"),
    });
  });

  test("need nothing installed: the command is fetched", () => {
    write(
      "bin/npx",
      `#!/bin/sh\ncase "$1 $2" in\n"--no-install "*) exit 1;;\n"--yes kapsule-guard@0.1.0") shift; shift;;\nesac\nexec "${process.execPath}" "${join(ROOT, "guard/dist/cli/main.js")}" "$@"\n`,
    );
    expect(guard({ ...HCL, GUARD_VERSION: "0.1.0" })).toMatchObject({ status: 1 });
  });
});

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
}

test("the GitHub action writes the summary, tells the exit code, and fails with it", () => {
  const { runs } = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as { runs: { steps: Step[] } };
  const step = runs.steps.find(({ id }) => id === "guard")!;
  const files = { GITHUB_STEP_SUMMARY: join(folder, "summary"), GITHUB_OUTPUT: join(folder, "output") };
  edit('"cni":"cilium"', '"cni":"calico"');
  expect(Object.keys(step.env!)).toEqual(
    expect.arrayContaining(["GUARD_CONFIGURATIONS", "GUARD_LOCKS", "GUARD_PLANS", "GUARD_BASE", "GUARD_ON_MAY"]),
  );
  expect(bash(step.run!, { ...files, ACTION: ROOT, GUARD_OUT: join(folder, "out") }).status).toBe(0);
  expect(read("summary")).toContain("scaleway_k8s_cluster.cluster_611F8AFF");
  expect(read("output")).toContain("exit-code=1\n");
  expect(read("output")).toContain(`sarif-file=${join(folder, "out/guard.sarif")}`);
  const last = runs.steps.at(-1)!;
  expect(bash(last.run!, { CODE: "1" }).status).toBe(1);
  expect(bash(last.run!, { CODE: "0" }).status).toBe(0);
});

test("the GitLab component installs, synthesizes and checks, and keeps the report of tests", () => {
  const documents = parseAllDocuments(readFileSync(join(ROOT, "templates/kapsule-guard.yml"), "utf8"));
  const [spec, jobs] = documents.map((document) => document.toJS() as unknown) as unknown as [
    { spec: { inputs: Record<string, { default: string }> } },
    Record<string, unknown>,
  ];
  const text = JSON.stringify(jobs["kapsule-guard"]).replace(
    /\$\[\[ inputs\.([\w-]+) \]\]/g,
    (_, name: string) => spec.spec.inputs[name]!.default,
  );
  const job = JSON.parse(text) as {
    script: string[];
    variables: Record<string, string>;
    artifacts: { reports: { junit: string } };
  };
  expect(text).not.toContain("inputs.");
  edit('"cni":"cilium"', '"cni":"calico"');
  const { status, stdout } = bash(`set -e\n${job.script.join("\n")}`, job.variables);
  expect(stdout).toMatch(/npm ci[\s\S]*npm run synth[\s\S]*cni = "cilium" -> "calico"/);
  expect(status).toBe(1);
  expect(existsSync(join(folder, job.artifacts.reports.junit))).toBe(true);
  write("node_modules/kapsule-guard/action/guard.sh", 'echo "checks $GUARD_FOLDERS"');
  const ofFolders = bash(`set -e\n${job.script.join("\n")}`, { ...job.variables, GUARD_FOLDERS: "infra" });
  expect(ofFolders).toMatchObject({ status: 0, stdout: expect.stringContaining("checks infra") });
  expect(ofFolders.stdout).not.toContain("npm run synth");
});

function planThatDestroysTheDatabase(): object {
  return {
    format_version: "1.2",
    resource_changes: [
      {
        address: "scaleway_rdb_instance.database_EBDE4557",
        mode: "managed",
        type: "scaleway_rdb_instance",
        name: "database_EBDE4557",
        provider_name: "registry.terraform.io/scaleway/scaleway",
        change: { actions: ["delete"], before: { id: "x" }, after: null, after_unknown: {} },
      },
    ],
    configuration: configurationIn(configuration),
  };
}

/** The resources of a configuration as a plan has them. */
function configurationIn(text: string): object {
  const { resource } = JSON.parse(text) as { resource: Record<string, Record<string, object>> };
  const resources = Object.entries(resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => ({ address: `${type}.${name}`, expressions: {} })),
  );
  return { root_module: { resources } };
}

describe("action/comment.sh", () => {
  /** A stand-in for GitHub's command: it notes its arguments, and answers with comments, or as one that may only read. */
  const comment = (answer: string, writes = true) => {
    write("body.md", "### stack platform: compared with a lock.\n");
    write(
      "bin/gh",
      `#!/bin/bash\necho "$*" >> "$PWD/calls"\ncase "$1 $2" in "pr view") echo '${answer}';; *) ${writes ? "exit 0" : "exit 1"};; esac\n`,
    );
    chmodSync(join(folder, "bin/gh"), 0o755);
    const environment = {
      NUMBER: "7",
      REPOSITORY: "o/r",
      BODY: "body.md",
      PLACE: "apps/a b",
      GITHUB_STEP_SUMMARY: "summary.md",
    };
    return { ...bash(join(ROOT, "action/comment.sh"), environment), calls: read("calls").trim().split("\n") };
  };

  test("writes a comment with a marker of its own where there is none", () => {
    const { status, calls } = comment("");
    expect(status).toBe(0);
    expect(calls[0]).toContain('viewerDidAuthor and (.body | startswith("<!-- kapsule-guard apps/a_b -->"))');
    expect(calls[1]).toMatch(/^pr comment 7 --repo o\/r --body-file/);
  });

  test("writes over the one that it left", () => {
    const { status, calls } = comment("https://github.example/o/r/pull/7#issuecomment-42");
    expect(status).toBe(0);
    expect(calls[1]).toMatch(/^api --silent --method PATCH repos\/o\/r\/issues\/comments\/42 --field body=@/);
  });

  test("does not fail for a token that only reads, and says so in the summary", () => {
    const { status, stdout } = comment("", false);
    expect(status).toBe(0);
    expect(stdout).toContain("the token may only read");
    expect(read("summary.md")).toContain("not shown as a comment");
  });
});
