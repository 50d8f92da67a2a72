import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { runAsync } from "kapsule-guard/cli";

/** What the demonstration begins with. */
const FILES = {
  "infra/main.tf": `terraform {
  required_providers {
    scaleway = {
      source  = "scaleway/scaleway"
      version = "2.81.0"
    }
  }
}

provider "scaleway" {
  region = "fr-par"
}

resource "scaleway_vpc_private_network" "main" {
  name = "main"
}

resource "scaleway_k8s_cluster" "main" {
  name                        = "main"
  version                     = "1.35.3"
  cni                         = local.settings.cni
  private_network_id          = scaleway_vpc_private_network.main.id
  delete_additional_resources = true
}

resource "scaleway_k8s_pool" "workers" {
  cluster_id = scaleway_k8s_cluster.main.id
  name       = "workers"
  node_type  = "PRO2-S"
  size       = 3
}
`,
  "infra/settings.tf": 'locals {\n  settings = yamldecode(file("${path.module}/settings.yaml"))\n}\n',
  "infra/settings.yaml": "cni: cilium\n",
} as const;

/** A place in the page: what is said, and what is typed there with what it prints. */
type Part = (session: Session) => Promise<string> | string;

/** A terminal in a repository of its own, the same on every machine. */
class Session {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "kapsule-docs-")));

  write(name: string, content: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  git(...args: string[]): void {
    const who = { NAME: "a", EMAIL: "a@example.com", DATE: "2026-01-01T00:00:00Z" };
    const identity = Object.entries(who).flatMap(([name, value]) =>
      ["AUTHOR", "COMMITTER"].map((role): [string, string] => [`GIT_${role}_${name}`, value]),
    );
    const env = {
      ...process.env,
      ...Object.fromEntries(identity),
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
    };
    execFileSync("git", args, { cwd: this.folder, env, stdio: "ignore" });
  }

  /** What the command prints, run from the top of the repository. */
  async guard(...args: string[]): Promise<string> {
    const [cwd, environment] = [process.cwd(), process.env];
    const out: string[] = [];
    const print = (text: string): void => {
      out.push(text);
    };
    try {
      process.chdir(this.folder);
      process.env = { ...environment, CI: "false", KAPSULE_GUARD_BASE: "" };
      const code = await runAsync(args, { out: print, err: print, color: false });
      return `$ npx kapsule-guard ${args.join(" ")}\n${out.join("\n")}\n$ echo $?\n${code}`;
    } finally {
      process.chdir(cwd);
      process.env = environment;
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

const code = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

const PARTS: readonly Part[] = [
  () => `# Terraform and OpenTofu in HCL

\`kapsule-guard check\` reports what an edit of HCL would destroy or replace, before a plan exists. It reads the configuration of the base
branch from git, so you set up nothing: no state, no credentials, no Terraform, no account. It takes seconds.

    npx kapsule-guard check infra --base origin/main

\`npm run docs\` writes this page: its output is real, and a test keeps it in step with the code.

## From an empty terminal to a red pull request

The network plugin of this cluster is in a YAML file:`,
  () => code("hcl", `# infra/main.tf\n${FILES["infra/main.tf"]}`),
  () =>
    code(
      "hcl",
      `# infra/settings.tf\n${FILES["infra/settings.tf"]}\n# infra/settings.yaml\n# ${FILES["infra/settings.yaml"]}`,
    ),
  () => "On a branch, somebody changes one word of the YAML file, `cilium` to `calico`, and the size of the pool:",
  async (session) => {
    session.write("infra/settings.yaml", "cni: calico\n");
    session.write("infra/main.tf", FILES["infra/main.tf"].replace("size       = 3", "size       = 5"));
    return code("text", await session.guard("check", "--base", "main"));
  },
  () => `Without a folder, the command checks all roots below the current folder in which something differs: their own files, the modules that they
call, or the files that expressions read. A root is a folder with its own backend, lock file or values, or a folder that no other folder calls.
Folders called \`examples\`, \`tests\`, \`fixtures\` or \`e2e\` are only checked if you name them, unless they have a backend.

## Accept what is meant

Approvals are in \`kapsule-guard.hcl\` in the root. Terraform ignores this file. Paste the block, and give a reason:`,
  async (session) => {
    session.write("infra/kapsule-guard.hcl", APPROVAL);
    const output = await session.guard("check", "infra", "--base", "main");
    return `${code("hcl", `# infra/kapsule-guard.hcl\n${APPROVAL}`)}\n\n${code("text", output)}`;
  },
  () => REST,
];

const APPROVAL = `allow_replacement "scaleway_k8s_cluster.main" {
  attribute = "cni"
  from      = "cilium"
  to        = "calico"
  reason    = "a new cluster, agreed on in March"
  cascade   = "its pools are made anew with it"
}
`;

const REST = `The report begins with what the change approves, so that a reviewer sees it. \`cascade\` also accepts the consequences. The guard reports an
approval that no longer matches anything: remove an approval once its change is applied. \`kapsule-guard plan plan.json --config infra\` uses the
same file for a real plan.

| Block                                                                  | Accepts                                   |
| ---------------------------------------------------------------------- | ----------------------------------------- |
| \`allow_replacement "ADDRESS" { attribute, from, to, reason, cascade }\` | one change of one attribute               |
| \`allow_removal "ADDRESS" { reason, cascade }\`                          | the object is destroyed or forgotten      |
| \`allow_opening "ADDRESS" { attribute, from, to, reason }\`              | others may reach it                       |
| \`stateful = "warn"\`                                                    | nothing blocks in this root               |
| \`suppress_check "CHECK" { address, reason }\`                           | [a mistake](checks.md), of one or all     |
| \`development = true\`                                                   | workloads may be lost without an approval |

An address without a key stands for all of its instances.

## In a pull request

GitHub, with nothing to install. With \`sarif: true\`, findings appear beside the line of the diff:

\`\`\`yaml
on: pull_request
permissions:
  contents: read
  security-events: write # for code scanning
jobs:
  guard:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4 # in your repository, pin all by digest
        with: { fetch-depth: 0 }
      - uses: cdktf-scaleway-kapsule/cdktf-scaleway-kapsule@v0
        with:
          folders: infra # or "." for all in which something differs
          sarif: true
\`\`\`

GitLab:

\`\`\`yaml
include:
  - component: $CI_SERVER_FQDN/cdktf-scaleway-kapsule/cdktf-scaleway-kapsule/kapsule-guard@0
    inputs:
      folders: infra
\`\`\`

[pre-commit](https://pre-commit.com), which compares with the last commit:

\`\`\`yaml
repos:
  - repo: https://github.com/cdktf-scaleway-kapsule/cdktf-scaleway-kapsule
    rev: v0.1.0
    hooks:
      - id: kapsule-guard
\`\`\`

Atlantis, before its plan; \`git fetch\` brings the base branch into its clone:

\`\`\`yaml
workflows:
  default:
    plan:
      steps:
        - run: git fetch --quiet origin $BASE_BRANCH_NAME
        - run: npx --yes kapsule-guard check . --base FETCH_HEAD
        - init
        - plan
\`\`\`

Digger uses a similar line as a step: \`- run: npx --yes kapsule-guard check . --base "origin/$GITHUB_BASE_REF"\`. Its checkout needs
\`fetch-depth: 0\`.

The guard finds the base in the same way as for locks ([guard.md](guard.md#which-lock-counts)): \`--base\`, \`KAPSULE_GUARD_BASE\`, the target of the
pull request, or the point where the branch left the default branch. In a pipeline, a base that cannot be proved is an error that says what to fetch.

## What is read

- **Files**: \`.tf\`, \`.tofu\` and their JSON, with override files; each file's blocks and attributes by line.
- **Values of variables**: \`TF_VAR_\`, \`terraform.tfvars\`, \`*.auto.tfvars\`, \`--var-file\`, \`--var\`, in Terraform's order, converted to the
  variable's type. Values in files are certain. A default is not certain, because a value outside the files overrides it.
- **Values that git does not keep** are the same on both sides, unless values beside them are committed: then they are new.
- **What expressions read**: \`file\`, \`templatefile\`, \`fileset\` and the rest, and data sources of local files. Each file is read from its own
  revision, as a checkout has it. A path that only the machine knows (\`path.cwd\`) may lead to any file, so its content is in doubt.
- **Modules**: local modules from their revision, and modules that \`terraform init\` has fetched. A fetched module is used for the base revision
  only if that revision calls the same source and version. Otherwise the module is \`unchecked\`, and the report names both versions.
  \`--modules DIR\` gives a copy of \`.terraform/modules\` of the base.
- **The provider's release**: \`.terraform.lock.hcl\` of each side, otherwise \`required_providers\`, otherwise \`--provider-version\`. A change of
  the release is [an upgrade](upgrades.md), and judged as one.
- **\`terraform.workspace\`**: \`--workspace\`, or \`TF_WORKSPACE\`.

A root is checked once for each \`--var-file\` and each \`--workspace\`. To layer files, list them in one option, with commas:
\`--var-file common.tfvars,prod.tfvars\`.

The command also reports what the change adds of these: arguments that the provider or Scaleway's API refuses, and
[mistakes that a plan lets through](checks.md).

## What it cannot know

If no file decides, a finding says \`may\` and gives the reason: the answer of a data source, a value that is given when Terraform runs, a
function that needs a secret. \`--state FILE\` leaves less in doubt: run \`terraform state pull > state.json\` once for each root.

- **Terragrunt** is not read: its inputs and generated files are missing. Check its plan: \`terragrunt show -json PLAN\`, and
  \`kapsule-guard plan\`.
- **Other providers** are not judged. Their values are known if the configuration has them.
- **Manual changes** show in a plan that refreshes.
- HCL does not need a lock. \`kapsule-guard lock\` takes Terraform JSON, for places without git.

The command runs nothing and sends nothing. It reads the HCL of a pull request, and follows no link or path out of the repository.
`;

/** The page about HCL, with what the command prints. */
export async function hclPage(): Promise<string> {
  const session = new Session();
  try {
    for (const [name, content] of Object.entries(FILES)) session.write(name, content);
    session.git("init", "--quiet", "--initial-branch=main");
    session.git("add", "--all");
    session.git("commit", "--quiet", "--message", "the platform");
    session.git("checkout", "--quiet", "-b", "edit");
    const parts: string[] = [];
    for (const part of PARTS) parts.push(await part(session));
    return parts.join("\n\n");
  } finally {
    session.close();
  }
}
