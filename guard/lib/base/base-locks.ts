import { existsSync, realpathSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";

import { LOCK_FILE, resolvedVersion } from "../provider";
import { type Lock, LockError, parseLock } from "../recreation";
import { sha256 } from "../terraform";
import {
  type BaseRequest,
  type BaseRevision,
  BaseRevisionError,
  baseRevisionOf,
  onlyBuilds,
  WAYS_OUT,
} from "./base-revision";
import { isContinuousIntegration } from "./continuous-integration";
import { Git, GitError } from "./git";

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

  private constructor(
    private readonly git: Git,
    private readonly revision: BaseRevision,
    /** Whether the base is the only judge, and what lies in the working tree is none. */
    public readonly isOnlyJudge: boolean,
  ) {}

  /** What is compared with, for people: "1a2b3c4d5e6f (merge base with origin/main)". */
  public get name(): string {
    return `${this.revision.commit.slice(0, 12)} (${this.revision.why})`;
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
    return this.asking(() => isInHead(this.git, file));
  }

  /** The text of a file as the base revision has it; undefined where it has none. */
  private textOf(file: string): string | undefined {
    return this.asking(() => this.git.read(this.revision.commit, [this.git.pathOf(file)]))[0];
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
    const [text] = this.git.read(`${changed}^1`, [path]);
    const lock = text === undefined ? undefined : tryParse(() => parseLock(text));
    return lock && { lock, commit: changed };
  }

  /** The branch on which a lock has changed since this one left it; undefined where it has not. */
  public changedOn(file: string): string | undefined {
    const { tip, commit } = this.revision;
    if (tip === undefined) return undefined;
    const path = this.git.pathOf(file);
    const [now, then] = [tip.commit, commit].map((each) => this.asking(() => this.git.read(each, [path]))[0]);
    return now === then ? undefined : tip.name;
  }

  /** The locks of stacks with an id, wherever the revision has them. */
  public locksOf(stack: string): LockAtBase[] {
    const { commit } = this.revision;
    const search = ["grep", "--no-color", "-l", "-z", "-F", "--full-name", "--all-match"];
    return this.asking(() => {
      const found = lines(
        this.git.search([...search, "-e", '"lockVersion"', "-e", JSON.stringify(stack), commit, "--", "*.json"]),
      );
      const names = found.map((name) => name.slice(commit.length + 1));
      const strings = names.length === 0 ? [] : this.git.read(commit, names);
      return strings.flatMap((text = "", i) => {
        const name = names[i] ?? "";
        if (!hasStack(text, stack)) return [];
        const lock = this.parsed(name, text);
        return lock.stack === stack ? [this.lockAt(name, lock)] : [];
      });
    });
  }

  /** Locks that the revision has in the folder of a file, and whether the working tree still has them. */
  public beside(file: string): LockAtBase[] {
    const folder = posix.dirname(this.git.pathOf(file));
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const place = folder === "." ? [] : ["--", `${folder}/`];
    const found = this.asking(() => {
      const names = lines(this.git.run(["ls-tree", "--name-only", "-z", this.revision.commit, ...place]));
      return this.locksAt(names.filter((name) => name.endsWith(".json")));
    });
    this.folders.set(folder, found);
    return found;
  }

  private locksAt(names: readonly string[]): LockAtBase[] {
    const strings = names.length === 0 ? [] : this.git.read(this.revision.commit, names);
    return strings.flatMap((text, i) => {
      const lock = text === undefined ? undefined : tryParse(() => parseLock(text));
      return lock === undefined ? [] : [this.lockAt(names[i] ?? "", lock)];
    });
  }

  private lockAt(name: string, lock: Lock): LockAtBase {
    const file = join(this.git.root, name);
    return { file, lock, missing: !existsSync(file) && !this.git.isSkipped(name) };
  }

  /** @throws BaseRevisionError where git cannot answer, which is not to be taken for "there is none" */
  private asking<T>(ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new BaseRevisionError(`git cannot tell the locks of ${this.name}: ${error.message.split("\n")[0] ?? ""}`);
    }
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
      const [text] = this.git.read(commit, [path]);
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
    return git !== undefined && isInHead(git, file);
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

function isInHead(git: Git, file: string): boolean {
  return git.read("HEAD", [git.pathOf(file)])[0] !== undefined;
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

/**
 * The repository that a lock is in.
 *
 * @returns undefined outside of git, on a developer's machine.
 * @throws BaseRevisionError where the lock's folder leads out of the repository and, in a pipeline, where there is none, or another
 * one than the app's
 */
function repositoryOf(lockFile: string, ci: boolean, app: string | undefined): Git | undefined {
  const git = Git.around(lockFile);
  const named = folderWith(".git", dirname(resolve(lockFile)));
  if (named !== undefined && realpathSync(named) !== git?.root) {
    throw new BaseRevisionError(
      `${dirname(lockFile)} is a link that leads out of the repository ${named}, so that no revision of that has the lock: ` +
        "make it a folder, and commit it",
    );
  }
  if (!ci) return git;
  if (git === undefined) {
    throw new BaseRevisionError(
      `${lockFile} is in no git repository, so that nothing tells what it was before this change: run where the history is; or ${WAYS_OUT}`,
    );
  }
  const own = app === undefined ? undefined : Git.around(app);
  if (own !== undefined && own.root !== git.root) {
    throw new BaseRevisionError(
      `${git.root} is another repository than the app's, ${own.root}, so that the pipeline does not tell which revision of it to ` +
        `compare with: commit the locks with the app; or ${WAYS_OUT}`,
    );
  }
  return git;
}

/** Whether two files belong to one app, or nothing tells that they do not. */
function isOfOneApp(one: string, other: string, git: Git): boolean {
  const [first, second] = [one, other].map((file) => appOf(file, git));
  return first === undefined || second === undefined || first === second;
}

/** The innermost folder around a file that has an app's settings, there or in the index: a sparse checkout leaves folders out. */
function appOf(file: string, git: Git): string | undefined {
  const folders = foldersTo(posix.dirname(git.pathOf(file)));
  const settings = folders.flatMap((folder) => ["cdktf.json", "package.json"].map((name) => posix.join(folder, name)));
  const tracked = new Set(lines(git.ask(["ls-files", "-z", "--", ...settings])));
  const isThere = (name: string): boolean => tracked.has(name) || existsSync(join(git.root, name));
  return folders.find((folder) => settings.some((name) => posix.dirname(name) === folder && isThere(name)));
}

/** A folder and those around it, below the root: "a/b", "a", ".". */
function foldersTo(folder: string): string[] {
  return folder === "." || folder.startsWith("..") ? ["."] : [folder, ...foldersTo(posix.dirname(folder))];
}

/** The innermost folder, from one outwards, that has an entry. */
function folderWith(name: string, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function lines(output: string | undefined): string[] {
  return (output ?? "").split("\0").filter((line) => line !== "");
}
