import { ifReadable, parseJson, readText } from "../files";
import { pipelineNamesOf } from "./continuous-integration";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a pipeline's variables tell of the revision that its changes are made to. */
export interface PipelineRun {
  /** What the pipeline is called: "GitHub Actions". */
  readonly name: string;
  /** What to change where the clone lacks the revision. */
  readonly fix: string;
  /** What is merged, and into which branch, where that is what it runs for. */
  readonly request?: PipelineRequest | undefined;
  /** The branch that everything is merged into, where the pipeline says so. */
  readonly defaultBranch?: string | undefined;
  /** The branch that it runs for. */
  readonly branch?: string | undefined;
  /** The commit before the push that it runs for, or the last one for which it passed. */
  readonly before?: string | undefined;
  /** Whether it says that nothing was before this push. */
  readonly first?: boolean | undefined;
}

/** A merge that a pipeline runs for. */
export interface PipelineRequest {
  /** For people: "pull request into main". */
  readonly what: string;
  /** Revisions that name the target, best first. */
  readonly revisions: readonly string[];
  /** Whether the first of them is the base itself, and not where the history of the two meets. @default false */
  readonly exact?: boolean;
}

/** What the variables of one kind of pipeline mean. */
type Reader = (environment: Environment) => Omit<PipelineRun, "name">;

/**
 * What a known pipeline says of the run; undefined for one that is none of these. Pipelines without a row say nothing that tells
 * the base: what the clone has decides there.
 */
export function pipelineRunOf(environment: Environment): PipelineRun | undefined {
  const names = pipelineNamesOf(environment);
  const name = FORGES.find((forge) => names.includes(forge)) ?? names.find((each) => Object.hasOwn(readers, each));
  const read = name === undefined ? undefined : readers[name];
  return name === undefined || read === undefined ? undefined : { name, ...read(environment) };
}

/** Platforms that have the code as well, and know more of it than the machines that they run on. */
const FORGES = ["GitHub Actions", "Gitea Actions", "GitLab CI"];

