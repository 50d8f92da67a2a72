import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";

import { run } from "../../guard/lib/cli/run";
import { copied, removeRepositories, Repository } from "../../guard/test/base/repository";
import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { RecreationError } from "../../lib/guard/recreation-error";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { PrivateNetwork } from "../../lib/vpc/private-network";

interface Code {
  cni?: "cilium" | "calico";
  pools?: string[];
  tags?: string[];
  size?: number;
  approved?: boolean;
}

let printed: string[];
const before = { ...process.env };
beforeEach(() => {
  printed = [];
  jest.spyOn(console, "info").mockImplementation((text: string) => printed.push(text));
});
afterEach(() => {
  process.env = { ...before };
  jest.restoreAllMocks();
  removeRepositories();
});

/** All that a synth says that loses nothing, and writes no lock. */
const NOTHING = /^stack platform: compared with \S+ at \w{12} \(.+\), provider [\d.]+\. Nothing is lost\.$/;

const lockOf = ({ folder }: Repository) => join(folder, "recreation-locks", "platform.json");
const stackOf = ({ folder }: Repository) => join(folder, "cdktf.out", "stacks", "platform", "cdk.tf.json");

/** What `npm run synth` does in a checkout, and what it prints. */
function synth(checkout: Repository, { cni = "cilium", pools = ["default"], tags, size = 1, approved }: Code): string {
  printed.length = 0;
  const app = new App({ outdir: join(checkout.folder, "cdktf.out") });
  const stack = new TerraformStack(app, "platform");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const network = new PrivateNetwork(stack, "network", { removalPolicy: "destroy" });
  const apiAccess = ApiAccess.from("203.0.113.0/24");
  const options = { network, version: "1.35.3", cni, apiAccess, tags, removalPolicy: "destroy" } as const;
  const cluster = new KapsuleCluster(stack, "cluster", options);
  for (const pool of pools) cluster.addPool(pool, { nodeType: "DEV1-M", size });
  const guard = RecreationGuard.of(stack, { lockFile: lockOf(checkout) });
  if (approved === true) {
    guard.allowReplacement({
      resource: cluster,
      attribute: "cni",
      from: "cilium",
      to: "calico",
      reason: "staging, holds no data",
      cascade: "pools and API access go with it",
    });
  }
  app.synth();
  return printed.join("\n");
}

function stopped(act: () => void): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(RecreationError);
    return (error as Error).message;
  }
  throw new Error("the synth was not stopped");
}

/** A remote whose main has the platform that is deployed, and two who work on it. */
const team = copied(() => {
  const remote = Repository.create();
  remote.git("config", "receive.denyCurrentBranch", "updateInstead");
  remote.write(".gitignore", "cdktf.out\n");
  remote.commit("begin");
  const alice = remote.clone();
  synth(alice, {});
  alice.commit("the platform");
  alice.git("push", "--quiet", "origin", "main");
  return { remote, alice, bob: remote.clone() };
});

