import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type BaseRequest, baseRevisionOf } from "../../lib/base/base-revision";
import { Git } from "../../lib/base/git";
import { copied, removeRepositories, Repository } from "./repository";

afterEach(removeRepositories);

const foundIn = ({ folder }: Repository, environment: BaseRequest["environment"] = {}, base?: string) => {
  const git = Git.around(join(folder, "lock.json"));
  if (git === undefined) throw new Error("no repository");
  return baseRevisionOf(git, { base, environment });
};

/** The revision, without the end of the branch that it is on. */
const baseOf = (...asked: Parameters<typeof foundIn>) => {
  const { tip: _, ...found } = foundIn(...asked) ?? { commit: undefined };
  return found.commit === undefined ? undefined : found;
};

test("the end of a branch that has gone on is known beside it, and that of one that has not is not", () => {
  const { clone, second } = branched();
  expect(foundIn(clone)?.tip).toEqual({ commit: second, name: "origin/HEAD" });
  clone.git("merge", "--quiet", "--no-edit", "origin/main");
  expect(foundIn(clone)).not.toHaveProperty("tip");
});

/** A remote with two commits on main, and a clone with a branch of one commit that left at the first. */
const branched = copied(() => {
  const remote = Repository.create();
  remote.write("a", "1");
  const first = remote.commit("first");
  remote.write("a", "2");
  const second = remote.commit("second");
  const clone = remote.clone();
  clone.git("checkout", "--quiet", "-b", "feature", first);
  clone.write("b", "1");
  const feature = clone.commit("feature");
  return { remote, clone, first, second, feature };
});

/** The event file that GitHub writes for a job. */
function gitHub({ folder }: Repository, variables: Record<string, string>, event: object): Record<string, string> {
  const file = join(folder, ".git/event.json");
  writeFileSync(file, JSON.stringify(event));
  return { CI: "true", GITHUB_ACTIONS: "true", GITHUB_EVENT_PATH: file, ...variables };
}
const repository = { default_branch: "main" };

describe("on a developer's machine", () => {
  test("it is where the branch left the remote's default branch, however far that has gone on", () => {
    const { clone, first } = branched();
    expect(baseOf(clone)).toEqual({ commit: first, why: "merge base with origin/HEAD" });
  });

  test("it is the remote's main where the clone does not know the default branch, whatever the remote's name", () => {
    const { clone, first } = branched();
    clone.git("remote", "set-head", "origin", "--delete");
    expect(baseOf(clone)).toEqual({ commit: first, why: "merge base with origin/main" });
    clone.git("remote", "rename", "origin", "upstream");
    expect(baseOf(clone)).toEqual({ commit: first, why: "merge base with upstream/main" });
  });

  test("commits on the default branch that are not pushed are changes, too", () => {
    const { clone, second } = branched();
    clone.git("checkout", "--quiet", "main");
    clone.commit("not pushed");
    expect(baseOf(clone)?.commit).toBe(second);
  });

  test("without a remote it is HEAD, and without a commit there is none", () => {
    const alone = Repository.create();
    expect(baseOf(alone)).toBeUndefined();
    const commit = alone.commit();
    expect(baseOf(alone)).toEqual({ commit, why: "HEAD" });
  });

  test("what a pipeline's variables say counts only in one, which CI=false denies", () => {
    const { clone, first } = branched();
    const variables = { GITHUB_ACTIONS: "true", GITHUB_BASE_REF: "release" };
    expect(baseOf(clone, { ...variables, CI: "false" })?.commit).toBe(first);
    expect(() => baseOf(clone, variables)).toThrow("pull request into release: this clone lacks the revision");
  });
});

