import { existsSync } from "node:fs";
import { join, posix } from "node:path";

import { type Lock, LockError, parseLock } from "../recreation";
import { type BaseRequest, type BaseRevision, baseRevisionOf } from "./base-revision";
import { Git } from "./git";

/** A lock that the base revision has. */
export interface LockAtBase {
  /** Where it is, or was, in the working tree. */
  readonly file: string;
  readonly lock: Lock;
  /** Whether the working tree has it no longer. */
  readonly missing: boolean;
}

/** The locks that the base revision has, in the repository of one lock file. */
export class BaseLocks {
  /**
   * @param lockFile In the repository; it does not have to exist.
   * @returns undefined outside of git, and in a repository without a commit.
   * @throws BaseRevisionError where the base revision cannot be told, and nothing less will do
   */
  public static around(lockFile: string, request: BaseRequest = {}): BaseLocks | undefined {
    const git = Git.around(lockFile);
    const revision = git && baseRevisionOf(git, request);
    return git && revision && new BaseLocks(git, revision);
  }

  private readonly folders = new Map<string, LockAtBase[]>();

  private constructor(
    private readonly git: Git,
    private readonly revision: BaseRevision,
  ) {}

  /** What is compared with, for people: "1a2b3c4d5e6f (merge base with origin/main)". */
  public get name(): string {
    return `${this.revision.commit.slice(0, 12)} (${this.revision.why})`;
  }

  /**
   * The lock that a file was.
   *
   * @returns undefined where the revision has no such file.
   * @throws LockError naming the file and the revision, where it is no lock
   */
  public at(file: string): Lock | undefined {
    const path = this.git.pathOf(file);
    const [text] = this.git.read(this.revision.commit, [path]);
    return text === undefined ? undefined : this.parsed(path, text);
  }

  /** The locks of stacks with an id, wherever the revision has them. */
  public locksOf(stack: string): LockAtBase[] {
    const line = `"stack": ${JSON.stringify(stack)}`;
    const { commit } = this.revision;
    const names = lines(this.git.ask(["grep", "--no-color", "-l", "-z", "-F", "--full-name", "-e", line, commit]));
    return this.locksAt(names.map((name) => name.slice(commit.length + 1))).filter(({ lock }) => lock.stack === stack);
  }

  /** Locks that the revision has in the folder of a file, and whether the working tree still has them. */
  public beside(file: string): LockAtBase[] {
    const folder = posix.dirname(this.git.pathOf(file));
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const place = folder === "." ? [] : ["--", `${folder}/`];
    const names = lines(this.git.ask(["ls-tree", "--name-only", "-z", this.revision.commit, ...place]));
    const found = this.locksAt(names.filter((name) => name.endsWith(".json")));
    this.folders.set(folder, found);
    return found;
  }

  private locksAt(names: readonly string[]): LockAtBase[] {
    const texts = names.length === 0 ? [] : this.git.read(this.revision.commit, names);
    return texts.flatMap((text, i) => {
      const lock = text === undefined ? undefined : orNone(() => parseLock(text));
      const file = join(this.git.root, names[i] ?? "");
      return lock === undefined ? [] : [{ file, lock, missing: !existsSync(file) }];
    });
  }

  private parsed(path: string, text: string): Lock {
    try {
      return parseLock(text);
    } catch (error) {
      if (!(error instanceof LockError)) throw error;
      throw new LockError(`${path} at ${this.name}: ${error.message}`);
    }
  }
}

/** A file that is no lock is somebody else's, and not for this app to judge. */
export function orNone(read: () => Lock | undefined): Lock | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LockError) return undefined;
    throw error;
  }
}

function lines(output: string | undefined): string[] {
  return (output ?? "").split("\0").filter((line) => line !== "");
}
