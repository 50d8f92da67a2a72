import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { parentOf } from "../files";
import { LOCK_FILE, resolvedVersion } from "../provider";
import { type Lock, LockError, parseLock } from "../recreation";
import { sha256 } from "../terraform";
import { type BaseRequest, type BaseRevision, baseRevisionOf, onlyBuilds } from "./base-revision";
import { CommitFolders } from "./commit-folders";
import { isContinuousIntegration } from "./continuous-integration";
import { Git, GitError } from "./git";
import { answerOf, nameOf } from "./git-answer";
import { isOfOneApp, repositoryOf } from "./lock-repository";

/** A lock that the base revision has. */
export interface LockAtBase {
  /** Where it is, or was, in the working tree. */
  readonly file: string;
  readonly lock: Lock;
  /** Whether the working tree has it no longer. */
  readonly missing: boolean;
}

/**
 * What locks are compared with: those of a revision; `files`, on a developer's machine without git or without a commit; `unjudged`
 * in a run that only builds.
 */
export type Base = BaseLocks | "files" | "unjudged";

/** The locks that the base revision has, in the repository of one lock file. */
export class BaseLocks {
  /**
   * What the locks of a folder are compared with.
   *
   * @param lockFile In the folder; it does not have to exist.
   * @throws BaseRevisionError where the base revision cannot be told, and nothing less will do
   */
  public static around(lockFile: string, request: BaseRequest = {}): Base {
    const environment = request.environment ?? process.env;
    if (onlyBuilds(environment)) return "unjudged";
    const ci = isContinuousIntegration(environment);
    const git = repositoryOf(lockFile, ci, request.app);
    const revision = git && baseRevisionOf(git, request);
    return git === undefined || revision === undefined ? "files" : new BaseLocks(git, revision, ci);
  }

  private readonly folders = new Map<string, LockAtBase[]>();
  private readonly commits = new Map<string, CommitFolders>();
  private everywhere: ReadonlyMap<string, string> | undefined;
  private skipped: ReadonlySet<string> | undefined;

  private constructor(
    private readonly git: Git,
    private readonly revision: BaseRevision,
    /** Whether the base is the only judge, and what lies in the working tree is none. */
    public readonly isOnlyJudge: boolean,
  ) {}

  /** What is compared with, for people: "1a2b3c4d5e6f (merge base with origin/main)". */
  public get name(): string {
    return nameOf(this.revision);
  }

  /**
   * The lock of a stack: the one in its file, else the one that the revision has for the id elsewhere in the app. One that has left
   * its place goes before one that is still there.
   *
   * @throws LockError naming the file and the revision, where it is no lock, and where several locks are the stack's
   */
  public find(stack: string, file: string): LockAtBase | undefined {
    const lock = this.at(file);
    if (lock !== undefined) return { file, lock, missing: !existsSync(file) };
    const others = this.ofApp(stack, file).filter((each) => !isLockOfOneState(each.file));
    const gone = others.filter(({ missing }) => missing);
    const [found, second] = gone.length > 0 ? gone : others;
    if (found === undefined || second === undefined) return found;
    throw new LockError(
      `${this.name} has several locks of stack ${JSON.stringify(stack)}: ${[found, second].map((each) => this.git.pathOf(each.file)).join(", ")}. ` +
        "Name the right one with lockFile, and remove the others",
    );
  }

  /** The lock that a stack has for one state, wherever it lies in the app. @param state As locks name it. */
  public findState(stack: string, file: string, state: string | null): LockAtBase | undefined {
    const found = this.ofApp(stack, file).filter(({ lock }) => lock.backend === state);
    return found.find((each) => each.file === file) ?? found.find(({ missing }) => missing) ?? found[0];
  }

  /** Whether the revision at hand has a file: one that lies there and is not committed is nobody's baseline. */
  public isCommitted(file: string): boolean {
    return this.asking(() => this.filesAt("HEAD").has(this.git.pathOf(file)));
  }

  /** The text of a file as the base revision has it; undefined where it has none. */
  private textOf(file: string): string | undefined {
    return this.asking(() => this.filesAt(this.revision.commit).text(this.git.pathOf(file)));
  }

  private filesAt(commit: string): CommitFolders {
    const known = this.commits.get(commit);
    if (known !== undefined) return known;
    const files = new CommitFolders(this.git, commit);
    this.commits.set(commit, files);
    return files;
  }

  /** The version of the Scaleway provider that `terraform init` had chosen in a folder, where the base revision has its choice. */
  public resolvedIn(folder: string): string | undefined {
    const text = this.textOf(join(resolve(folder), LOCK_FILE));
    return text === undefined ? undefined : resolvedVersion(text);
  }

  private ofApp(stack: string, file: string): LockAtBase[] {
    return this.locksOf(stack).filter((each) => each.missing || isOfOneApp(each.file, file, this.git));
  }

  /**
   * The lock that a file was.
   *
   * @returns undefined where the revision has no such file.
   * @throws LockError naming the file and the revision, where it is no lock
   */
  public at(file: string): Lock | undefined {
    const text = this.textOf(file);
    return text === undefined ? undefined : this.parsed(this.git.pathOf(file), text);
  }

