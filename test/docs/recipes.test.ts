import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { compileFunction } from "node:vm";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack } from "cdktf";
import { parse } from "yaml";

import { removeRepositories, Repository } from "../../guard/test/base/repository";
import * as lib from "../../lib";
import { guardedProject, type Platform } from "../guard/support";

const PAGE = readFileSync(join(__dirname, "../../docs/recipes.md"), "utf8");

/** The blocks of a language in the section of the page with this title. */
function blocks(title: string, language: string): string[] {
  const [, section] = PAGE.split(`\n## ${title}\n`);
  const [own = ""] = (section ?? "").split(/\n## /);
  return [...own.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, code = ""]) => code);
}

/** Runs lines of the page where they say: in the constructor of a stack. */
function say(code: string, stack: TerraformStack, known: object = {}): void {
  const names = { ...lib, ...known };
  compileFunction(code, Object.keys(names)).call(stack, ...Object.values(names));
}

const project = guardedProject();
const { folder, printed, newApp, addPlatform, synth, stopped, lockFile, stackFile } = project;
afterEach(() => {
  removeRepositories();
});

const said = () => printed.join("\n");

test("before the first apply, every edit passes; with the first one, the lock counts", () => {
  const [word = ""] = blocks("Before the first apply", "typescript");
  const draft = (platform: Platform) => {
    synth(platform, (_guard, stack) => {
      say(word, stack);
    });
  };
  draft({});
  const repository = Repository.create(folder);
  repository.commit("a draft");
  draft({ cni: "calico", subnet: "172.16.4.0/22" });
  repository.commit("another one");
  synth({ cni: "calico", subnet: "172.16.4.0/22" });
  repository.commit("the first apply");
  expect(
    stopped(() => {
      synth({ cni: "cilium", subnet: "172.16.4.0/22" });
    }),
  ).toContain('cni = "calico" -> "cilium"');
});

describe("a stack split in two", () => {
  const [removal = "", imported = ""] = blocks("A stack split in two", "typescript");
  /** The database is in `platform`, or moves to `data` as the page says, or with something left out. */
  const synthesized = (moved: boolean, { gives = removal, takes = imported } = {}) => {
    const app = newApp();
    const stack = addPlatform(app);
    const network = stack.node.findChild("network");
    const props = { network, engine: "PostgreSQL-16", nodeType: "DB-DEV-S", password: false } as never;
    if (!moved) new lib.DatabaseInstance(stack, "database", props);
    else {
      say(gives, stack);
      const data = new TerraformStack(app, "data");
      new ScalewayProvider(data, "scaleway", { region: "fr-par", zone: "fr-par-1" });
      lib.RecreationGuard.of(data, { lockFile: lockFile("data") });
      say(takes, data, { network });
    }
    app.synth();
  };

  test("passes, forgets the database in the one and imports it in the other", () => {
    synthesized(false);
    Repository.create(folder).commit("what is deployed");
    synthesized(true);
    expect(said()).toMatch(
      /scaleway_rdb_instance\.database_EBDE4557 will be left running outside Terraform, which was approved/,
    );
    const read = (stack: string) => JSON.parse(readFileSync(stackFile(stack), "utf8")) as Record<string, object>;
    expect(read("platform")).toMatchObject({
      removed: [{ from: "scaleway_rdb_instance.database_EBDE4557", lifecycle: { destroy: false } }],
    });
    expect(read("data")).toMatchObject({
      import: [{ to: "scaleway_rdb_instance.database_EBDE4557", id: "fr-par/11111111-1111-1111-1111-111111111111" }],
    });
  });

  test("is stopped where the first stack only drops the database", () => {
    synthesized(false);
    Repository.create(folder).commit("what is deployed");
    const message = stopped(() => {
      synthesized(true, { gives: "" });
    });
    expect(message).toContain("scaleway_rdb_instance.database_EBDE4557 will be destroyed");
  });
});

test("a renamed stack is compared with the lock of the old one, which goes to the new name", () => {
  const [word = ""] = blocks("A renamed stack", "typescript");
  synth();
  Repository.create(folder).commit("what is deployed");
  const renamed = (platform: Platform, line: string) => {
    const app = newApp();
    say(line, addPlatform(app, "production", platform));
    app.synth();
  };
  expect(() => {
    renamed({}, "");
  }).toThrow("stack platform");
  expect(() => {
    renamed({ cni: "calico" }, word);
  }).toThrow('cni = "cilium" -> "calico"');
  renamed({}, word);
  expect([existsSync(lockFile("platform")), existsSync(lockFile("production"))]).toEqual([false, true]);
});

