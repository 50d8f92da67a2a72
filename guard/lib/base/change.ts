import { posix, resolve } from "node:path";

import { type FileTree, parentOf } from "../files";
import {
  type BaseRequest,
  type BaseRevision,
  BaseRevisionError,
  baseRevisionOf,
  onlyBuilds,
  WAYS_OUT,
} from "./base-revision";
import { type ChangeTrees, changeTrees } from "./change-trees";
import { Git } from "./git";
import { answerOf, nameOf } from "./git-answer";

/** What has changed in a repository between its base revision and the working tree. Paths are those below its root. */
export class Change {
  /**
   * The change that the working tree around a folder has.
   *
   * @returns "unjudged" in a run that only builds
   * @throws BaseRevisionError outside of git, and where the base revision cannot be told
   */
  public static around(folder: string, request: BaseRequest = {}): Change | "unjudged" {
    if (onlyBuilds(request.environment ?? process.env)) return "unjudged";
    const git = Git.around(posix.join(resolve(folder), "any"));
    if (git === undefined) {
      throw new BaseRevisionError(
        `${folder} is in no git repository, so that nothing tells what it was before: run it in a clone, or compare Terraform JSON with --before`,
      );
    }
    const revision = baseRevisionOf(git, request);
    if (revision === undefined) {
      throw new BaseRevisionError(`${git.root} has no commit, so that there is nothing to compare with: ${WAYS_OUT}`);
    }
    return new Change(git, revision);
  }

  private sides: ChangeTrees | undefined;
  private changed: readonly string[] | undefined;
  private renamed: readonly Rename[] | undefined;

  private constructor(
    private readonly git: Git,
    private readonly revision: BaseRevision,
  ) {}

  /** What is compared with, for people: "1a2b3c4d5e6f (merge base with origin/main)". */
  public get name(): string {
    return nameOf(this.revision);
  }

  /** The base revision itself, for people: "1a2b3c4d5e6f". */
  public get revisionName(): string {
    return this.revision.commit.slice(0, 12);
  }

  /** The folder at the top of the working tree. */
  public get root(): string {
    return this.git.root;
  }

  /** The files as the base revision has them. */
  public get before(): FileTree {
    return this.trees.before;
  }

  /** The files of the working tree. */
  public get after(): FileTree {
    return this.trees.after;
  }

  /** Reads what the base revision has in folders, and below them, at once. */
  public readAhead(folders: readonly string[]): void {
    this.asking(() => {
      this.trees.readAhead(folders);
    });
  }

  /** The path of a file or folder below the root; empty for the root. */
  public pathOf(file: string): string {
    return this.git.folderOf(file);
  }

  /** Files that the two sides do not have alike, in the working tree or in the base revision. */
  public changedPaths(): readonly string[] {
    return (this.changed ??= this.changesIn());
  }

  private changesIn(): string[] {
    const { commit } = this.revision;
    return this.asking(() => {
      const changed = [
        ...this.git.list(["diff", "--name-only", "--no-renames", "-z", commit, "--"]),
        ...this.git.untracked(),
      ];
      return [...changed, ...this.linksTo(changed)];
    });
  }

  /** What has changed as it is seen through the links of the repository. */
  private linksTo(changed: readonly string[]): string[] {
    const links = this.git.links().flatMap((link) => {
      const target = this.git.linkTarget(link);
      return target === undefined ? [] : [{ link, target }];
    });
    return links.flatMap(({ link, target }) =>
      changed.flatMap((path) => {
        if (path === target) return [link];
        return path.startsWith(`${target}/`) ? [`${link}${path.slice(target.length)}`] : [];
      }),
    );
  }

  /** Where a folder's files were at the base revision, as far as most of them were in one other folder. */
  public earlierFolder(folder: string): string | undefined {
    const from = new Map<string, number>();
    for (const { earlier, now } of (this.renamed ??= this.renames())) {
      if (parentOf(now) === folder) from.set(parentOf(earlier), (from.get(parentOf(earlier)) ?? 0) + 1);
    }
    return [...from].sort(([, a], [, b]) => b - a)[0]?.[0];
  }

  private renames(): Rename[] {
    const { commit } = this.revision;
    const listed = this.asking(() =>
      this.git.list(["diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", commit, "--"]),
    );
    const starts = listed.map((_, index) => index).filter((index) => index % 3 === 0);
    return starts.map((index) => ({ earlier: listed[index + 1] ?? "", now: listed[index + 2] ?? "" }));
  }

  private get trees(): ChangeTrees {
    return (this.sides ??= this.asking(() => changeTrees(this.git, this.revision.commit)));
  }

  private asking<T>(ask: () => T): T {
    return answerOf("the files", this.revision, ask);
  }
}

/** A file under two names. */
interface Rename {
  readonly earlier: string;
  readonly now: string;
}
