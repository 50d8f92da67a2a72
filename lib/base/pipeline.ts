import { readFileSync } from "node:fs";

/** Which revision a pipeline's changes are made to, as its variables tell it. */
export interface PipelineBase {
  /** What the revision is, for people: "pull request into main". */
  readonly what: string;
  /** Revisions that name it, best first; none where the revision that runs is its own base. */
  readonly revisions: readonly string[];
  /** Whether it is the revision itself, and not where the history of the two meets. */
  readonly exact: boolean;
  /** What to change where the clone lacks it. */
  readonly fix: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What GitHub Actions or GitLab CI say; undefined elsewhere. */
export function pipelineBase(environment: Environment): PipelineBase | undefined {
  if (environment.GITHUB_ACTIONS === "true") return onGitHub(environment);
  if (environment.GITLAB_CI === "true") return onGitLab(environment);
  return undefined;
}

interface GitHubEvent {
  readonly before?: string;
  readonly pull_request?: { readonly base?: { readonly sha?: string } };
  readonly merge_group?: { readonly base_sha?: string };
  readonly repository?: { readonly default_branch?: string };
}

/** Source: GitHub's "Variables" and "Webhook events and payloads". */
function onGitHub(environment: Environment): PipelineBase | undefined {
  const event = eventIn(environment.GITHUB_EVENT_PATH);
  const fix = 'give actions/checkout "fetch-depth: 0"';
  const target = environment.GITHUB_BASE_REF ?? "";
  if (target !== "") {
    const revisions = given([`origin/${target}`, event.pull_request?.base?.sha]);
    return { what: `pull request into ${target}`, revisions, exact: false, fix };
  }
  const queued = event.merge_group?.base_sha;
  if (queued !== undefined) return { what: "merge queue", revisions: [queued], exact: false, fix };
  const main = event.repository?.default_branch;
  if (main === undefined) return undefined;
  if (environment.GITHUB_REF !== `refs/heads/${main}`) return branchOff(main, fix);
  return onMain(main, environment.GITHUB_EVENT_NAME === "push" ? event.before : undefined, fix);
}

/** Source: GitLab's "Predefined CI/CD variables reference". */
function onGitLab(environment: Environment): PipelineBase | undefined {
  const fix = 'set GIT_DEPTH to "0" in the job\'s variables';
  const target = environment.CI_MERGE_REQUEST_TARGET_BRANCH_NAME ?? "";
  if (target !== "") {
    // GitLab clones the branch of the request alone, so that the target is there only where somebody fetched it.
    const revisions = given([
      `origin/${target}`,
      environment.CI_MERGE_REQUEST_TARGET_BRANCH_SHA,
      environment.CI_MERGE_REQUEST_DIFF_BASE_SHA,
    ]);
    return { what: `merge request into ${target}`, revisions, exact: false, fix };
  }
  const main = environment.CI_DEFAULT_BRANCH ?? "";
  if (main === "") return undefined;
  if (environment.CI_COMMIT_BRANCH !== main) {
    return branchOff(main, `${fix}, and run "git fetch origin ${main}" before`);
  }
  return onMain(main, environment.CI_PIPELINE_SOURCE === "push" ? environment.CI_COMMIT_BEFORE_SHA : undefined, fix);
}

function branchOff(main: string, fix: string): PipelineBase {
  return { what: `branch off ${main}`, revisions: [`origin/${main}`], exact: false, fix };
}

/** On the default branch only a push brings anything new; a schedule runs what is there. */
function onMain(main: string, before: string | undefined, fix: string): PipelineBase {
  const revisions = given([before]);
  return { what: revisions.length > 0 ? `push to ${main}` : `run of ${main}`, revisions, exact: true, fix };
}

/** Both platforms write zeros for a commit that there is not. */
function given(revisions: readonly (string | undefined)[]): string[] {
  return revisions.filter((each) => each !== undefined && each !== "" && !/^0+$/.test(each)) as string[];
}

function eventIn(file: string | undefined): GitHubEvent {
  if (file === undefined || file === "") return {};
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof event === "object" && event !== null ? event : {};
  } catch {
    return {};
  }
}