/** The variables of a pipeline for a branch that is to be merged into main, and for main once that is pushed. */
const pipelines = {
  GitHub: {
    request: () => ({ GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "main" }),
    push: ({ folder }: Repository, commit: string) => {
      const event = join(folder, ".git", "event.json");
      writeFileSync(event, JSON.stringify({ before: commit, repository: { default_branch: "main" } }));
      return {
        GITHUB_ACTIONS: "true",
        GITHUB_EVENT_NAME: "push",
        GITHUB_REF: "refs/heads/main",
        GITHUB_EVENT_PATH: event,
      };
    },
  },
  GitLab: {
    request: () => ({ GITLAB_CI: "true", CI_DEFAULT_BRANCH: "main", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" }),
    push: (_: Repository, commit: string) => ({
      GITLAB_CI: "true",
      CI_DEFAULT_BRANCH: "main",
      CI_COMMIT_BRANCH: "main",
      CI_PIPELINE_SOURCE: "push",
      CI_COMMIT_BEFORE_SHA: commit,
    }),
  },
};

/** Runs something as a pipeline does, in a checkout of its own. */
function inPipeline<T>(
  remote: Repository,
  branch: string,
  variables: (checkout: Repository) => object,
  act: (checkout: Repository) => T,
): T {
  const checkout = remote.clone("--branch", branch);
  const saved = { ...process.env };
  Object.assign(process.env, { CI: "true" }, variables(checkout));
  try {
    return act(checkout);
  } finally {
    process.env = saved;
  }
}

function cli(...args: string[]) {
  const out: string[] = [];
  const code = run(args, { out: (text) => out.push(text), err: (text) => out.push(text), color: false });
  return { code, out: out.join("\n") };
}

test("another checkout of the same code changes nothing, and neither does an edit that loses nothing", () => {
  const { bob } = team();
  expect(synth(bob, {})).toMatch(NOTHING);
  expect(synth(bob, { tags: ["team=a"], size: 3 })).toMatch(NOTHING);
  expect(bob.git("status", "--porcelain")).toBe("");
});

test("two branches that each add a pool merge, and where git cannot merge, the next synth does", () => {
  const { remote, alice, bob } = team();
  alice.git("checkout", "--quiet", "-b", "alice");
  synth(alice, { pools: ["batch", "default"] });
  alice.commit("batch");
  alice.git("push", "--quiet", "origin", "HEAD:main");
  bob.git("checkout", "--quiet", "-b", "bob");
  synth(bob, { pools: ["default", "workers"] });
  bob.commit("workers");
  bob.git("fetch", "--quiet");
  bob.git("merge", "--quiet", "--no-edit", "origin/main");
  const merged = { pools: ["batch", "default", "workers"] };
  expect(synth(bob, merged)).toMatch(NOTHING);
  expect(bob.git("status", "--porcelain")).toBe("");

  synth(bob, { pools: [...merged.pools, "xa"] });
  bob.commit("xa");
  bob.git("push", "--quiet", "origin", "HEAD:main");
  synth(alice, { pools: ["batch", "default", "xb"] });
  alice.commit("xb");
  alice.git("fetch", "--quiet");
  expect(() => alice.git("merge", "--quiet", "--no-edit", "origin/main")).toThrow();
  expect(readFileSync(lockOf(alice), "utf8")).toContain("<<<<<<<");
  synth(alice, { pools: [...merged.pools, "xa", "xb"] });
  alice.commit("merge");
  expect(alice.git("show", "HEAD:recreation-locks/platform.json")).not.toContain("<<<<<<<");
  expect(remote.git("log", "--oneline", "main").split("\n").length).toBeGreaterThan(3);
});

test("a branch that lacks what main has merged meanwhile is told to merge before anybody applies it", () => {
  const { alice, bob } = team();
  bob.git("checkout", "--quiet", "-b", "bob");
  synth(alice, { cni: "calico", approved: true });
  alice.commit("calico");
  alice.git("push", "--quiet", "origin", "HEAD:main");
  expect(synth(bob, { size: 2 })).toMatch(NOTHING);
  bob.git("fetch", "--quiet");
  const said = synth(bob, { size: 2 });
  expect(said).toContain("origin/HEAD has changed ");
  expect(said).toContain("since this branch left it: merge it before you apply");
  const checked = cli("check", stackOf(bob), "--lock", lockOf(bob), "--base", "origin/main");
  expect(checked.out).toContain("origin/main has changed ");
  bob.git("commit", "--quiet", "--allow-empty", "-m", "nothing");
  bob.git("merge", "--quiet", "--no-edit", "origin/main");
  expect(synth(bob, { cni: "calico", size: 2 })).not.toContain("has changed");
});

describe.each(Object.entries(pipelines))("on %s", (_, { request, push }) => {
  test("a loss is stopped on every machine, whatever becomes of the lock", () => {
    const { remote, bob } = team();
    bob.git("checkout", "--quiet", "-b", "bob");
    expect(stopped(() => synth(bob, { cni: "calico" }))).toContain('cni = "cilium" -> "calico"');
    rmSync(lockOf(bob));
    expect(stopped(() => synth(bob, { cni: "calico" }))).toContain('cni = "cilium" -> "calico"');
    bob.commit("a lock that is deleted");
    bob.git("push", "--quiet", "origin", "bob");
    const message = inPipeline(remote, "bob", request, (checkout) => stopped(() => synth(checkout, { cni: "calico" })));
    expect(message).toContain('cni = "cilium" -> "calico"');
    expect(message).toContain("is missing");
  });

  test("a lock that somebody forgot to commit is asked for", () => {
    const { remote, bob } = team();
    bob.git("checkout", "--quiet", "-b", "bob");
    synth(bob, { pools: ["default", "workers"] });
    bob.git("checkout", "--quiet", "--", "recreation-locks");
    bob.commit("no lock");
    bob.git("push", "--quiet", "origin", "bob");
    const message = inPipeline(remote, "bob", request, (checkout) =>
      stopped(() => synth(checkout, { pools: ["default", "workers"] })),
    );
    expect(message).toMatch(/is behind: it lacks scaleway_k8s_pool\.cluster_workers_\w+\. Synthesize on a developer's/);
  });

  test("one approval holds from the synth to the push, and is stale after that", () => {
    const { remote, alice, bob } = team();
    const code = { cni: "calico", approved: true } as const;
    bob.git("checkout", "--quiet", "-b", "bob");
    expect(synth(bob, code)).toContain("0 blocking, 0 warnings, 3 approved, 0 stale");
    bob.commit("another network plugin");
    bob.git("push", "--quiet", "origin", "bob");
    inPipeline(remote, "bob", request, (checkout) => {
      expect(synth(checkout, code)).toContain("3 approved, 0 stale");
      expect(cli("check", stackOf(checkout), "--lock", lockOf(checkout))).toMatchObject({ code: 0 });
      const plan = join(checkout.folder, "plan.json");
      writeFileSync(plan, JSON.stringify(planOf(stackOf(checkout))));
      expect(cli("plan", plan).code).toBe(1);
      expect(cli("plan", plan, "--config", stackOf(checkout))).toMatchObject({
        code: 0,
        out: expect.stringContaining("0 blocking, 0 warnings, 2 approved, 0 stale"),
      });
    });
    const deployed = alice.git("rev-parse", "origin/main");
    bob.git("push", "--quiet", "origin", "bob:main");
    const pushed = (commit: string) => (checkout: Repository) => push(checkout, commit);
    expect(inPipeline(remote, "main", pushed(deployed), (checkout) => synth(checkout, code))).toContain(
      "3 approved, 0 stale",
    );
    const tip = bob.git("rev-parse", "bob");
    bob.commit("something else");
    bob.git("push", "--quiet", "origin", "bob:main");
    expect(inPipeline(remote, "main", pushed(tip), (checkout) => synth(checkout, code))).toContain(
      "0 approved, 1 stale",
    );
    alice.git("pull", "--quiet");
    expect(synth(alice, { cni: "calico" })).toMatch(NOTHING);
    expect(existsSync(lockOf(alice))).toBe(true);
  });
});

/** A plan of Terraform that replaces the cluster and what has its id. */
function planOf(file: string): object {
  const { resource } = JSON.parse(readFileSync(file, "utf8")) as { resource: Record<string, Record<string, object>> };
  const addressOf = (type: string) => `${type}.${Object.keys(resource[type] ?? {})[0]}`;
  const [cluster, pool] = [addressOf("scaleway_k8s_cluster"), addressOf("scaleway_k8s_pool")];
  const change = (address: string, path: string, rest: object) => ({
    address,
    mode: "managed",
    type: address.split(".")[0],
    name: address.split(".")[1],
    action_reason: "replace_because_cannot_update",
    change: {
      actions: ["delete", "create"],
      replace_paths: [[path]],
      before_sensitive: {},
      after_sensitive: {},
      ...rest,
    },
  });
  return {
    format_version: "1.2",
    complete: true,
    resource_changes: [
      change(cluster, "cni", { before: { cni: "cilium" }, after: { cni: "calico" }, after_unknown: {} }),
      change(pool, "cluster_id", {
        before: { cluster_id: "fr-par/1" },
        after: {},
        after_unknown: { cluster_id: true },
      }),
    ],
    configuration: {
      root_module: {
        resources: Object.entries(resource).flatMap(([type, named]) =>
          Object.keys(named).map((name) => ({
            address: `${type}.${name}`,
            ...(`${type}.${name}` === pool
              ? { expressions: { cluster_id: { references: [`${cluster}.id`, cluster] } } }
              : {}),
          })),
        ),
      },
    },
  };
}
