import { RecreationInputError } from "../terraform";
import { isContinuousIntegration } from "./continuous-integration";
import { type Git, GitError } from "./git";
import { type PipelineRequest, type PipelineRun, pipelineRunOf } from "./pipeline";

/** The revision that what is judged is compared with. */
export interface BaseRevision {
  /** A commit; the empty tree where there was nothing before. */
  readonly commit: string;
  /** How it was found, for people: "merge base with origin/main". */
  readonly why: string;
  /** The end of the branch that it is on, where that has gone on since. */
  readonly tip?: { readonly commit: string; readonly name: string };
  /** Whether it is what a push found there, which says nothing of whether that passed. */
  readonly ofPush?: true;
}

/** Where to look for the base revision. */
export interface BaseRequest {
  /**
   * A revision that the changes are made to, such as `origin/main`: what counts is where its history and that of HEAD
   * meet.
   *
   * @default - `KAPSULE_GUARD_BASE`, then what the pipeline says, then the remote's default branch, then HEAD
   */
  readonly base?: string;
  /** A file or folder of the app, which has to be in the repository that has its locks. @default - nothing is asked */
  readonly app?: string;
  /** @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The word that stands for "this run only builds, and judges nothing" in `KAPSULE_GUARD_BASE`. */
const NOTHING_JUDGED = "none";

/** Whether the run says of itself that it only builds. What it builds is judged elsewhere, where the history is. */
export function onlyBuilds(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return environment.KAPSULE_GUARD_BASE?.trim() === NOTHING_JUDGED;
}

/** The base revision cannot be told, where nothing less will do. */
export class BaseRevisionError extends RecreationInputError {
  constructor(message: string) {
    super(message);
    this.name = "BaseRevisionError";
  }
}

/** What every message says of how to go on. */
export const WAYS_OUT =
  `set KAPSULE_GUARD_BASE to the revision that is deployed, such as origin/main or a tag; or to ${NOTHING_JUDGED} in a run ` +
  "that only builds, which then judges nothing and says so. On a developer's machine that looks like a pipeline, set CI=false";

/**
 * Finds the revision that a repository's changes are made to. In a pipeline it is proved: a revision that is not HEAD itself,
 * or the one that a push found.
 *
 * @returns undefined on a developer's machine, for a repository without a commit.
 * @throws BaseRevisionError where a revision is asked for that this clone does not have and, in a pipeline, where the base
 * cannot be proved
 */
export function baseRevisionOf(git: Git, request: BaseRequest = {}): BaseRevision | undefined {
  return new BaseFinder(git, request).find();
}

class BaseFinder {
  private readonly environment: Readonly<Record<string, string | undefined>>;
  private readonly ci: boolean;

  constructor(
    private readonly git: Git,
    private readonly request: BaseRequest,
  ) {
    this.environment = request.environment ?? process.env;
    this.ci = isContinuousIntegration(this.environment);
  }

  public find(): BaseRevision | undefined {
    try {
      const asked = nonEmpty(this.request.base) ?? nonEmpty(this.environment.KAPSULE_GUARD_BASE);
      const found = asked === undefined ? this.told() : this.asked(asked);
      return this.ci ? this.proved(found) : found;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (!this.ci) return undefined;
      throw new BaseRevisionError(cannotAsk(error, this.git));
    }
  }

  /** A comparison of HEAD with itself finds nothing, whatever was pushed. */
  private proved(found: BaseRevision | undefined): BaseRevision {
    const head = this.git.commitOf("HEAD");
    if (head === undefined) {
      throw new BaseRevisionError(
        `${this.git.root} has no commit, so that there is nothing to compare with: ${WAYS_OUT}`,
      );
    }
    if (found !== undefined && found.commit !== head) return found;
    const what = found === undefined ? "nothing tells what this change is merged into" : `${found.why} is HEAD itself`;
    throw new BaseRevisionError(
      `${what}. In CI, HEAD is compared with a revision before it and with nothing else: ${WAYS_OUT}`,
    );
  }

  private asked(revision: string): BaseRevision {
    const commit = this.git.commitOf(revision);
    if (commit === undefined) {
      throw new BaseRevisionError(
        `the base revision ${revision} is not in this clone${this.git.isShallow() ? `, which is shallow: ${UNSHALLOW}` : `: run "git fetch" before, or ${WAYS_OUT}`}`,
      );
    }
    return this.meeting(commit, revision) ?? { commit, why: revision };
  }

  private told(): BaseRevision | undefined {
    const run = this.ci ? pipelineRunOf(this.environment) : undefined;
    if (run?.request !== undefined) return this.ofRequest(run, run.request);
    const main = this.defaultBranch(run);
    return run === undefined || !isOnMain(run, main) ? this.branchOff(main, run) : this.onMain(main, run);
  }

  private ofRequest(run: PipelineRun, { what, revisions, exact = false }: PipelineRequest): BaseRevision {
    for (const revision of revisions) {
      // A tag or a branch of this name is another one.
      const commit = this.git.commitOf(revision.startsWith("origin/") ? `refs/remotes/${revision}` : revision);
      if (commit === undefined) continue;
      if (exact) return { commit, why: what };
      const found = this.meeting(commit, what);
      if (found !== undefined) return found;
    }
    throw this.lacking(what, revisions, run.fix);
  }

