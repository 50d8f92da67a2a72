import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { BaseLocks } from "../../lib/base/base-locks";
import { BaseRevisionError } from "../../lib/base/base-revision";
import { lockOf } from "../../lib/recreation/baseline/lock/lock";
import { serializeLock } from "../../lib/recreation/baseline/lock/parse";
import { copied, removeRepositories, Repository } from "./repository";

afterEach(removeRepositories);

type Variables = Readonly<Record<string, string>>;
type Location = Pick<Repository, "folder">;

const lock = (cni: string) =>
  serializeLock(
    lockOf({ resource: { scaleway_k8s_cluster: { c: { name: "c", cni, version: "1.35" } } } }, { stack: "s" }),
  );
const LOCK = "recreation-locks/s.json";

/** A remote whose main has a lock, and a clone with a branch that has another one. */
const team = copied(() => teamOn("main"));

function teamOn(main: string) {
  const remote = Repository.create();
  remote.git("branch", "--move", main);
  remote.write(LOCK, lock("cilium"));
  const before = remote.commit("what is deployed");
  const clone = remote.clone();
  clone.git("checkout", "--quiet", "-b", "feature");
  clone.write(LOCK, lock("calico"));
  const change = clone.commit("the change");
  clone.git("push", "--quiet", "origin", "feature");
  return { remote, clone, before, change };
}

/** A remote to whose main the change was pushed, and a clone of main. */
const pushed = copied(() => {
  const { remote, clone, before, change } = team();
  clone.git("push", "--quiet", "origin", `${change}:refs/heads/pushed`);
  remote.git("reset", "--quiet", "--hard", "pushed");
  return { remote, clone: remote.clone(), before, change };
});

/** The network plugin of the lock that a run of a pipeline compares with. */
function judged({ folder }: Location, environment: Variables): string | undefined {
  const base = BaseLocks.around(join(folder, LOCK), { environment });
  if (typeof base === "string") return base;
  return base.at(join(folder, LOCK))?.resources["scaleway_k8s_cluster.c"]?.values.cni as string | undefined;
}

/** What GitHub writes for a job. */
const event = ({ folder }: Repository, content: object): Variables => {
  const file = join(folder, ".git/event.json");
  writeFileSync(file, JSON.stringify({ repository: { default_branch: "main" }, ...content }));
  return { GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file };
};