describe("a revision that is asked for", () => {
  test("is taken where its history and that of HEAD meet", () => {
    const { clone, first } = branched();
    expect(baseOf(clone, {}, "origin/main")).toEqual({ commit: first, why: "origin/main" });
    expect(baseOf(clone, { KAPSULE_GUARD_BASE: "origin/main" })).toEqual({ commit: first, why: "origin/main" });
  });

  test("as an option goes before the variable, which goes before the pipeline", () => {
    const { clone, feature, first } = branched();
    clone.commit("a second one");
    const pipeline = gitHub(clone, { GITHUB_BASE_REF: "main", KAPSULE_GUARD_BASE: feature }, {});
    expect(baseOf(clone, pipeline)?.commit).toBe(feature);
    expect(baseOf(clone, pipeline, first)?.commit).toBe(first);
  });

  test("is itself where the two have nothing in common", () => {
    const { clone } = branched();
    clone.git("checkout", "--quiet", "--orphan", "other");
    const commit = clone.commit("root of another history");
    clone.git("checkout", "--quiet", "feature");
    expect(baseOf(clone, {}, "other")).toEqual({ commit, why: "other" });
  });

  test("is an error where this clone does not have it", () => {
    const { clone } = branched();
    expect(() => baseOf(clone, {}, "origin/nowhere")).toThrow("the base revision origin/nowhere is not in this clone");
  });
});

describe("on GitHub", () => {
  test("it is where the pull request left its target", () => {
    const { clone, first } = branched();
    const environment = gitHub(clone, { GITHUB_BASE_REF: "main" }, { repository });
    expect(baseOf(clone, environment)).toEqual({ commit: first, why: "pull request into main" });
  });

  test("of the merge commit that GitHub makes for a pull request, it is the target's tip", () => {
    const { clone, second } = branched();
    clone.git("merge", "--quiet", "--no-edit", "origin/main");
    expect(baseOf(clone, gitHub(clone, { GITHUB_BASE_REF: "main" }, { repository }))?.commit).toBe(second);
  });

  test("it is the event's commit where the target's branch was not fetched", () => {
    const { clone, first } = branched();
    clone.git("update-ref", "-d", "refs/remotes/origin/main");
    const event = { pull_request: { base: { sha: first } }, repository };
    expect(baseOf(clone, gitHub(clone, { GITHUB_BASE_REF: "main" }, event))?.commit).toBe(first);
  });

  test("a clone without history is an error with the line that fixes it", () => {
    const { remote } = branched();
    const shallow = remote.clone("--depth", "1");
    shallow.git("update-ref", "-d", "refs/remotes/origin/main");
    const event = { pull_request: { base: { sha: "1".repeat(40) } }, repository };
    expect(() => baseOf(shallow, gitHub(shallow, { GITHUB_BASE_REF: "main" }, event))).toThrow(
      /pull request into main: this clone lacks the revision .*: give actions\/checkout "fetch-depth: 0"/,
    );
  });

  test("of a push to the default branch it is the revision before", () => {
    const { clone, first } = branched();
    clone.git("checkout", "--quiet", "main");
    const variables = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };
    const base = baseOf(clone, gitHub(clone, variables, { before: first, repository }));
    expect(base).toEqual({ commit: first, why: "push to main", ofPush: true });
  });

  test("a push whose revision before is missing is an error, never HEAD", () => {
    const { remote, first } = branched();
    const shallow = remote.clone("--depth", "1");
    const variables = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };
    expect(() => baseOf(shallow, gitHub(shallow, variables, { before: first, repository }))).toThrow(
      /push to main: this clone lacks the revision/,
    );
  });

  test("a schedule on the default branch has none, and says how it could", () => {
    const { clone } = branched();
    clone.git("checkout", "--quiet", "main");
    const variables = { GITHUB_EVENT_NAME: "schedule", GITHUB_REF: "refs/heads/main" };
    expect(() => baseOf(clone, gitHub(clone, variables, { repository }))).toThrow(
      /HEAD is on origin\/main already.*: set KAPSULE_GUARD_BASE to the revision that is deployed/,
    );
  });

  test.each(["issue_comment", "workflow_run", "workflow_dispatch"])(
    "of %s on the default branch, with another head checked out, it is where that left it",
    (event) => {
      const { clone, first } = branched();
      const variables = { GITHUB_EVENT_NAME: event, GITHUB_REF: "refs/heads/main" };
      expect(baseOf(clone, gitHub(clone, variables, { repository }))).toEqual({
        commit: first,
        why: "branch off main",
      });
    },
  );

  test("a tag of what is merged has none", () => {
    const { clone } = branched();
    clone.git("checkout", "--quiet", "main");
    const variables = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/tags/v1" };
    expect(() => baseOf(clone, gitHub(clone, variables, { repository }))).toThrow("HEAD is on origin/main already");
  });

  test("the first push of a repository has nothing before it", () => {
    const remote = Repository.create();
    remote.write("a", "1");
    remote.commit("first");
    const clone = remote.clone();
    const variables = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };
    const event = { before: "0".repeat(40), repository };
    expect(baseOf(clone, gitHub(clone, variables, event))?.why).toBe("nothing, as it is the first push");
    clone.commit("second");
    expect(() => baseOf(clone, gitHub(clone, variables, event))).not.toThrow();
    expect(baseOf(clone, gitHub(clone, variables, event))?.why).toBe("branch off main");
  });

  test("of a push to another branch it is where that left the default branch", () => {
    const { clone, first, feature } = branched();
    const variables = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/feature" };
    expect(baseOf(clone, gitHub(clone, variables, { before: feature, repository }))?.commit).toBe(first);
  });

  test("in a merge queue it is the queue's base", () => {
    const { clone, first } = branched();
    const event = { merge_group: { base_sha: first }, repository };
    expect(baseOf(clone, gitHub(clone, {}, event))).toEqual({ commit: first, why: "merge queue" });
  });
});