  /** On the default branch, only a push brings anything new; a schedule runs what is there. */
  private onMain(main: DefaultBranch | undefined, run: PipelineRun): BaseRevision | undefined {
    const what = `push to ${run.branch ?? "the default branch"}`;
    if (run.before === undefined) {
      const isFirst = run.first === true && !this.git.isShallow() && this.git.commitOf("HEAD^1") === undefined;
      return isFirst
        ? { commit: this.git.emptyTree(), why: "nothing, as it is the first push" }
        : this.branchOff(main, run);
    }
    const commit = this.git.commitOf(run.before);
    if (commit === undefined) throw this.lacking(what, [run.before], run.fix);
    return { commit, why: what, ofPush: true };
  }

  /** Where this history and that of the default branch meet. */
  private branchOff(main: DefaultBranch | undefined, run: PipelineRun | undefined): BaseRevision | undefined {
    if (main !== undefined) {
      const what =
        run?.defaultBranch === undefined ? `merge base with ${main.name}` : `branch off ${run.defaultBranch}`;
      const found = main.commit === undefined ? undefined : this.meeting(main.commit, what);
      if (found !== undefined) return this.notMerged(found, main);
      if (this.ci) throw this.lacking(what, [main.name], run?.fix ?? "fetch it before");
    }
    if (!this.ci) return this.head();
    if (this.git.isShallow()) {
      throw new BaseRevisionError(`this clone is shallow and lacks the revision to compare with: ${UNSHALLOW}`);
    }
    return undefined;
  }

  /** A pipeline that runs on the default branch, or on an old revision of it. */
  private notMerged(found: BaseRevision, main: DefaultBranch): BaseRevision {
    if (!this.ci || found.commit !== this.git.commitOf("HEAD")) return found;
    if (this.git.isShallow()) {
      throw new BaseRevisionError(`this clone is shallow and lacks the revision to compare with: ${UNSHALLOW}`);
    }
    throw new BaseRevisionError(
      `HEAD is on ${main.name} already, and nothing tells the revision before that was deployed: ${WAYS_OUT}`,
    );
  }

  /** As the pipeline says, else as `clone` notes it, else by the default names. */
  private defaultBranch(run: PipelineRun | undefined): DefaultBranch | undefined {
    const branch = run?.defaultBranch;
    if (branch !== undefined && branch !== "") {
      const name = `origin/${branch}`;
      return { name, branch: branch, commit: this.git.commitOf(`refs/remotes/${name}`) };
    }
    const known = this.git.remoteBranches(DEFAULT_BRANCHES);
    const remotes = new Set(["origin", ...known.map(({ name }) => name.replace(/\/[^/]+$/, ""))]);
    const names = [...remotes].flatMap((remote) => DEFAULT_BRANCHES.map((branch) => `${remote}/${branch}`));
    for (const name of names) {
      const found = known.find((each) => each.name === name);
      if (found !== undefined) return { name, commit: found.commit, branch: found.branch.replace(/^[^/]+\//, "") };
    }
    return undefined;
  }

  private lacking(what: string, revisions: readonly string[], fix: string): BaseRevisionError {
    return new BaseRevisionError(
      `${what}: this clone lacks the revision to compare with (${revisions.join(", or ")}): ${fix}; or ${WAYS_OUT}`,
    );
  }

  private head(): BaseRevision | undefined {
    const commit = this.git.commitOf("HEAD");
    return commit === undefined ? undefined : { commit, why: "HEAD" };
  }

  private meeting(commit: string, why: string): BaseRevision | undefined {
    const base = this.git.ask(["merge-base", "HEAD", commit]);
    if (base === undefined) return undefined;
    return {
      commit: base,
      why,
      ...(base === commit ? {} : { tip: { commit, name: why.replace(/^.* (?=\S+$)/, "") } }),
    };
  }
}

/** What a branch that everything is merged into is called, the most telling name first. */
const DEFAULT_BRANCHES = ["HEAD", "main", "master"];

/** A branch that everything is merged into, and its tip where this clone has it. */
interface DefaultBranch {
  /** As the clone knows it: "origin/main". */
  readonly name: string;
  /** As the remote knows it: "main". */
  readonly branch: string | undefined;
  readonly commit: string | undefined;
}

/** Whether a run is for the default branch itself, by its word; one that names no branch is for whatever it checked out. */
function isOnMain({ branch }: PipelineRun, main: DefaultBranch | undefined): boolean {
  return branch !== undefined && branch === main?.branch;
}

const UNSHALLOW = 'run "git fetch --unshallow" before, or set KAPSULE_GUARD_BASE to a revision that it has';

function cannotAsk({ code, message }: GitError, { root }: Git): string {
  if (code === undefined) return `${root} is a git repository, and there is no git command to ask: install git`;
  const fix = message.includes("dubious ownership") ? `: run "git config --global --add safe.directory ${root}"` : "";
  return `git cannot tell the base revision of ${root}${fix} (${message.split("\n")[0] ?? ""})`;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}
