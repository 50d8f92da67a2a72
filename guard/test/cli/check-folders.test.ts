import { symlinkSync } from "node:fs";
import { join } from "node:path";

import { runAsync } from "../../lib/cli/run";
import { removeRepositories, Repository } from "../base/repository";

const MAIN = `terraform {
  required_providers {
    scaleway = {
      source  = "scaleway/scaleway"
      version = "2.81.0"
    }
  }
}

resource "scaleway_k8s_cluster" "main" {
  name    = "main"
  version = "1.35.3"
  cni     = "cilium"
}
`;
/** The same with a variable. */
const VARIABLE = `${MAIN.replace('"cilium"', "var.cni")}
variable "cni" {
  type    = string
  default = "cilium"
}
`;
const REPLACED = MAIN.replace('"cilium"', '"calico"');
const CALICO = 'cni = "calico"\n';
const CILIUM = 'cni = "cilium"\n';

const ENVIRONMENT = { ...process.env };
let cwd: string;
beforeEach(() => {
  cwd = process.cwd();
  process.env.CI = "false";
});
afterEach(() => {
  process.chdir(cwd);
  process.env = { ...ENVIRONMENT };
  removeRepositories();
});

/** A repository with a base revision, in which the tests run. */
function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  const repository = Repository.create();
  for (const [name, content] of Object.entries(files)) repository.write(name, content);
  repository.commit();
  process.chdir(repository.folder);
  return repository;
}

async function check(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const streams = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), color: false };
  const code = await runAsync(["check", ...args], streams);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

interface JsonFinding {
  readonly address: string;
  readonly certainty: string;
  readonly location?: { readonly file: string; readonly line: number };
}
async function findings(...args: string[]): Promise<string[]> {
  const { out } = await check(...args, "--format", "json");
  const { findings: open } = JSON.parse(out) as { findings: JsonFinding[] };
  return open.map(
    ({ address, certainty, location }) => `${address} ${certainty} ${location?.file ?? ""}:${location?.line ?? ""}`,
  );
}

test("an edit that replaces a cluster blocks, with its place, and with the block that accepts it", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN });
  expect(await check("infra")).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is lost.") });
  repository.write("infra/main.tf", REPLACED);
  const { code, out } = await check("infra");
  expect(code).toBe(1);
  expect(out).toContain("# scaleway_k8s_cluster.main must be replaced\n    infra/main.tf:13\n");
  expect(out).toContain(`    To accept it, in kapsule-guard.hcl:
      allow_replacement "scaleway_k8s_cluster.main" {
        attribute = "cni"
        from      = "cilium"
        to        = "calico"
        reason    = "…"
      }`);
  expect(out).not.toContain("constructor");
});

test("the block that is pasted accepts it, and is what the report shows first", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN });
  repository.write("infra/main.tf", REPLACED);
  const { out } = await check("infra");
  const pasted = /allow_replacement[^]*?\n {6}\}/.exec(out)?.[0].replaceAll(/^ {6}/gm, "") ?? "";
  repository.write("infra/kapsule-guard.hcl", pasted);
  expect(await check("infra")).toMatchObject({ code: 2, err: expect.stringContaining("reason must say something") });
  repository.write("infra/kapsule-guard.hcl", pasted.replace("…", "moved to calico in March"));
  const accepted = await check("infra");
  expect(accepted.code).toBe(0);
  expect(accepted.out.split("\n\n")[1]).toBe(
    "  + this change approves the replacement for cni of scaleway_k8s_cluster.main: moved to calico in March",
  );
  repository.commit();
  expect((await check("infra", "--base", "HEAD")).out).toContain("this approval matches nothing any more");
});

test("what the change says of the whole root stands first, too", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN });
  repository.write("infra/main.tf", REPLACED);
  repository.write("infra/kapsule-guard.hcl", 'stateful    = "warn"\ndevelopment = true\n');
  const { code, out } = await check("infra");
  expect(code).toBe(0);
  expect(out.split("\n\n").slice(1, 3)).toEqual([
    '  + this change says stateful = "warn": nothing blocks in this root',
    "  + this change says development = true: workloads may be lost without an approval",
  ]);
});