describe("on GitLab", () => {
  const gitLab = (variables: Record<string, string>) => ({
    CI: "true",
    GITLAB_CI: "true",
    CI_DEFAULT_BRANCH: "main",
    ...variables,
  });

  test("it is where the merge request left its target", () => {
    const { clone, first } = branched();
    const environment = gitLab({ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" });
    expect(baseOf(clone, environment)).toEqual({ commit: first, why: "merge request into main" });
  });

  test("it is the request's own base where GitLab fetched the branch alone", () => {
    const { clone, first } = branched();
    clone.git("update-ref", "-d", "refs/remotes/origin/main");
    const environment = gitLab({
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: "",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: first,
    });
    expect(baseOf(clone, environment)?.commit).toBe(first);
  });

  test("of a push to the default branch it is the revision before, and of a pipeline that it starts", () => {
    const { clone, first } = branched();
    clone.git("checkout", "--quiet", "main");
    const push = { CI_COMMIT_BRANCH: "main", CI_PIPELINE_SOURCE: "push" };
    expect(baseOf(clone, gitLab({ ...push, CI_COMMIT_BEFORE_SHA: first }))?.commit).toBe(first);
    const child = { ...push, CI_PIPELINE_SOURCE: "parent_pipeline" };
    expect(baseOf(clone, gitLab({ ...child, CI_COMMIT_BEFORE_SHA: first }))?.commit).toBe(first);
    expect(() => baseOf(clone, gitLab({ ...child, CI_COMMIT_BEFORE_SHA: "0".repeat(40) }))).toThrow(
      "HEAD is on origin/main already",
    );
  });

  test("a branch without the default branch is an error with the lines that fix it", () => {
    const { clone } = branched();
    clone.git("update-ref", "-d", "refs/remotes/origin/main");
    expect(() => baseOf(clone, gitLab({ CI_COMMIT_BRANCH: "feature" }))).toThrow(
      /GIT_DEPTH to "0" in the job's variables, and run "git fetch origin main" before/,
    );
  });
});

describe("in another pipeline", () => {
  test("it is where the branch left the default branch", () => {
    const { clone, first } = branched();
    expect(baseOf(clone, { CI: "true" })?.commit).toBe(first);
  });

  test("on the default branch itself there is none, as a push may have brought more than one commit", () => {
    const { clone } = branched();
    clone.git("checkout", "--quiet", "main");
    expect(() => baseOf(clone, { CI: "true" })).toThrow("HEAD is on origin/HEAD already");
  });

  test("a clone without history is an error with the line that fixes it", () => {
    const { remote } = branched();
    const shallow = remote.clone("--depth", "1");
    expect(() => baseOf(shallow, { CI: "true" })).toThrow('run "git fetch --unshallow" before');
    expect(baseOf(shallow)?.commit).toBe(shallow.git("rev-parse", "HEAD"));
  });
});
