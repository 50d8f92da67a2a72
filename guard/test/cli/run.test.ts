import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { newestRelease } from "../../lib/provider/releases/provider-release";
import { Repository } from "../base/repository";
import { cli, workingFolder } from "./support";

const { at, write } = workingFolder();

const cluster = (cni: string, rest: object = {}) => ({
  "//": { metadata: { stackName: "platform", ...rest } },
  resource: { scaleway_k8s_cluster: { c: { name: "c", version: "1.35.3", cni, delete_additional_resources: false } } },
});

const plan = (actions: string[], replacePaths?: string[][]) => ({
  format_version: "1.2",
  planned_values: {},
  resource_changes: [
    {
      address: "scaleway_k8s_cluster.c",
      mode: "managed",
      type: "scaleway_k8s_cluster",
      name: "c",
      provider_name: "registry.terraform.io/scaleway/scaleway",
      action_reason: "replace_because_cannot_update",
      change: {
        actions,
        before: { cni: "cilium" },
        after: { cni: "calico" },
        after_unknown: {},
        replace_paths: replacePaths,
      },
    },
  ],
});

const approval = {
  kind: "replacement",
  address: "scaleway_k8s_cluster.c",
  attribute: "cni",
  from: "cilium",
  to: "calico",
  reason: "staging",
};