test("what is gone has its place at the base revision, and what to paste in lines", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN, "infra/x.tf": "" });
  repository.git("rm", "--quiet", "infra/main.tf");
  const { out } = await check("infra");
  expect(out).toMatch(/\n {4}infra\/main\.tf:10 at [0-9a-f]{12}\n/);
  expect(out).toContain("      removed {\n        from = scaleway_k8s_cluster.main\n");
  const sarif = await check("infra", "--format", "sarif");
  expect(sarif.out).toContain('"uri": "infra/main.tf"');
  const { out: json } = await check("infra", "--format", "json");
  const [finding] = (JSON.parse(json) as { findings: { remedy: string; paste: string[] }[] }).findings;
  expect(finding?.remedy).not.toContain("constructor");
  expect(finding?.paste[0]).toMatch(/^removed \{\n/);
});

test("code scanning finds the file, wherever in the repository the command runs", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN, "other/x": "" });
  repository.write("infra/main.tf", REPLACED);
  for (const [folder, root] of [
    ["infra", "."],
    ["other", "../infra"],
  ] as const) {
    process.chdir(join(repository.folder, folder));
    expect((await check(root, "--format", "sarif")).out).toContain('"uri": "infra/main.tf"');
  }
});

test("what cannot be evaluated is an error of its root", async () => {
  const repository = repositoryOf({ "a/main.tf": MAIN, "b/main.tf": MAIN });
  repository.write("a/main.tf", REPLACED);
  repository.write("b/main.tf", `${MAIN}\nresource "scaleway_vpc" "v" {\n  count = 100001\n}\n`);
  const { code, err } = await check();
  expect(code).toBe(2);
  expect(err).toContain("b: scaleway_vpc.v.count: expected a whole number up to 100000, got 100001");
});

test("without a difference, each format is still one", async () => {
  repositoryOf({ "infra/main.tf": MAIN });
  expect(JSON.parse((await check("--format", "json")).out)).toMatchObject({ findings: [] });
  expect(JSON.parse((await check("--format", "sarif")).out)).toMatchObject({ version: "2.1.0" });
  expect((await check("--format", "junit")).out).toContain("<testsuites");
});

test("a value that is committed is certain, and a default may be overridden", async () => {
  const repository = repositoryOf({ "a/main.tf": VARIABLE, "a/terraform.tfvars": CILIUM, "b/main.tf": VARIABLE });
  repository.write("a/terraform.tfvars", CALICO);
  repository.write("b/main.tf", VARIABLE.replace('"cilium"', '"calico"'));
  expect(await findings("a")).toEqual(["scaleway_k8s_cluster.main will a/main.tf:13"]);
  expect(await findings("b")).toEqual(["scaleway_k8s_cluster.main may b/main.tf:13"]);
  expect(await findings("b", "--var", "cni=cilium")).toEqual([]);
});

test("values that git does not keep are the same on both sides", async () => {
  const repository = repositoryOf({ "a/main.tf": VARIABLE, ".gitignore": "*.tfvars\n" });
  repository.write("a/terraform.tfvars", CALICO);
  repository.write("a/main.tf", VARIABLE.replace('"cilium"', '"calico"'));
  expect(await findings("a")).toEqual([]);
});

test("what terraform init makes is missing in a fresh clone, and needs not be there", async () => {
  const ignored = ".terraform/\n.terraform.lock.hcl\n*.tfvars\nkapsule-guard.hcl\n";
  const repository = repositoryOf({ "infra/main.tf": VARIABLE, ".gitignore": ignored });
  repository.write("infra/prod.tfvars", CILIUM);
  repository.write("infra/main.tf", VARIABLE.replace("var.cni", '"calico"'));
  expect(await findings("infra")).toEqual(["scaleway_k8s_cluster.main may infra/main.tf:13"]);
  expect(await findings("infra", "--var-file", "prod.tfvars")).toEqual([
    "scaleway_k8s_cluster.main will infra/main.tf:13",
  ]);
});

test("a root is checked once for each file of values and each workspace", async () => {
  const workspaces = VARIABLE.replace("= var.cni", '= terraform.workspace == "prod" ? "calico" : var.cni');
  const repository = repositoryOf({ "a/main.tf": VARIABLE, "a/x.tfvars": CILIUM, "a/y.tfvars": CALICO });
  repository.write("a/main.tf", workspaces);
  const { out } = await check("a", "--var-file", "a/x.tfvars", "--workspace", "dev", "--workspace", "prod");
  const lines = out.split("\n").filter((line) => /blocking|Nothing/.test(line));
  expect(lines.map((line) => line.replace(/compared with \S+ \(\w+\)/, "compared"))).toEqual([
    "a (workspace dev): compared, provider 2.81.0. Nothing is lost.",
    "a (workspace prod): 1 blocking, 0 warnings, 0 approved, 0 stale approvals.",
  ]);
  process.env.TF_WORKSPACE = "dev";
  expect((await check("a", "--var-file", "x.tfvars", "--var-file", "y.tfvars")).out).toMatch(
    /^2 configurations \(a \(x\.tfvars\), a \(y\.tfvars\)\): compared with \w+ \(HEAD\), provider 2\.81\.0\. Nothing is lost\./,
  );
});