/** By the names that `ci-info` gives; each with the page of the platform's documentation that has the variables. */
const readers: Readonly<Record<string, Reader>> = {
  // AppVeyor, "Environment variables": of a pull request, the repository's branch is the base branch.
  AppVeyor: (env) => ({
    fix: "leave clone_depth out of appveyor.yml",
    branch: env.APPVEYOR_REPO_BRANCH,
    request: given(env.APPVEYOR_PULL_REQUEST_NUMBER) && requestInto("pull", env.APPVEYOR_REPO_BRANCH),
  }),
  // AWS CodeBuild, "Environment variables in build environments".
  "AWS CodeBuild": (env) => ({
    fix: "set the source's Git clone depth to Full",
    branch: branchOf(env.CODEBUILD_WEBHOOK_HEAD_REF),
    before: commitOf(env.CODEBUILD_WEBHOOK_PREV_COMMIT),
    request: requestInto("pull", branchOf(env.CODEBUILD_WEBHOOK_BASE_REF)),
  }),
  // Azure Pipelines, "Use predefined variables".
  "Azure Pipelines": (env) => ({
    fix: 'give the checkout step "fetchDepth: 0"',
    branch: branchOf(env.BUILD_SOURCEBRANCH),
    request: requestInto("pull", branchOf(env.SYSTEM_PULLREQUEST_TARGETBRANCH)),
  }),
  // Bitbucket, "Variables and secrets": a clone is of 50 commits, and of the branch alone.
  "Bitbucket Pipelines": (env) => ({
    fix: 'set "clone: depth: full" in bitbucket-pipelines.yml, and run "git fetch origin" before',
    branch: env.BITBUCKET_BRANCH,
    request: requestInto("pull", env.BITBUCKET_PR_DESTINATION_BRANCH, env.BITBUCKET_PR_DESTINATION_COMMIT),
  }),
  // Buildkite, "Environment variables".
  Buildkite: (env) => ({
    fix: 'run "git fetch origin" before',
    branch: env.BUILDKITE_BRANCH,
    defaultBranch: env.BUILDKITE_PIPELINE_DEFAULT_BRANCH,
    request: requestInto("pull", env.BUILDKITE_PULL_REQUEST_BASE_BRANCH),
  }),
  // Cirrus CI, "Writing tasks", environment variables.
  "Cirrus CI": (env) => ({
    fix: "leave CIRRUS_CLONE_DEPTH out",
    branch: env.CIRRUS_BRANCH,
    defaultBranch: env.CIRRUS_DEFAULT_BRANCH,
    before: commitOf(env.CIRRUS_LAST_GREEN_CHANGE),
    request: given(env.CIRRUS_PR) && requestInto("pull", env.CIRRUS_BASE_BRANCH, env.CIRRUS_BASE_SHA),
  }),
  // Codefresh, "Variables in pipelines".
  Codefresh: (env) => ({
    fix: 'leave "depth" out of the git-clone step',
    branch: env.CF_BRANCH,
    request: requestInto("pull", env.CF_PULL_REQUEST_TARGET),
  }),
  // Drone, "Environment reference".
  Drone: (env) => ({
    fix: 'leave "clone: depth" out, and run "git fetch origin" before',
    branch: env.DRONE_BRANCH,
    defaultBranch: env.DRONE_REPO_BRANCH,
    before: env.DRONE_BUILD_EVENT === "push" ? commitOf(env.DRONE_COMMIT_BEFORE) : undefined,
    request: env.DRONE_BUILD_EVENT === "pull_request" ? requestInto("pull", env.DRONE_TARGET_BRANCH) : undefined,
  }),
  "GitHub Actions": onGitHub,
  // Gitea and Forgejo set GitHub's variables, and write GitHub's events.
  "Gitea Actions": onGitHub,
  "GitLab CI": onGitLab,
  // Jenkins, "Using a Jenkinsfile" and the Git plugin's README: a branch source clones what it builds alone.
  Jenkins: (env) => ({
    fix: `run "git fetch origin '+refs/heads/*:refs/remotes/origin/*'" before`,
    branch: env.BRANCH_NAME ?? env.GIT_BRANCH?.replace(/^origin\//, ""),
    defaultBranch: env.BRANCH_IS_PRIMARY === "true" ? env.BRANCH_NAME : undefined,
    before: commitOf(env.GIT_PREVIOUS_SUCCESSFUL_COMMIT),
    request: requestInto("pull", env.CHANGE_TARGET),
  }),
  // Semaphore, "Environment variables": of a pull request, the branch is the one that it is merged into.
  Semaphore: (env) => ({
    fix: 'run "checkout --use-cache" or "git fetch --unshallow" before',
    branch: env.SEMAPHORE_GIT_BRANCH,
    before: given(env.SEMAPHORE_GIT_PR_NUMBER) ? undefined : rangeStart(env.SEMAPHORE_GIT_COMMIT_RANGE),
    request: given(env.SEMAPHORE_GIT_PR_NUMBER) && requestInto("pull", env.SEMAPHORE_GIT_BRANCH),
  }),
  // Travis CI, "Environment variables": of a pull request, TRAVIS_BRANCH is the one that it is merged into.
  "Travis CI": (env) => ({
    fix: 'set "git: depth: false" in .travis.yml',
    branch: env.TRAVIS_BRANCH,
    before: env.TRAVIS_EVENT_TYPE === "push" ? rangeStart(env.TRAVIS_COMMIT_RANGE) : undefined,
    request: env.TRAVIS_EVENT_TYPE === "pull_request" ? requestInto("pull", env.TRAVIS_BRANCH) : undefined,
  }),
  // Woodpecker, "Environment variables".
  Woodpecker: (env) => ({
    fix: 'give the clone step "partial: false" and "depth: 0"',
    branch: env.CI_COMMIT_BRANCH,
    defaultBranch: env.CI_REPO_DEFAULT_BRANCH,
    request: env.CI_PIPELINE_EVENT === "pull_request" ? requestInto("pull", env.CI_COMMIT_TARGET_BRANCH) : undefined,
  }),
};

interface GitHubEvent {
  readonly before?: string;
  readonly pull_request?: { readonly base?: { readonly sha?: string } };
  readonly merge_group?: { readonly base_sha?: string };
  readonly repository?: { readonly default_branch?: string };
}

/** Source: GitHub's "Variables" and "Webhook events and payloads". */
function onGitHub(env: Environment): Omit<PipelineRun, "name"> {
  const event = eventIn(env.GITHUB_EVENT_PATH);
  const [, branch] = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? "") ?? [];
  const isPush = env.GITHUB_EVENT_NAME === "push";
  const queued = commitOf(event.merge_group?.base_sha);
  return {
    fix: 'give actions/checkout "fetch-depth: 0"',
    branch,
    defaultBranch: event.repository?.default_branch,
    before: isPush ? commitOf(event.before) : undefined,
    first: isPush && isNoCommit(event.before),
    request:
      queued === undefined
        ? requestInto("pull", env.GITHUB_BASE_REF, event.pull_request?.base?.sha)
        : { what: "merge queue", revisions: [queued], exact: true },
  };
}