describe("kapsule-guard check", () => {
  test("finds a replacement against an earlier configuration", () => {
    const { code, out, err } = cli(
      "check",
      write("after.json", cluster("calico")),
      "--before",
      write("before.json", cluster("cilium")),
    );
    expect(code).toBe(1);
    expect(err).toBe("");
    expect(out).toContain("# scaleway_k8s_cluster.c must be replaced");
    expect(out).toContain('-/+ cni = "cilium" -> "calico"');
    expect(out).toMatch(
      /^\S*after\.json: compared with .*before\.json, provider [\d.]+\.\n[^]*after\.json: 1 blocking, 0 warnings, 0 approved, 0 stale approvals\.$/,
    );
  });

  test("passes what changes in place", () => {
    const before = write("before.json", cluster("cilium"));
    const after = cluster("cilium");
    after.resource.scaleway_k8s_cluster.c.version = "1.36.0";
    expect(cli("check", write("after.json", after), "--before", before)).toMatchObject({ code: 0, err: "" });
  });

  test("compares with a lock", () => {
    const lock = at("locks", "platform.json");
    expect(cli("lock", write("before.json", cluster("cilium")), "--out", lock)).toMatchObject({
      code: 0,
      err: `wrote ${lock}: 1 resources of stack platform.`,
    });
    expect(cli("check", write("same.json", cluster("cilium")), "--lock", lock).code).toBe(0);
    expect(cli("check", write("after.json", cluster("calico")), "--lock", lock).code).toBe(1);
  });

  describe("in a git repository", () => {
    let repository: Repository;
    let lock: string;
    beforeEach(() => {
      repository = Repository.create(at());
      lock = at("locks", "platform.json");
      cli("lock", write("cdk.tf.json", cluster("cilium")), "--out", lock);
      repository.commit("what is deployed");
    });

    test("compares with the lock of the base revision, whatever the file says", () => {
      const after = write("cdk.tf.json", cluster("calico"));
      expect(cli("lock", after, "--out", lock).code).toBe(0);
      const { code, out } = cli("check", after, "--lock", lock);
      expect(code).toBe(1);
      expect(out).toMatch(/^\S+: compared with .*platform\.json at [0-9a-f]{12} \(HEAD\), provider [\d.]+\.\n/);
    });

    test("takes the base revision by name", () => {
      const after = write("cdk.tf.json", cluster("calico"));
      cli("lock", after, "--out", lock);
      repository.git("tag", "deployed");
      repository.commit("another network plugin");
      expect(cli("check", after, "--lock", lock).code).toBe(0);
      expect(cli("check", after, "--lock", lock, "--base", "deployed").code).toBe(1);
      expect(cli("check", after, "--lock", lock, "--base", "nowhere")).toMatchObject({
        code: 2,
        err: expect.stringMatching(
          /^kapsule-guard: the base revision nowhere is not in this clone: run "git fetch" before/,
        ),
      });
    });

    test("says that the lock is gone, and compares all the same", () => {
      rmSync(lock);
      const { code, out } = cli("check", write("cdk.tf.json", cluster("calico")), "--lock", lock);
      expect(code).toBe(1);
      expect(out).toContain("# stack platform loses its protection");
    });

    test("tells that the state is somewhere else, as a synth does", () => {
      const backend = { terraform: { backend: { s3: { bucket: "states", key: "platform" } } } };
      const { out } = cli("check", write("cdk.tf.json", { ...cluster("cilium"), ...backend }), "--lock", lock);
      expect(out).toContain("backend = null -> s3 bucket=states key=platform");
    });
  });

  test("reads the modules beside each configuration", () => {
    const call = { "//": { metadata: { stackName: "platform" } }, module: { it: { source: "./module" } } };
    const place = (folderName: string, cni: string): string => {
      mkdirSync(at(folderName, "module"), { recursive: true });
      write(join(folderName, "module", "main.tf.json"), cluster(cni));
      return write(join(folderName, "cdk.tf.json"), call);
    };
    const [before, after] = [place("before", "cilium"), place("after", "calico")];
    const lock = at("locks", "platform.json");
    expect(cli("lock", before, "--out", lock).code).toBe(0);
    expect(cli("check", before, "--lock", lock).code).toBe(0);
    for (const baseline of [
      ["--lock", lock],
      ["--before", before],
    ]) {
      const { code, out } = cli("check", after, ...baseline);
      expect([code, out]).toEqual([1, expect.stringContaining("# module.it.scaleway_k8s_cluster.c must be replaced")]);
    }
  });

  test("compares with a state alone", () => {
    const state = write("state.json", {
      version: 4,
      terraform_version: "1.11.4",
      resources: [
        {
          mode: "managed",
          type: "scaleway_k8s_cluster",
          name: "c",
          provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
          instances: [
            {
              schema_version: 0,
              attributes: {
                id: "fr-par/1",
                name: "c",
                version: "1.35.3",
                cni: "cilium",
                delete_additional_resources: false,
              },
            },
          ],
        },
      ],
    });
    expect(cli("check", write("same.json", cluster("cilium")), "--state", state).code).toBe(0);
    expect(cli("check", write("after.json", cluster("calico")), "--state", state).code).toBe(1);
  });

  test("takes several configurations, each with its own", () => {
    const before = write("before.json", cluster("cilium"));
    const { code, out } = cli(
      "check",
      write("same.json", cluster("cilium")),
      write("after.json", cluster("calico")),
      "--before",
      before,
      "--before",
      before,
    );
    expect(code).toBe(1);
    expect(out).toContain(`before.json, provider ${newestRelease.version}. Nothing is lost.`);
    expect(out).toContain("after.json: 1 blocking");
  });

  test("honours approvals in the metadata", () => {
    const after = write("after.json", cluster("calico", { recreationApprovals: [approval] }));
    const { code, out } = cli("check", after, "--before", write("before.json", cluster("cilium")));
    expect(code).toBe(0);
    expect(out).toContain("replacement for cni of scaleway_k8s_cluster.c: staging");
  });

  test("blocks as the guard of the stack does", () => {
    const pools = (nodeType: string, recreationGuard?: object) => ({
      "//": { metadata: { stackName: "platform", recreationGuard } },
      resource: { scaleway_k8s_pool: { p: { cluster_id: "c", name: "p", node_type: nodeType, size: 1 } } },
    });
    const before = write("before.json", pools("DEV1-M"));
    const codeOf = (guard?: object) => cli("check", write("a.json", pools("DEV1-L", guard)), "--before", before).code;
    expect(codeOf()).toBe(1);
    expect(codeOf({ development: true })).toBe(0);
    expect(codeOf({ stateful: "warn" })).toBe(0);
    const planned = { ...plan(["delete", "create"], [["cni"]]) };
    const configs = [{ stateful: "warn" }, undefined].map((guard, i) =>
      write(`config-${i}.json`, cluster("calico", { recreationGuard: guard })),
    );
    const file = write("plan.json", planned);
    expect(cli("plan", file, "--config", configs[0]!).code).toBe(0);
    expect(cli("plan", file, "--config", configs[0]!, "--config", configs[1]!).code).toBe(2);
  });

  test("blocks what only may happen when told so", () => {
    const before = { resource: { scaleway_vpc: { v: {} } } };
    const after = { resource: { scaleway_vpc: { v: { project_id: "11111111-1111-1111-1111-111111111111" } } } };
    const files = [write("after.json", after), "--before", write("before.json", before)];
    expect(cli("check", ...files)).toMatchObject({ code: 0, out: expect.stringContaining("may be replaced") });
    expect(cli("check", ...files, "--on-may", "fail").code).toBe(1);
  });

  test("says that the configuration wants a newer provider than the rules know", () => {
    const wanting = (version: string) =>
      write("a.json", { terraform: { required_providers: { scaleway: { version } } }, resource: {} });
    const newer = wanting(">= 2.99.0");
    expect(cli("check", newer, "--before", newer).out).toContain(
      `The Scaleway provider 2.99.0 is newer than ${newestRelease.version}`,
    );
    const known = wanting(">= 2.80.0");
    expect(cli("check", known, "--before", known).out).not.toContain("newer");
  });

  test("says of other providers' resources that they were not looked at, when asked", () => {
    const file = write("a.json", { resource: { random_id: { a: {}, b: {} }, scaleway_vpc: { v: {} } } });
    expect(cli("check", file, "--before", file, "--verbose").out).toContain(
      "2 resources of other providers were not looked at.",
    );
    expect(cli("check", file, "--before", file).out).not.toContain("other providers");
  });

  test("prints JSON for programs", () => {
    const { out } = cli(
      "check",
      write("after.json", cluster("calico")),
      "--before",
      write("before.json", cluster("cilium")),
      "--format",
      "json",
    );
    expect(JSON.parse(out)).toMatchObject({
      version: 4,
      findings: [
        {
          rule: "immutable-attribute",
          address: "scaleway_k8s_cluster.c",
          attribute: "cni",
          certainty: "will",
          blocking: true,
        },
      ],
    });
  });

  test("prints markdown for people", () => {
    const { out } = cli(
      "check",
      write("after.json", cluster("calico")),
      "--before",
      write("before.json", cluster("cilium")),
      "--format",
      "markdown",
    );
    expect(out).toContain(
      '| ⛔ | `scaleway_k8s_cluster.c` | must be replaced | `cni: "cilium" -> "calico"` | `immutable-attribute` |',
    );
  });
});