describe("without a folder", () => {
  const files = {
    "envs/prod/main.tf": 'module "k" {\n  source = "../../modules/k"\n}\n',
    "envs/dev/main.tf": MAIN,
    "envs/other/main.tf": MAIN,
    "modules/k/main.tf": MAIN,
    "examples/x/main.tf": MAIN,
    "envs/other/notes.md": "",
  };

  test("all roots are checked in which something differs: own files, and called modules", async () => {
    const repository = repositoryOf(files);
    expect(await check()).toEqual({
      code: 0,
      out: "Nothing has changed in any folder in which Terraform runs.",
      err: "",
    });
    for (const name of ["modules/k", "envs/dev", "examples/x"]) repository.write(`${name}/main.tf`, REPLACED);
    expect(await findings()).toEqual([
      "scaleway_k8s_cluster.main will envs/dev/main.tf:13",
      "module.k.scaleway_k8s_cluster.main will modules/k/main.tf:13",
    ]);
    expect(await findings("examples/x")).toEqual(["scaleway_k8s_cluster.main will examples/x/main.tf:13"]);
    expect(await findings("envs")).toHaveLength(2);
  });

  test("and what is below another folder only is left out", async () => {
    const repository = repositoryOf(files);
    repository.write("envs/dev/main.tf", REPLACED);
    process.chdir(join(repository.folder, "envs/other"));
    expect((await check()).out).toBe("Nothing has changed in any folder in which Terraform runs.");
    process.chdir(join(repository.folder, "envs"));
    expect(await findings()).toEqual(["scaleway_k8s_cluster.main will dev/main.tf:13"]);
  });
});

describe("a root is found by what differs", () => {
  const reading = (expression: string): string => MAIN.replace('"cilium"', expression);
  const cases: readonly (readonly [string, Record<string, string>, Record<string, string>, readonly string[]])[] = [
    [
      "a file that a set of files finds",
      {
        "a/main.tf": reading(
          '[for f in fileset("${path.module}/../conf", "*.txt") : file("${path.module}/../conf/${f}")][0]',
        ),
        "conf/x.txt": "cilium",
      },
      { "conf/x.txt": "calico" },
      ["scaleway_k8s_cluster.main will a/main.tf:13"],
    ],
    [
      "a file without any reference in its block",
      { "a/main.tf": reading('yamldecode(file("s.yaml")).cni'), "a/s.yaml": "cni: cilium\n" },
      { "a/s.yaml": "cni: calico\n" },
      ["scaleway_k8s_cluster.main will a/main.tf:13"],
    ],
    [
      "a module in a folder of tests",
      { "prod/main.tf": 'module "m" {\n  source = "../test/m"\n}\n', "test/m/main.tf": MAIN },
      { "test/m/main.tf": REPLACED },
      ["module.m.scaleway_k8s_cluster.main will test/m/main.tf:13"],
    ],
    [
      "an environment that is called test, and has a backend",
      { "envs/test/main.tf": `terraform {\n  backend "s3" {\n    key = "x"\n  }\n}\n${MAIN}` },
      { "envs/test/main.tf": `terraform {\n  backend "s3" {\n    key = "x"\n  }\n}\n${REPLACED}` },
      ["scaleway_k8s_cluster.main will envs/test/main.tf:18"],
    ],
    [
      "what only a comment or a test calls",
      {
        "infra/main.tf": MAIN,
        "other/main.tf": '# source = "../infra"\n',
        "e2e/main.tf": 'module "m" {\n  source = "../infra"\n}\n',
      },
      { "infra/main.tf": REPLACED },
      ["scaleway_k8s_cluster.main will infra/main.tf:13"],
    ],
    [
      "what was a root before the change calls it as a module",
      { "infra/main.tf": MAIN },
      { "infra/main.tf": REPLACED, "live/main.tf": 'module "m" {\n  source = "../infra"\n}\n' },
      ["scaleway_k8s_cluster.main will infra/main.tf:13"],
    ],
  ];
  test.each(cases)("%s", async (_, before, after, expected) => {
    const repository = repositoryOf(before);
    for (const [name, content] of Object.entries(after)) repository.write(name, content);
    expect(await findings()).toEqual(expected);
  });

  test("what is seen through a link", async () => {
    const repository = repositoryOf({ "shared/cluster.tf.common": MAIN, "live/x.txt": "", "web/x.txt": "" });
    symlinkSync("../shared/cluster.tf.common", join(repository.folder, "live/cluster.tf"));
    symlinkSync(".", join(repository.folder, "web/self"));
    repository.commit();
    repository.write("shared/cluster.tf.common", REPLACED);
    expect(await findings()).toEqual(["scaleway_k8s_cluster.main will live/cluster.tf:13"]);
  });

  test("values that are given", async () => {
    const repository = repositoryOf({ "infra/main.tf": VARIABLE, "vars/prod.tfvars": CILIUM });
    repository.write("vars/prod.tfvars", CALICO);
    expect(await findings("--var-file", "vars/prod.tfvars")).toEqual([
      "scaleway_k8s_cluster.main will infra/main.tf:13",
    ]);
  });
});