  /**
   * What a lock was before it last changed on the base branch, where the base is what a push found there: nothing tells whether
   * the pipeline of that change passed.
   */
  public before(file: string): { readonly lock: Lock; readonly commit: string } | undefined {
    if (this.revision.ofPush !== true) return undefined;
    const path = this.git.pathOf(file);
    const { commit } = this.revision;
    const changed = this.git.ask(["rev-list", "--first-parent", "-n", "1", commit, "--", path]);
    if (changed === undefined || changed === "" || this.git.commitOf(`${changed}^1`) === undefined) return undefined;
    const text = this.filesAt(`${changed}^1`).text(path);
    const lock = text === undefined ? undefined : tryParse(() => parseLock(text));
    return lock && { lock, commit: changed };
  }

  /** The branch on which a lock has changed since this one left it; undefined where it has not. */
  public changedOn(file: string): string | undefined {
    const { tip, commit } = this.revision;
    if (tip === undefined) return undefined;
    const path = this.git.pathOf(file);
    const [now, then] = this.asking(() => [tip.commit, commit].map((each) => this.filesAt(each).text(path)));
    return now === then ? undefined : tip.name;
  }

  /** The locks of stacks with an id, wherever the revision has them. */
  public locksOf(stack: string): LockAtBase[] {
    return [...this.locksEverywhere()].flatMap(([name, text]) => {
      if (!hasStack(text, stack)) return [];
      const lock = this.parsed(name, text);
      return lock.stack === stack ? [this.lockAt(name, lock)] : [];
    });
  }

  /** What may be a lock, by its path. */
  private locksEverywhere(): ReadonlyMap<string, string> {
    return (this.everywhere ??= this.asking(() => {
      const { commit } = this.revision;
      const names = this.git.search(commit, '"lockVersion"', "*.json");
      const texts = this.filesAt(commit).texts(names);
      return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
    }));
  }

  /** Locks that the revision has in the folder of a file, and whether the working tree still has them. */
  public beside(file: string): LockAtBase[] {
    const folder = parentOf(this.git.pathOf(file));
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const found = this.asking(() => {
      const files = this.filesAt(this.revision.commit);
      return this.locksAt(
        files.pathsIn(folder).filter((name) => name.endsWith(".json")),
        files,
      );
    });
    this.folders.set(folder, found);
    return found;
  }

  private locksAt(names: readonly string[], files: CommitFolders): LockAtBase[] {
    return files.texts(names).flatMap((text, index) => {
      const lock = text === undefined ? undefined : tryParse(() => parseLock(text));
      return lock === undefined ? [] : [this.lockAt(names[index] ?? "", lock)];
    });
  }

  private lockAt(name: string, lock: Lock): LockAtBase {
    const file = join(this.git.root, name);
    if (existsSync(file)) return { file, lock, missing: false };
    this.skipped ??= new Set(this.git.skipped());
    return { file, lock, missing: !this.skipped.has(name) };
  }

  private asking<T>(ask: () => T): T {
    return answerOf("the locks", this.revision, ask);
  }

  private parsed(path: string, text: string): Lock {
    try {
      return parseLock(text);
    } catch (error) {
      if (!(error instanceof LockError)) throw error;
      throw new LockError(`${path} at ${this.name}: ${error.message}. ${this.repairOf(path)}`);
    }
  }

  /** A broken lock on the base branch would stop the very change that repairs it. */
  private repairOf(path: string): string {
    const commits = this.git.ask(["rev-list", "-n", "50", this.revision.commit, "--", path]) ?? "";
    const good = commits.split("\n").find((commit) => {
      if (commit === "") return false;
      const text = this.filesAt(commit).text(path);
      return text !== undefined && tryParse(() => parseLock(text)) !== undefined;
    });
    const base = good === undefined ? "a revision at which it is a lock" : good.slice(0, 12);
    return (
      `Compare with an older one (KAPSULE_GUARD_BASE=${base}), on your machine and in the pipeline of this change, and commit ` +
      "the lock that the synth writes"
    );
  }
}

/** Whether the revision at hand has a file; outside of git, none has. */
export function isCommitted(file: string): boolean {
  const git = Git.around(file);
  try {
    return git !== undefined && new CommitFolders(git, "HEAD").has(git.pathOf(file));
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** The lock file of the same stack for another state, such as that of a preview or a tenant. @param state As locks name it. */
export function lockFileOfState(lockFile: string, state: string | null): string {
  return `${lockFile.replace(/\.json$/, "")}@${sha256(state ?? "").slice(0, 8)}.json`;
}

/** Whether a file is named as the lock of one of several states is. */
export function isLockOfOneState(file: string): boolean {
  return /@[0-9a-f]{8}\.json$/.test(file);
}

/** Whether a text, be it a lock that is broken, names a stack as its own. */
function hasStack(text: string, stack: string): boolean {
  // Merge markers, too, leave a lock one.
  if (!/^\s*(?:\{|<{7})/.test(text)) return false;
  return [...text.matchAll(/"stack"\s*:\s*("(?:[^"\\]|\\.)*")/g)].some(([, name]) => name === JSON.stringify(stack));
}

/** A file that is no lock is somebody else's, and not for this app to judge. */
export function tryParse(read: () => Lock | undefined): Lock | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LockError) return undefined;
    throw error;
  }
}