/** The variables of a run for the merge of `feature` into `main`, by platform. */
const requests: Readonly<Record<string, Variables>> = {
  AppVeyor: { APPVEYOR: "True", APPVEYOR_PULL_REQUEST_NUMBER: "7", APPVEYOR_REPO_BRANCH: "main" },
  "AWS CodeBuild": { CODEBUILD_BUILD_ARN: "arn", CODEBUILD_WEBHOOK_BASE_REF: "refs/heads/main" },
  "Azure Pipelines": { TF_BUILD: "True", SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main" },
  "Bitbucket Pipelines": { BITBUCKET_COMMIT: "1", BITBUCKET_PR_DESTINATION_BRANCH: "main" },
  Buildkite: { BUILDKITE: "true", BUILDKITE_PULL_REQUEST: "7", BUILDKITE_PULL_REQUEST_BASE_BRANCH: "main" },
  "Cirrus CI": { CIRRUS_CI: "true", CIRRUS_PR: "7", CIRRUS_BASE_BRANCH: "main" },
  Codefresh: { CF_BUILD_ID: "1", CF_PULL_REQUEST_TARGET: "main" },
  Drone: { DRONE: "true", DRONE_BUILD_EVENT: "pull_request", DRONE_TARGET_BRANCH: "main", DRONE_BRANCH: "main" },
  "GitHub Actions": { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "main" },
  "Gitea Actions": { GITEA_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "main" },
  "GitLab CI": { GITLAB_CI: "true", CI_DEFAULT_BRANCH: "main", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" },
  Jenkins: { JENKINS_URL: "https://ci.example", BUILD_ID: "1", BRANCH_NAME: "PR-7", CHANGE_TARGET: "main" },
  Semaphore: { SEMAPHORE: "true", SEMAPHORE_GIT_PR_NUMBER: "7", SEMAPHORE_GIT_BRANCH: "main" },
  "Travis CI": { TRAVIS: "true", TRAVIS_EVENT_TYPE: "pull_request", TRAVIS_BRANCH: "main" },
  Woodpecker: { CI: "woodpecker", CI_PIPELINE_EVENT: "pull_request", CI_COMMIT_TARGET_BRANCH: "main" },
  "a platform that says no more than CI": { CI: "true" },
  "a platform without a row": { CIRCLECI: "true", CIRCLE_BRANCH: "feature" },
};

describe.each(Object.entries(requests))("a merge request on %s", (_, variables) => {
  test("is judged by the lock of its target", () => {
    expect(judged(team().clone, variables)).toBe("cilium");
  });

  test("is an error with a line that fixes it where the clone has the branch alone", () => {
    const { clone } = team();
    for (const name of ["origin/main", "origin/HEAD"]) clone.git("update-ref", "-d", `refs/remotes/${name}`);
    const act = () => judged(clone, variables);
    expect(act).toThrow(BaseRevisionError);
    expect(act).toThrow(/set KAPSULE_GUARD_BASE to the revision that is deployed/);
  });

  test("of another target is not judged by main", () => {
    const { clone } = team();
    const others = Object.entries(variables).map(([name, value]) => [name, value.replace(/main$/, "release")]);
    const act = () => judged(clone, Object.fromEntries(others) as Variables);
    const isTold = Object.values(variables).some((value) => value.endsWith("main"));
    if (isTold) expect(act).toThrow("this clone lacks the revision to compare with (origin/release");
    else expect(act()).toBe("cilium");
  });
});

/** The variables of a push to main, by platforms that say what was there before. */
const pushes: Readonly<Record<string, (before: string, change: string) => Variables>> = {
  "AWS CodeBuild": (before) => ({
    CODEBUILD_BUILD_ARN: "arn",
    CODEBUILD_WEBHOOK_HEAD_REF: "refs/heads/main",
    CODEBUILD_WEBHOOK_PREV_COMMIT: before,
  }),
  "Cirrus CI": (before) => ({
    CIRRUS_CI: "true",
    CIRRUS_BRANCH: "main",
    CIRRUS_DEFAULT_BRANCH: "main",
    CIRRUS_LAST_GREEN_CHANGE: before,
  }),
  Drone: (before) => ({
    DRONE: "true",
    DRONE_BUILD_EVENT: "push",
    DRONE_BRANCH: "main",
    DRONE_REPO_BRANCH: "main",
    DRONE_COMMIT_BEFORE: before,
  }),
  "GitLab CI": (before) => ({
    GITLAB_CI: "true",
    CI_DEFAULT_BRANCH: "main",
    CI_COMMIT_BRANCH: "main",
    CI_PIPELINE_SOURCE: "push",
    CI_COMMIT_BEFORE_SHA: before,
  }),
  "a child pipeline of GitLab": (before) => ({
    GITLAB_CI: "true",
    CI_DEFAULT_BRANCH: "main",
    CI_COMMIT_BRANCH: "main",
    CI_PIPELINE_SOURCE: "parent_pipeline",
    CI_COMMIT_BEFORE_SHA: before,
  }),
  Jenkins: (before) => ({
    JENKINS_URL: "https://ci.example",
    BUILD_ID: "1",
    BRANCH_NAME: "main",
    GIT_PREVIOUS_SUCCESSFUL_COMMIT: before,
  }),
  Semaphore: (before, change) => ({
    SEMAPHORE: "true",
    SEMAPHORE_GIT_BRANCH: "main",
    SEMAPHORE_GIT_COMMIT_RANGE: `${before}...${change}`,
  }),
  "Travis CI": (before, change) => ({
    TRAVIS: "true",
    TRAVIS_EVENT_TYPE: "push",
    TRAVIS_BRANCH: "main",
    TRAVIS_COMMIT_RANGE: `${before}...${change}`,
  }),
};

describe.each(Object.entries(pushes))("a push to main on %s", (_, variables) => {
  test("is judged by what was there before", () => {
    const { clone, before, change } = pushed();
    expect(judged(clone, variables(before, change))).toBe("cilium");
  });

  test("of which nothing tells what was there before is an error", () => {
    const { clone, change } = pushed();
    expect(() => judged(clone, variables("0".repeat(40), change))).toThrow("HEAD is on origin/");
  });

  test("whose commit before is not in the clone is an error", () => {
    const { clone, change } = pushed();
    expect(() => judged(clone, variables("1".repeat(40), change))).toThrow(
      "this clone lacks the revision to compare with",
    );
  });
});

test.each(["push of two commits", "tag", "schedule", "run by hand"])(
  "a %s on the default branch, of which the platform tells nothing, is an error",
  () => {
    const { clone } = pushed();
    expect(() => judged(clone, { CI: "true" })).toThrow(
      /HEAD is on origin\/HEAD already, and nothing tells the revision/,
    );
  },
);

test.each(["issue_comment", "workflow_run", "workflow_dispatch", "repository_dispatch", "schedule"])(
  "GitHub's %s with a pull request's head checked out is judged by main",
  (name) => {
    const { clone } = team();
    const variables = { ...event(clone, {}), GITHUB_EVENT_NAME: name, GITHUB_REF: "refs/heads/main" };
    expect(judged(clone, variables)).toBe("cilium");
  },
);

test("GitHub's pull_request_target with the target checked out is an error", () => {
  const { clone } = pushed();
  const variables = { ...event(clone, {}), GITHUB_EVENT_NAME: "pull_request_target", GITHUB_BASE_REF: "main" };
  expect(() => judged(clone, variables)).toThrow("pull request into main is HEAD itself");
});

describe("a default branch with another name", () => {
  test("is known to a clone that notes it", () => {
    expect(judged(teamOn("trunk").clone, { CI: "true" })).toBe("cilium");
  });

  test("is an error where nothing notes it, and right where the variable names it", () => {
    const { clone } = teamOn("trunk");
    clone.git("remote", "set-head", "origin", "--delete");
    expect(() => judged(clone, { CI: "true" })).toThrow("nothing tells what this change is merged into");
    expect(judged(clone, { CI: "true", KAPSULE_GUARD_BASE: "origin/trunk" })).toBe("cilium");
  });
});

describe("Jenkins' refspec", () => {
  const alone = () => {
    const { remote } = team();
    const folder = Repository.create();
    folder.git("fetch", "--quiet", remote.folder, "+refs/heads/feature:refs/remotes/origin/PR-7");
    folder.git("checkout", "--quiet", "--detach", "refs/remotes/origin/PR-7");
    return folder;
  };

  test("brings the branch alone, which is an error with the line that fetches the rest", () => {
    expect(() => judged(alone(), requests.Jenkins!)).toThrow(
      "run \"git fetch origin '+refs/heads/*:refs/remotes/origin/*'\"",
    );
    expect(() => judged(alone(), { CI: "true" })).toThrow("nothing tells what this change is merged into");
  });
});

test("a worktree of a bare clone is an error, and right with the branch's name", () => {
  const { remote } = team();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "kapsule-bare-")));
  try {
    execFileSync("git", ["clone", "--quiet", "--bare", remote.folder, join(folder, "bare")]);
    execFileSync("git", ["-C", join(folder, "bare"), "worktree", "add", "--quiet", join(folder, "tree"), "feature"], {
      stdio: "ignore",
    });
    const checkout = { folder: join(folder, "tree") } satisfies Location;
    expect(() => judged(checkout, { CI: "true" })).toThrow("nothing tells what this change is merged into");
    expect(judged(checkout, { CI: "true", KAPSULE_GUARD_BASE: "main" })).toBe("cilium");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("GitHub on the machines of another platform is GitHub", () => {
  const { clone } = team();
  const variables = {
    ...requests["GitHub Actions"]!,
    CODEBUILD_BUILD_ARN: "arn",
    CODEBUILD_WEBHOOK_BASE_REF: "refs/heads/other",
  };
  expect(judged(clone, variables)).toBe("cilium");
});

test("a tag or a branch that is called like the target is not taken for it", () => {
  const { clone } = team();
  clone.git("tag", "origin/main");
  clone.commit("one more");
  expect(judged(clone, requests["GitHub Actions"]!)).toBe("cilium");
});

describe("a lock that the base has elsewhere", () => {
  const moved = (text: (lock: string) => string) => {
    const { clone } = team();
    clone.git("checkout", "--quiet", "main");
    clone.write(LOCK, text(lock("cilium")));
    clone.commit("base");
    clone.git("checkout", "--quiet", "-b", "moved");
    clone.git("mv", "recreation-locks", "locks");
    clone.write("locks/s.json", lock("calico"));
    clone.commit("moved");
    const file = join(clone.folder, "locks/s.json");
    const base = BaseLocks.around(file, { environment: { CI: "true", KAPSULE_GUARD_BASE: "main" } });
    if (typeof base === "string") throw new Error(base);
    return () => base.find("s", file)?.lock.resources["scaleway_k8s_cluster.c"]?.values.cni;
  };

  test("is found however it is written", () => {
    expect(moved((text) => text)()).toBe("cilium");
    expect(moved((text) => JSON.stringify(JSON.parse(text)))()).toBe("cilium");
    expect(moved((text) => `\ufeff${text}`)()).toBe("cilium");
  });

  test("is an error where it cannot be read", () => {
    expect(moved((text) => `<<<<<<< HEAD\n${text}`)).toThrow("merge conflict markers");
  });

  test("is an error in a clone that lacks its content", () => {
    const { remote } = team();
    remote.git("config", "uploadpack.allowFilter", "true");
    const clone = remote.clone("--filter=blob:none", "--branch", "feature");
    rmSync(remote.folder, { recursive: true });
    expect(() => judged(clone, requests["GitHub Actions"]!)).toThrow(BaseRevisionError);
  });

  test("is not taken for one that moved where a sparse checkout leaves it out", () => {
    const remote = Repository.create();
    remote.write("a/package.json", "{}");
    remote.write(`a/${LOCK}`, lock("cilium"));
    remote.write("b/package.json", "{}");
    remote.commit("two apps");
    const clone = remote.clone();
    clone.git("sparse-checkout", "set", "b");
    const file = join(clone.folder, "b", LOCK);
    const base = BaseLocks.around(file, { environment: {} });
    expect(typeof base === "string" ? base : base.find("s", file)).toBeUndefined();
  });
});

test.each(["HEAD", "feature", "@", "HEAD~0"])(
  "a base that is HEAD by another name, %s, is an error in CI alone",
  (base) => {
    const { clone } = team();
    expect(() => judged(clone, { CI: "true", KAPSULE_GUARD_BASE: base })).toThrow(`${base} is HEAD itself. In CI`);
    expect(judged(clone, { KAPSULE_GUARD_BASE: base })).toBe("calico");
  },
);

describe("without a history", () => {
  const copied = () => {
    const { clone } = team();
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "kapsule-copy-")));
    cpSync(join(clone.folder, "recreation-locks"), join(folder, "recreation-locks"), { recursive: true });
    return { folder } satisfies Location;
  };

  test("no remote, an unborn HEAD and a copy without .git are errors in CI, and files elsewhere", () => {
    const { clone } = team();
    clone.git("remote", "remove", "origin");
    expect(() => judged(clone, { CI: "true" })).toThrow("nothing tells what this change is merged into");
    expect(judged(clone, {})).toBe("calico");

    const unborn = Repository.create();
    expect(() => judged(unborn, { CI: "true" })).toThrow("has no commit");
    expect(judged(unborn, {})).toBe("files");

    const copy = copied();
    expect(() => judged(copy, { CI: "true" })).toThrow("is in no git repository");
    expect(judged(copy, {})).toBe("files");
    rmSync(copy.folder, { recursive: true });
  });

  test("a run that only builds says so by a word, which judges nothing, wherever it runs", () => {
    const copy = copied();
    for (const place of [copy, team().clone, Repository.create()]) {
      expect(judged(place, { CI: "true", KAPSULE_GUARD_BASE: "none" })).toBe("unjudged");
    }
    rmSync(copy.folder, { recursive: true });
  });
});