test.each([
  ['data "local_file" "d" {\n  filename = "${path.module}/cni.txt"\n}\n', "data.local_file.d.content"],
  [
    'data "terraform_remote_state" "d" {\n  backend = "local"\n  config = {\n    path = "cni.txt"\n  }\n}\n',
    "data.terraform_remote_state.d.outputs.cni",
  ],
])("what a data source reads of the repository is in doubt once it differs: %j", async (data, expression) => {
  const repository = repositoryOf({
    "a/main.tf": `${MAIN.replace('"cilium"', expression)}${data}`,
    "a/cni.txt": "cilium",
  });
  repository.write("a/x.txt", "");
  expect(await findings("a")).toEqual([]);
  repository.write("a/cni.txt", "calico");
  expect(await findings("a")).toEqual(["scaleway_k8s_cluster.main may a/main.tf:13"]);
});

test("a root that is split leaves the state of the other one alone", async () => {
  const repository = repositoryOf({
    "a/main.tf": MAIN,
    "a/net.tf": 'resource "scaleway_vpc" "v" {\n  name = "a long enough name"\n}\n',
  });
  repository.write("b/x.tf", "");
  repository.git("mv", "a/net.tf", "b/net.tf");
  expect((await check("b")).out).toContain("nothing was compared: the folder is new");
});

test("what a sparse checkout leaves out is as HEAD has it", async () => {
  const repository = repositoryOf({
    "infra/main.tf": MAIN.replace('"cilium"', 'trimspace(file("../conf/cni.txt"))'),
    "conf/cni.txt": "cilium\n",
  });
  repository.git("sparse-checkout", "set", "infra");
  expect(await check("infra")).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is lost.") });
  repository.write("infra/main.tf", REPLACED);
  expect(await findings("infra")).toEqual(["scaleway_k8s_cluster.main will infra/main.tf:13"]);
});

test("a file that an expression reads counts, each from its own revision", async () => {
  const text = MAIN.replace('"cilium"', 'trimspace(file("${path.module}/files/cni.txt"))');
  const repository = repositoryOf({ "a/main.tf": text, "a/files/cni.txt": "cilium\n" });
  repository.write("a/files/cni.txt", "calico\n");
  expect(await findings()).toEqual(["scaleway_k8s_cluster.main will a/main.tf:13"]);
  repository.write("a/files/cni.txt", "cilium");
  expect(await findings()).toEqual([]);
});

test("a folder that was renamed is compared with where it was, and one that is new with nothing", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN });
  repository.git("mv", "infra", "platform");
  repository.write("platform/main.tf", REPLACED);
  repository.write("new/main.tf", 'resource "scaleway_vpc" "v" {}\n');
  const { out } = await check("platform", "new");
  expect(out).toContain("platform: compared with infra at ");
  expect(out).toContain("scaleway_k8s_cluster.main must be replaced");
  expect(out).toMatch(/^new: nothing was compared: the folder is new: .* has no configuration in it\.$/m);
});