describe("kapsule-guard plan", () => {
  test("blocks a replacement", () => {
    const { code, out } = cli("plan", write("plan.json", plan(["delete", "create"], [["cni"]])));
    expect(code).toBe(1);
    expect(out).toContain('-/+ cni = "cilium" -> "calico"');
  });

  test("passes an update", () => {
    expect(cli("plan", write("plan.json", plan(["update"]))).code).toBe(0);
  });

  test("honours the approvals of the configuration", () => {
    const config = write("cdk.tf.json", cluster("calico", { recreationApprovals: [approval] }));
    expect(cli("plan", write("plan.json", plan(["delete", "create"], [["cni"]])), "--config", config).code).toBe(0);
  });

  test("says of other providers' resources that they were not looked at, when asked", () => {
    const content = plan(["update"]);
    content.resource_changes.push({ ...content.resource_changes[0]!, address: "random_id.a", type: "random_id" });
    expect(cli("plan", write("plan.json", content), "--verbose").out).toContain(
      "1 resources of other providers were not looked at.",
    );
  });

  test("never passes a plan that Terraform could not finish", () => {
    const file = write("plan.json", { ...plan(["update"]), errored: true });
    expect(cli("plan", file)).toMatchObject({ code: 1, err: expect.stringContaining("could not finish this plan") });
  });

  test("takes several plans", () => {
    const files = [write("a.json", plan(["update"])), write("b.json", plan(["delete"]))];
    expect(cli("plan", ...files)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/a\.json: .* Nothing is lost\.[\s\S]*b\.json: 1 blocking/),
    });
  });
});

describe("kapsule-guard lock", () => {
  test("writes nothing when the configuration is not what the state has", () => {
    const state = write("state.json", {
      version: 4,
      resources: [
        {
          mode: "managed",
          type: "scaleway_k8s_cluster",
          name: "c",
          provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
          instances: [{ attributes: { id: "fr-par/1", name: "c", cni: "calico" } }],
        },
      ],
    });
    const out = at("lock.json");
    expect(cli("lock", write("a.json", cluster("cilium")), "--out", out, "--state", state)).toMatchObject({
      code: 1,
      err: expect.stringContaining("was not written"),
    });
    expect(existsSync(out)).toBe(false);
  });

  test("writes to standard output, and an empty lock where it is asked to", () => {
    const { code, out } = cli("lock", write("x.json", { resource: {} }), "--out", "-", "--allow-empty");
    expect([code, JSON.parse(out)]).toMatchObject([0, { lockVersion: 1, resources: {} }]);
  });

  test("names the stack of hand-written Terraform after its folder, or as it is told", () => {
    const file = write("network/main.tf.json", { resource: { scaleway_vpc: { v: {} } } });
    const out = at("lock.json");
    cli("lock", file, "--out", out);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ stack: "network" });
    expect(cli("lock", file, "--out", out, "--stack", "prod")).toMatchObject({
      code: 2,
      err: expect.stringContaining('is the lock of stack "network", and is not written over by that of "prod"'),
    });
    cli("lock", file, "--out", `${out}.prod`, "--stack", "prod");
    expect(JSON.parse(readFileSync(`${out}.prod`, "utf8"))).toMatchObject({ stack: "prod" });
  });
});