describe("a folder of locks that is not of the repository", () => {
  test("a link out of it is an error, on every machine", () => {
    const { clone } = team();
    const outside = realpathSync(mkdtempSync(join(tmpdir(), "kapsule-outside-")));
    cpSync(join(clone.folder, "recreation-locks"), outside, { recursive: true });
    rmSync(join(clone.folder, "recreation-locks"), { recursive: true });
    symlinkSync(outside, join(clone.folder, "recreation-locks"));
    for (const variables of [{ CI: "true" }, {}] as Variables[])
      expect(() => judged(clone, variables)).toThrow("is a link that leads out of the repository");
    rmSync(outside, { recursive: true });
  });

  test("a link within it is none", () => {
    const { clone } = team();
    clone.git("mv", "recreation-locks", "locks");
    symlinkSync("locks", join(clone.folder, "recreation-locks"));
    clone.commit("moved");
    const base = BaseLocks.around(join(clone.folder, LOCK), { environment: { CI: "true" } });
    expect(base).toBeInstanceOf(BaseLocks);
    expect(
      (base as BaseLocks).find("s", join(clone.folder, LOCK))?.lock.resources["scaleway_k8s_cluster.c"]?.values.cni,
    ).toBe("cilium");
  });

  test("a repository of its own is an error in CI", () => {
    const { clone } = team();
    const inner = join(clone.folder, "recreation-locks");
    mkdirSync(inner, { recursive: true });
    const own = Repository.create(inner);
    own.commit("locks");
    const around = (app: string) => () =>
      BaseLocks.around(join(clone.folder, LOCK), { environment: { CI: "true" }, app });
    expect(around(join(clone.folder, "cdktf.out"))).toThrow("is another repository than the app's");
    const sibling = team().clone;
    expect(around(join(sibling.folder, "cdktf.out"))).toThrow("is another repository than the app's");
  });
});

describe("a lock that cannot be used at the base", () => {
  test.each([
    ["merge markers", "<<<<<<< HEAD\n{}\n", "merge conflict markers"],
    [
      "a pointer of Git LFS",
      "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
      "a pointer of Git LFS",
    ],
    ["a key that is there twice", '{"lockVersion":1,"lockVersion":2}', 'the key "lockVersion" is there twice'],
  ])("for %s names the revision to compare with instead", (_, text, message) => {
    const { clone, before } = team();
    clone.git("checkout", "--quiet", "main");
    clone.write(LOCK, text);
    clone.commit("broken");
    clone.git("push", "--quiet", "origin", "HEAD:broken");
    const act = (base: string) => judged(clone, { KAPSULE_GUARD_BASE: base });
    expect(() => act("origin/broken")).toThrow(message);
    expect(() => act("origin/broken")).toThrow(`KAPSULE_GUARD_BASE=${before.slice(0, 12)}`);
    expect(act(before)).toBe("cilium");
  });
});