test("a folder that is gone leaves behind what it made, which is said", async () => {
  const repository = repositoryOf({ "infra/main.tf": MAIN, "other/main.tf": MAIN, "modules/m/main.tf": MAIN });
  repository.git("rm", "-r", "--quiet", "infra");
  const { code, out } = await check();
  expect(code).toBe(0);
  expect(out).toContain("# stack infra will be left running outside Terraform");
  expect(out).toContain("Destroy it before its folder goes (`terraform destroy` there), or put it back.");
  repository.git("reset", "--hard", "--quiet");
  repository.git("mv", "infra", "platform");
  expect((await check()).out).not.toContain("left running");
});

test("a state leaves less in doubt, and is given once for each root", async () => {
  const repository = repositoryOf({ "a/main.tf": VARIABLE, "b/main.tf": MAIN });
  repository.write("a/main.tf", VARIABLE.replace('"cilium"', '"calico"'));
  const instance = { attributes: { id: "fr-par/1", name: "main", version: "1.35.3", cni: "calico" } };
  const resource = { mode: "managed", type: "scaleway_k8s_cluster", name: "main", instances: [instance] };
  const state = repository.write("state.json", JSON.stringify({ version: 4, lineage: "x", resources: [resource] }));
  expect(await findings("a", "--state", state)).toEqual([]);
  expect(await check("a", "b", "--state", state)).toMatchObject({
    code: 2,
    err: expect.stringContaining("check got 1 times --state for 2 roots"),
  });
});

test("a release that terraform init chose on one side alone is an upgrade", async () => {
  const lock = (version: string): string =>
    `provider "registry.terraform.io/scaleway/scaleway" {\n  version = "${version}"\n}\n`;
  const upgraded = MAIN.replace('"2.81.0"', '"~> 2.70"').replace(
    "  cni ",
    '  autoscaler_config {\n    expander = "random"\n  }\n  cni ',
  );
  const repository = repositoryOf({ "a/main.tf": upgraded, "a/.terraform.lock.hcl": lock("2.76.0") });
  repository.write("a/.terraform.lock.hcl", lock("2.77.1"));
  const { code, out } = await check();
  expect(code).toBe(1);
  expect(out).toContain("provider 2.76.0 -> 2.77.1");
  expect(out).toContain("Provider 2.77.1 does this with code that 2.76.0 left as it was.");
});

describe("a module of a registry", () => {
  const call = (version: string): string =>
    `module "k" {\n  source  = "acme/k/scaleway"\n  version = "${version}"\n}\n`;
  const manifest = (version: string): string =>
    JSON.stringify({
      Modules: [
        { Key: "k", Source: "registry.terraform.io/acme/k/scaleway", Version: version, Dir: ".terraform/modules/k" },
      ],
    });
  const files = { ".gitignore": ".terraform/\n", "a/main.tf": call("1.0.0") };

  test("is read where terraform init fetched it, and for the base only where that calls the same", async () => {
    const repository = repositoryOf(files);
    repository.write("a/.terraform/modules/modules.json", manifest("1.0.0"));
    repository.write("a/.terraform/modules/k/main.tf", MAIN);
    repository.write("a/main.tf", `${call("1.0.0")}# a comment\n`);
    expect(await check("a")).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is lost.") });
    repository.write("a/.terraform/modules/modules.json", manifest("1.1.0"));
    repository.write("a/main.tf", call("1.1.0"));
    const { code, out } = await check("a");
    expect(code).toBe(0);
    expect(out).toContain("module.k could not be checked");
    expect(out).toContain(
      "It was acme/k/scaleway 1.0.0, and is acme/k/scaleway 1.1.0: give what terraform init fetched",
    );
  });

  test("is read for the base from a copy of what was fetched for it", async () => {
    const repository = repositoryOf(files);
    repository.write("old/modules.json", manifest("1.0.0"));
    repository.write("old/k/main.tf", MAIN);
    repository.write("a/.terraform/modules/modules.json", manifest("1.1.0"));
    repository.write("a/.terraform/modules/k/main.tf", REPLACED);
    repository.write("a/main.tf", call("1.1.0"));
    expect(await findings("a", "--modules", "old")).toEqual([
      "module.k.scaleway_k8s_cluster.main will a/.terraform/modules/k/main.tf:13",
    ]);
    expect(await check("a", "--modules", "a")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--modules a: there is no modules.json in it"),
    });
  });
});

test("Terragrunt is said not to be read, with what to do instead", async () => {
  const repository = repositoryOf({ "a/main.tf": MAIN, "a/terragrunt.hcl": "", "b/terragrunt.hcl": "" });
  repository.write("a/main.tf", REPLACED);
  expect((await check("a")).out).toContain("terragrunt.hcl is not read");
  expect((await check("b")).err).toContain(
    "b: there is no configuration in it, nor below it; terragrunt.hcl is not read",
  );
});