describe("kapsule-guard explain", () => {
  test("explains a rule", () => {
    expect(cli("explain", "immutable-attribute")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^immutable-attribute: An attribute/),
    });
  });

  test("explains why there is a finding without an edit", () => {
    const { code, out } = cli("explain", "provider-upgrade");
    expect([code, out]).toEqual([0, expect.stringContaining("made by another release of the Scaleway provider")]);
    expect(cli("explain").out).toContain("provider-upgrade");
  });

  test("explains a check of the platform, and how to suppress it", () => {
    const { code, out } = cli("explain", "node-type-zone");
    expect(code).toBe(0);
    expect(out).toMatch(/^node-type-zone: A node type that its zone does not have/);
    expect(out).toContain("It is a warning.");
    expect(out).toContain('PlatformChecks.of(construct).suppress("node-type-zone", "why")');
  });

  test("says which one was meant, and does not guess at anything", () => {
    expect(cli("explain", "immutable-atribute")).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'there is no rule, reason or check "immutable-atribute"; did you mean immutable-attribute?',
      ),
    });
    expect(cli("explain", "database")).toMatchObject({ code: 2, err: expect.stringContaining("explain lists all") });
  });

  test("lists rules, reasons and checks, each once", () => {
    const { out } = cli("explain");
    for (const id of ["immutable-attribute", "provider-chosen", "isolated-pool"])
      expect(out.split("\n").filter((line) => line.startsWith(`  ${id} `))).toHaveLength(1);
  });
});

describe("locks of synthesized stacks", () => {
  const stacks = ["platform", "data"];
  const file = (stack: string) => at(`cdktf.out/stacks/${stack}/cdk.tf.json`);
  const synthesized = (cni: string) => {
    for (const stack of stacks) {
      const [name, content] = [`cdktf.out/stacks/${stack}/cdk.tf.json`, cluster(cni, { stackName: stack })];
      write(name, content);
    }
  };

  beforeEach(() => {
    synthesized("cilium");
    mkdirSync(at("recreation-locks"));
    for (const stack of stacks)
      expect(cli("lock", file(stack), "--out", at(`recreation-locks/${stack}.json`))).toMatchObject({ code: 0 });
  });

  test("are found beside the output of the app, wherever the command runs", () => {
    expect(cli("check", ...stacks.map(file))).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing is lost."),
    });
    synthesized("calico");
    const { code, out } = cli("check", ...stacks.map(file), "--format", "json");
    expect(code).toBe(1);
    expect((JSON.parse(out) as { findings: { subject: string }[] }).findings.map(({ subject }) => subject)).toEqual(
      stacks.map(file),
    );
  });

  test("are found in the current folder where the output lies elsewhere", () => {
    const here = process.cwd();
    mkdirSync(at("elsewhere"));
    const other = write(
      "elsewhere/recreation-locks/platform.json",
      readFileSync(at("recreation-locks/platform.json"), "utf8"),
    );
    process.chdir(at("elsewhere"));
    try {
      rmSync(at("recreation-locks"), { recursive: true });
      expect(cli("check", file("platform")).out).toContain("compared with recreation-locks/platform.json");
      rmSync(other);
      expect(cli("check", file("platform"))).toMatchObject({
        code: 2,
        err: expect.stringContaining("lock recreation-locks/platform.json: there is no such file"),
      });
    } finally {
      process.chdir(here);
    }
  });

  test("are not asked for where something else is given", () => {
    rmSync(at("recreation-locks"), { recursive: true });
    const before = write("before.json", cluster("cilium"));
    expect(cli("check", file("platform"), "--before", before)).toMatchObject({ code: 0 });
  });
});

