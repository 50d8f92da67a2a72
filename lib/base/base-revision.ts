import { RecreationInputError } from "../recreation";
import { isContinuousIntegration } from "./continuous-integration";
import { type Git, GitError } from "./git";
import { type PipelineBase, pipelineBase } from "./pipeline";

/** The revision that what is judged is compared with. */
export interface BaseRevision {
  readonly commit: string;
  /** How it was found, for people: "merge base with origin/main". */
  readonly why: string;
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
  /** @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The base revision cannot be told, where nothing less will do. */
export class BaseRevisionError extends RecreationInputError {
  constructor(message: string) {
    super(message);
    this.name = "BaseRevisionError";
  }
}

/**
 * Finds the revision that a repository's changes are made to.
 *
 * @returns undefined for a repository without a commit.
 * @throws BaseRevisionError where a revision is asked for that this clone does not have and, with `CI` set, where the
 * pipeline's base is missing from a shallow clone or git cannot be asked
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
      if (asked !== undefined) return this.asked(asked);
      const pipeline = this.ci ? pipelineBase(this.environment) : undefined;
      return pipeline === undefined ? this.ofRemote() : this.ofPipeline(pipeline);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (!this.ci) return undefined;
      throw new BaseRevisionError(cannotAsk(error, this.git));
    }
  }

  private asked(revision: string): BaseRevision {
    const commit = this.git.commitOf(revision);
    if (commit === undefined) {
      throw new BaseRevisionError(
        `the base revision ${revision} is not in this clone${this.git.isShallow() ? `, which is shallow: ${UNSHALLOW}` : ""}`,
      );
    }
    return this.meeting(commit, revision) ?? { commit, why: revision };
  }

  private ofPipeline({ what, revisions, exact, fix }: PipelineBase): BaseRevision | undefined {
    if (revisions.length === 0) return this.head(what);
    for (const revision of revisions) {
      const commit = this.git.commitOf(revision);
      if (commit === undefined) continue;
      if (exact) return { commit, why: what };
      const found = this.meeting(commit, what);
      if (found !== undefined) return found;
    }
    throw new BaseRevisionError(
      `${what}: this clone lacks the revision to compare with (${revisions.join(", or ")}): ${fix}, or set KAPSULE_GUARD_BASE`,
    );
  }

  /** Where this history and that of the remote's default branch meet. */
  private ofRemote(): BaseRevision | undefined {
    for (const branch of this.defaultBranches()) {
      const commit = this.git.ask(["merge-base", "HEAD", `refs/remotes/${branch}`]);
      if (commit === undefined) continue;
      const onMain = this.ci && commit === this.git.commitOf("HEAD");
      return onMain ? this.beforeHead() : { commit, why: `merge base with ${branch}` };
    }
    if (this.ci && this.git.isShallow()) {
      throw new BaseRevisionError(`this clone is shallow and lacks the revision to compare with: ${UNSHALLOW}`);
    }
    return this.head("HEAD");
  }

  /** `clone` notes which branch is the remote's default; a repository that was made in another way has not. */
  private *defaultBranches(): Generator<string> {
    yield "origin/HEAD";
    const others = (this.git.ask(["remote"]) ?? "").split("\n").filter((name) => name !== "" && name !== "origin");
    for (const remote of ["origin", ...others])
      for (const branch of ["HEAD", "main", "master"]) yield `${remote}/${branch}`;
  }

  /** A pipeline that does not say what it runs for, on the default branch itself. */
  private beforeHead(): BaseRevision | undefined {
    const commit = this.git.commitOf("HEAD^1");
    if (commit !== undefined) return { commit, why: "the commit before" };
    if (!this.git.isShallow()) return this.head("the first commit");
    throw new BaseRevisionError(`this clone is shallow and lacks the commit before: ${UNSHALLOW}`);
  }

  private head(why: string): BaseRevision | undefined {
    const commit = this.git.commitOf("HEAD");
    return commit === undefined ? undefined : { commit, why };
  }

  private meeting(commit: string, why: string): BaseRevision | undefined {
    const base = this.git.ask(["merge-base", "HEAD", commit]);
    return base === undefined ? undefined : { commit: base, why };
  }
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