describe("arguments and mistakes are told with their place", () => {
  const listener = (port: string): string => `${MAIN}
resource "scaleway_lb" "l" {
  type = "LB-S"
}

resource "scaleway_lb_backend" "b" {
  lb_id            = scaleway_lb.l.id
  forward_protocol = "tcp"
  ${port} = 80
}
`;

  test("where the change brings them, also in a module", async () => {
    const repository = repositoryOf({ "a/main.tf": `${MAIN}module "m" {\n  source = "./m"\n}\n`, "a/m/main.tf": MAIN });
    repository.write("a/m/main.tf", listener("forward_prot"));
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toContain("# error: scaleway_lb_backend.b: forward_prot");
    expect(out).toContain("    a/m/main.tf:23\n    check refused-argument");
  });

  test("and not where they were before", async () => {
    const repository = repositoryOf({ "a/main.tf": listener("forward_prot") });
    repository.write("a/main.tf", listener("forward_prot").replace('"LB-S"', '"LB-GP-M"'));
    expect((await check()).out).not.toContain("error");
  });

  test("a mistake that a plan lets through has its attribute's line", async () => {
    const volume = (iops: number): string => `${MAIN}
resource "scaleway_block_volume" "v" {
  size_in_gb = 20
  iops       = ${iops}
}
`;
    const repository = repositoryOf({ "a/main.tf": volume(5000) });
    repository.write("a/main.tf", volume(4000));
    const { code, out } = await check("a", "--format", "sarif");
    const suppress = (address: string): string =>
      `suppress_check "volume-speed" {\n  address = "${address}"\n  reason  = "r"\n}\n`;
    repository.write("a/kapsule-guard.hcl", suppress("scaleway_block_volume.other"));
    expect((await check("a")).code).toBe(1);
    repository.write("a/kapsule-guard.hcl", suppress("scaleway_block_volume.v"));
    const suppressed = await check("a");
    expect(suppressed).toMatchObject({
      code: 0,
      out: expect.stringContaining("this change suppresses volume-speed of"),
    });
    const { runs } = JSON.parse(out) as { runs: { results: { ruleId: string; locations: object[] }[] }[] };
    expect(code).toBe(1);
    expect(runs[0]?.results).toContainEqual(
      expect.objectContaining({
        ruleId: "volume-speed",
        level: "error",
        locations: [{ physicalLocation: { artifactLocation: { uri: "a/main.tf" }, region: { startLine: 18 } } }],
      }),
    );
  });
});

describe("bad input is an error that says what to do", () => {
  test.each([
    [["none"], "check takes folders or files"],
    [["infraa"], "infraa: there is no such folder"],
    [["a/main.tf"], "a/main.tf is one file of a configuration: give its folder, a"],
    [["a", "--lock", "x"], "it takes --base, and neither --lock nor --before"],
    [["a", "--var", "cni"], '--var must be NAME=VALUE, got "cni"'],
    [["a", "--var-file", "none.tfvars"], "--var-file none.tfvars: there is no none.tfvars, nor a/none.tfvars"],
    [["a", "--base", "none"], "the base revision none is not in this clone"],
    [["empty"], "empty: there is no configuration in it, nor below it"],
    [["broken"], "broken/main.tf:1:"],
    [["a", "--provider-version", "x"], "--provider-version must be a release such as"],
  ])("%j", async (args, message) => {
    const repository = repositoryOf({ "a/main.tf": MAIN });
    repository.write("empty/x.txt", "");
    repository.write("broken/main.tf", "resource {");
    repository.write("some.json", "{}");
    const given = args[0] === "none" ? ["a", "some.json"] : args;
    const { code, err } = await check(...given);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });

  test("outside of git, and in a run that only builds", async () => {
    const repository = repositoryOf({ "a/main.tf": MAIN });
    process.env.KAPSULE_GUARD_BASE = "none";
    expect(await check("a")).toMatchObject({
      code: 2,
      err: expect.stringContaining("check compares, and needs a base"),
    });
    delete process.env.KAPSULE_GUARD_BASE;
    process.env.CI = "true";
    expect(await check("a")).toMatchObject({ code: 2, err: expect.stringContaining("In CI, HEAD is compared with") });
    expect(repository.folder).toBeTruthy();
  });
});