/** Source: GitLab's "Predefined CI/CD variables reference". Child pipelines have the commit before of the push that made their parent. */
function onGitLab(env: Environment): Omit<PipelineRun, "name"> {
  const main = env.CI_DEFAULT_BRANCH;
  const ofPush = env.CI_PIPELINE_SOURCE === "push" || env.CI_PIPELINE_SOURCE === "parent_pipeline";
  const onBranch = given(main) && env.CI_COMMIT_BRANCH !== main;
  return {
    fix: `set GIT_DEPTH to "0" in the job's variables${onBranch === true ? `, and run "git fetch origin ${main ?? ""}" before` : ""}`,
    branch: env.CI_COMMIT_BRANCH,
    defaultBranch: main,
    before: ofPush ? commitOf(env.CI_COMMIT_BEFORE_SHA) : undefined,
    first: env.CI_PIPELINE_SOURCE === "push" && isNoCommit(env.CI_COMMIT_BEFORE_SHA),
    // GitLab clones the branch of the request alone, so that the target is there only where somebody fetched it.
    request: requestInto(
      "merge",
      env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
      env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA,
      env.CI_MERGE_REQUEST_DIFF_BASE_SHA,
    ),
  };
}

function requestInto(
  kind: "merge" | "pull",
  target: string | undefined,
  ...commits: readonly (string | undefined)[]
): PipelineRequest | undefined {
  if (given(target) === undefined) return undefined;
  const known = commits.map(commitOf).filter((commit) => commit !== undefined);
  return { what: `${kind} request into ${target ?? ""}`, revisions: [`origin/${target ?? ""}`, ...known] };
}

function given(text: string | undefined): true | undefined {
  return text === undefined || text === "" || text === "false" ? undefined : true;
}

/** Azure, CodeBuild and others give whole references. */
function branchOf(reference: string | undefined): string | undefined {
  return reference?.replace(/^refs\/heads\//, "");
}

/** Platforms write zeros for a commit that there is not. */
function commitOf(revision: string | undefined): string | undefined {
  return revision === undefined || revision === "" || isNoCommit(revision) ? undefined : revision;
}

function isNoCommit(revision: string | undefined): boolean {
  return revision !== undefined && /^0{40,64}$/.test(revision);
}

function rangeStart(range: string | undefined): string | undefined {
  return commitOf(/^([0-9a-f]+)\.{2,3}[0-9a-f]+$/.exec(range ?? "")?.[1]);
}

/** No event comes near this. */
const LARGEST_EVENT = 64 * 1024 * 1024;

function eventIn(file: string | undefined): GitHubEvent {
  if (file === undefined || file === "") return {};
  const event = ifReadable(() => parseJson(readText(file, { largest: LARGEST_EVENT }) ?? ""));
  return typeof event === "object" && event !== null ? event : {};
}