describe("rolling back an approved replacement", () => {
  const TITLE = "Rolling back an approved replacement";
  const [back = ""] = blocks(TITLE, "typescript");
  const forth = back.replace('from: "calico"', 'from: "cilium"').replace('to: "cilium"', 'to: "calico"');
  const withPool = { nodeType: "DEV1-M" };
  const synthSaying = (cni: "cilium" | "calico", line: string) => {
    synth({ ...withPool, cni }, (_guard, stack) => {
      say(line, stack);
    });
  };
  const merged = () => {
    synthSaying("cilium", "");
    const repository = Repository.create(folder);
    repository.commit("what is deployed");
    repository.git("tag", "v1.4.0");
    synthSaying("calico", forth);
    repository.commit("another plugin, approved");
  };

  test("that was not applied loses nothing, compared with what is deployed", () => {
    merged();
    expect(
      stopped(() => {
        synthSaying("cilium", "");
      }),
    ).toContain('cni = "calico" -> "cilium"');
    const [command = ""] = blocks(TITLE, "sh");
    const [, base] = /^KAPSULE_GUARD_BASE=(\S+) npm run synth$/m.exec(command) ?? [];
    process.env.KAPSULE_GUARD_BASE = base;
    synthSaying("cilium", "");
    expect(said()).toMatch(/\(v1\.4\.0\), provider [\d.]+\. Nothing is lost\.$/m);
  });

  test("that was applied is stopped, and takes an approval of its own", () => {
    merged();
    synthSaying("cilium", back);
    expect(said()).toContain("back to cilium; the cluster holds nothing yet");
    printed.length = 0;
    synthSaying("calico", forth);
    expect(said()).toContain("this approval matches nothing any more");
  });
});

describe("Atlantis", () => {
  const [server, repo] = blocks("Atlantis", "yaml").map((text) => parse(text) as Record<string, never>);
  const { repos, workflows } = server as unknown as {
    repos: { pre_workflow_hooks: { run: string }[] }[];
    workflows: Record<string, { plan: { steps: (string | { run: string })[] } }>;
  };
  const { projects } = repo as unknown as { projects: { dir: string; workflow: string }[] };

  /** Runs a command of the page in a shell, with programs of the test in the place of some. */
  const shell = (command: string, cwd: string, programs: Record<string, string>, env: Record<string, string>) => {
    const bin = join(folder, "bin");
    mkdirSync(bin, { recursive: true });
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    const path = [bin, process.env.PATH].join(delimiter);
    return spawnSync("sh", ["-e", "-c", command], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, ...env, PATH: path },
    });
  };

  test("synthesizes against the target of the pull request, which it fetches", () => {
    const origin = Repository.create();
    origin.write("main.ts", "// deployed");
    const target = origin.commit("what is deployed");
    origin.git("switch", "--quiet", "--create", "edit");
    origin.write("main.ts", "// edited");
    origin.commit("the change");
    const clone = origin.clone("--branch", "edit", "--single-branch");
    const npm = 'if [ "$1" = run ]; then echo "$CI $(git rev-parse "$KAPSULE_GUARD_BASE")"; fi';
    const [{ pre_workflow_hooks: hooks }] = repos as [(typeof repos)[number]];
    const { status, stdout, stderr } = shell(hooks[0]!.run, clone.folder, { npm }, { BASE_BRANCH_NAME: "main" });
    expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: `true ${target}` });
    expect(stderr).not.toContain("fatal");
  });

  test("reads Terraform's own plan, in the folder of the stack, and fails where it loses something", () => {
    synth();
    const dir = join(folder, projects[0]!.dir);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "cdk.tf.json"), readFileSync(stackFile(), "utf8"));
    const address = "scaleway_k8s_cluster.cluster_611F8AFF";
    const planOf = (actions: string[]) => {
      const change = { actions, before: { cni: "cilium" }, after: { cni: "calico" }, replace_paths: [["cni"]] };
      const resource = { address, mode: "managed", type: "scaleway_k8s_cluster", name: "cluster_611F8AFF", change };
      return JSON.stringify({ format_version: "1.2", resource_changes: [resource] });
    };
    const { run } = workflows[projects[0]!.workflow]!.plan.steps.find((step) => typeof step === "object") as {
      run: string;
    };
    for (const [actions, code] of [
      [["no-op"], 0],
      [["delete", "create"], 1],
    ] as const) {
      writeFileSync(join(folder, "saved.json"), planOf([...actions]));
      const terraform = `cat "${join(folder, "saved.json")}"`;
      const guard = `shift; shift; exec "${process.execPath}" "${join(__dirname, "../../guard/dist/cli/main.js")}" "$@"`;
      const { status, stdout } = shell(run, dir, { terraform, npx: guard }, { PLANFILE: "x.tfplan" });
      expect({ status, stdout }).toEqual({ status: code, stdout: expect.stringContaining("plan.json") });
    }
  });
});

test("Renovate's group has every package of a project, and writes the locks", () => {
  const [text = ""] = blocks("Renovate", "json");
  const { packageRules } = JSON.parse(text) as {
    packageRules: { matchPackageNames: string[]; postUpgradeTasks: { commands: string[]; fileFilters: string[] } }[];
  };
  const [rule] = packageRules;
  const template = JSON.parse(readFileSync(join(__dirname, "../../templates/cdktf/package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const ours = Object.entries(template.dependencies).filter(([name]) => name.includes("scaleway"));
  const names = ours.flatMap(([name, range]) => [name, /^npm:(.*)@/.exec(range)?.[1] ?? name]);
  expect(rule?.matchPackageNames).toEqual(expect.arrayContaining(names));
  expect(rule?.postUpgradeTasks.fileFilters).toEqual(["recreation-locks/**"]);
  expect(rule?.postUpgradeTasks.commands.at(-1)).toMatch(/npm run synth$/);
});