describe("bad input and usage", () => {
  const after = () => write("after.json", cluster("cilium"));

  test.each<[string, () => string[], RegExp]>([
    ["no command", () => [], /Usage: kapsule-guard/],
    ["an unknown command", () => ["destroy"], /unknown command 'destroy'/],
    ["a command that every object has", () => ["constructor"], /unknown command 'constructor'/],
    ["an unknown option", () => ["check", "--force"], /--force/],
    ["no configuration", () => ["check", "--lock", "x"], /needs a configuration/],
    ["nothing to compare with", () => ["check", after()], /needs --lock, --before or --state/],
    [
      "nothing to compare a configuration of no app with",
      () => ["check", write("infra/dev/cdk.tf.json", cluster("cilium"))],
      /needs --lock, --before or --state to compare .*cdk\.tf\.json with/,
    ],
    ["both --lock and --before", () => ["check", after(), "--lock", "x", "--before", "y"], /not both/],
    [
      "fewer locks than configurations",
      () => ["check", after(), after(), "--lock", "x"],
      /2 configurations and 1 times --lock/,
    ],
    [
      "an unknown format",
      () => ["check", after(), "--before", after(), "--format", "xml"],
      /--format <format>' argument 'xml' is invalid. Allowed choices are text, json, markdown/,
    ],
    [
      "an unknown word for --on-may",
      () => ["check", after(), "--before", after(), "--on-may", "maybe"],
      /--on-may <word>' argument 'maybe' is invalid. Allowed choices are warn, fail/,
    ],
    [
      "a file that is not there",
      () => ["check", "nowhere.json", "--before", after()],
      /configuration nowhere\.json: there is no such file/,
    ],
    [
      "a lock that is not there",
      () => ["check", after(), "--lock", "nowhere.json"],
      /lock nowhere\.json: there is no such file/,
    ],
    ["a folder beside a lock", () => ["check", at(), "--before", after()], /neither --lock nor --before/],
    ["no JSON", () => ["check", write("x.json", "{"), "--before", after()], /not JSON/],
    [
      "HCL",
      () => ["check", write("main.tf", 'resource "scaleway_vpc" "v" {}'), "--before", after()],
      /is one file of a configuration: give its folder/,
    ],
    ["a list", () => ["check", write("x.json", []), "--before", after()], /expected a JSON object/],
    [
      "malformed approvals",
      () => ["check", write("x.json", cluster("c", { recreationApprovals: [{ kind: "all" }] })), "--before", after()],
      /recreationApprovals are malformed/,
    ],
    [
      "another stack's lock",
      () => [
        "check",
        write("x.json", { ...cluster("c"), "//": { metadata: { stackName: "other" } } }),
        "--lock",
        lockOf(after()),
      ],
      /lock of stack "platform", not of "other"/,
    ],
    ["a configuration for a plan", () => ["plan", after()], /this is a configuration, .*; a plan is needed/],
    [
      "a saved plan",
      () => ["plan", write("plan", "PK\u0003\u0004")],
      /it is a saved plan: give the output of "terraform show -json/,
    ],
    [
      "a state for what is deployed",
      () => ["check", after(), "--before", state()],
      /this is a state, which is given with --state/,
    ],
    [
      "a lock for a state",
      () => ["check", after(), "--state", lockOf(after())],
      /this is a lock, which is given with --lock/,
    ],
    [
      "a plan for a configuration",
      () => ["check", write("p.json", plan([])), "--before", after()],
      /which is for "kapsule-guard plan"/,
    ],
    ["a configuration for a lock", () => ["check", after(), "--lock", after()], /lockVersion/],
    ["a lock of a state", () => ["lock", state(), "--out", "x"], /this is a state/],
    [
      "a lock of a package",
      () => ["lock", write("package.json", { name: "p" }), "--out", "x"],
      /nothing that Terraform or kapsule-guard writes/,
    ],
    [
      "a lock of nothing",
      () => ["lock", write("x.json", { resource: {} }), "--out", "x"],
      /has no Scaleway resources.*--allow-empty/,
    ],
    ["no plan", () => ["plan"], /terraform show -json PLAN/],
    ["lock without --out", () => ["lock", after()], /needs --out/],
    ["lock of two", () => ["lock", after(), after(), "--out", "x"], /takes one configuration/],
    [
      "an unknown rule",
      () => ["explain", "nothing"],
      /no rule, reason or check "nothing"; kapsule-guard explain lists all/,
    ],
  ])("%s exits with 2 and says why", (_what, args, expected) => {
    const { code, out, err } = cli(...args());
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(expected);
  });

  function state(): string {
    return write("terraform.tfstate", { version: 4, terraform_version: "1.11.4", lineage: "l", resources: [] });
  }

  function lockOf(file: string): string {
    const lock = at("lock.json");
    cli("lock", file, "--out", lock);
    return lock;
  }

  test("help is no error, of each command, and neither is the version", () => {
    expect(cli("--help")).toMatchObject({ code: 0, err: "" });
    for (const command of ["lock", "check", "plan", "explain"]) {
      expect(cli(command, "--help")).toMatchObject({
        code: 0,
        err: "",
        out: expect.stringContaining(`kapsule-guard ${command}`),
      });
    }
    expect(cli("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });
});
