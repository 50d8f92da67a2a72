import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/** The git command failed: its exit code, and what it output. Without a code there is no git command. */
export class GitError extends Error {
  public override readonly name = "GitError";

  constructor(
    public readonly code: number | undefined,
    message: string,
  ) {
    super(message);
  }

  /** A clone without blobs has the names of files whose contents it lacks. */
  public static lacking(what: string): GitError {
    return new GitError(
      128,
      `this clone lacks the content of ${what}: clone without --filter, or run "git fetch --refetch --no-filter"`,
    );
  }
}

/** No lock and no list of names comes near this. */
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** What a commit has at a path. */
export interface TreeEntry {
  /** The name of its content. */
  readonly id: string;
  /** In bytes. */
  readonly size: number;
  readonly kind: "file" | "link" | "submodule";
}

/** A branch of a remote. */
interface RemoteBranch {
  /** As the clone knows it: "origin/HEAD". */
  readonly name: string;
  readonly commit: string;
  /** What it stands for: "origin/main". */
  readonly branch: string;
}

interface IndexEntry {
  readonly path: string;
  readonly mode: string;
  readonly isSkipped: boolean;
}

const KINDS: Readonly<Record<string, TreeEntry["kind"]>> = { "120000": "link", "160000": "submodule" };

/** A git repository, asked through the git command. Nothing here changes it, or reaches for a network. */
export class Git {
  /** The repository that a file is in, or would be in if it were there; undefined outside of every repository. */
  public static around(file: string): Git | undefined {
    for (let folder = dirname(placeOf(file)); ; folder = dirname(folder)) {
      if (existsSync(join(folder, ".git"))) return new Git(folder);
      if (folder === dirname(folder)) return undefined;
    }
  }

  /** Whether checking out turns every end of a line into that of Windows. */
  private convertsLines: boolean | undefined;
  private indexed: readonly IndexEntry[] | undefined;
  private others: readonly string[] | undefined;

  private constructor(
    /** The folder at the top of the working tree. */
    public readonly root: string,
  ) {}

  /** @throws GitError for any exit code but 0 */
  public run(args: readonly string[]): string {
    return this.output(args, "").toString("utf8");
  }

  private output(args: readonly string[], input: string): Buffer {
    try {
      return execFileSync("git", args, {
        cwd: this.root,
        env: environment(),
        input,
        maxBuffer: LARGEST_OUTPUT,
        stdio: ["pipe", "pipe", "pipe"],
      });
    } catch (error) {
      const { status, stderr, message } = error as { status?: number | null; stderr?: Buffer; message: string };
      const output = (stderr ?? "").toString().trim();
      if (/promisor remote|lazy fetching/.test(output)) throw GitError.lacking("some files");
      throw new GitError(status ?? undefined, output === "" ? message : output);
    }
  }

  /** What a command that separates its answers by NUL (`-z`) outputs. @throws GitError for any exit code but 0 */
  public list(args: readonly string[]): string[] {
    return separated(this.run(args));
  }

  /** The answer of a question that may have none. @throws GitError where git itself cannot work */
  public ask(args: readonly string[]): string | undefined {
    try {
      return this.run(args).trim();
    } catch (error) {
      if (error instanceof GitError && error.code !== undefined && !cannotWork(error)) return undefined;
      throw error;
    }
  }

  /** The commit that a revision names; undefined where this clone has no such thing. */
  public commitOf(revision: string): string | undefined {
    return this.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  }

  /** The tree without a file, which stands for what was before everything. */
  public emptyTree(): string {
    return this.run(["hash-object", "-t", "tree", "--stdin"]).trim();
  }

  public isShallow(): boolean {
    return this.ask(["rev-parse", "--is-shallow-repository"]) === "true";
  }

  /** A path below the root as git writes it. */
  public pathOf(file: string): string {
    return relative(this.root, placeOf(file)).split(sep).join("/");
  }

  /** The files of a commit that hold a text; none is no error. @throws GitError where git could not search */
  public search(commit: string, text: string, paths: string): string[] {
    const options = ["--no-color", "-l", "-z", "-F", "--full-name"];
    try {
      const found = this.list(["grep", ...options, "-e", text, commit, "--", paths]);
      return found.map((name) => name.slice(commit.length + 1));
    } catch (error) {
      if (error instanceof GitError && error.code === 1) return [];
      throw error;
    }
  }

  /** The path of a folder below the root; empty for the root. */
  public folderOf(folder: string): string {
    return this.pathOf(join(folder, "any")).replace(/\/?any$/, "");
  }

  /** Where a link of the working tree leads, below the root; undefined for one that is not there, or leads elsewhere. */
  public linkTarget(path: string): string | undefined {
    const file = join(this.root, path);
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
    const target = relative(this.root, resolve(dirname(file), readlinkSync(file)));
    return target.startsWith("..") ? undefined : target.split(sep).join("/");
  }

  /** The paths that the working tree leaves out, as a sparse checkout does. */
  public skipped(): string[] {
    return this.index().flatMap(({ path, isSkipped }) => (isSkipped ? [path] : []));
  }

  /** The paths that git keeps as symbolic links. */
  public links(): string[] {
    return this.index().flatMap(({ path, mode }) => (KINDS[mode] === "link" ? [path] : []));
  }

  /** The files of the working tree that git neither keeps nor ignores. */
  public untracked(): readonly string[] {
    return (this.others ??= this.list(["ls-files", "-z", "--others", "--exclude-standard"]));
  }

  private index(): readonly IndexEntry[] {
    return (this.indexed ??= separated(this.ask(["ls-files", "-t", "-z", "--stage"]) ?? "").flatMap((line) => {
      const [, tag, mode, path] = /^(\S) (\d+) [0-9a-f]+ \d+\t([^]*)$/.exec(line) ?? [];
      return mode === undefined || path === undefined ? [] : [{ path, mode, isSkipped: tag === "S" }];
    }));
  }

  /** The branches of remotes that have one of some names, in the order of their own, such as `origin/main`. */
  public remoteBranches(branches: readonly string[]): RemoteBranch[] {
    const format = "%(refname:lstrip=2)%00%(objectname)%00%(symref:lstrip=2)";
    const patterns = branches.map((name) => `refs/remotes/*/${name}`);
    return (this.ask(["for-each-ref", `--format=${format}`, ...patterns]) ?? "").split("\n").flatMap((line) => {
      const [name = "", commit = "", target = ""] = line.split("\0");
      return commit === "" ? [] : [{ name, commit, branch: target === "" ? name : target }];
    });
  }

  /** What each of some files holds, by the names of their contents. @throws GitError for one that this clone lacks */
  public blobs(ids: readonly string[]): Buffer[] {
    return this.blobsHere(ids).map((content, i) => {
      if (content !== undefined) return content;
      throw GitError.lacking(ids[i] ?? "a file");
    });
  }

  /** The same, undefined for what this clone lacks. */
  public blobsHere(ids: readonly string[]): (Buffer | undefined)[] {
    if (ids.length === 0) return [];
    const answer = this.output(["cat-file", "--batch"], ids.map((id) => `${id}\n`).join(""));
    let at = 0;
    return ids.map(() => {
      const end = answer.indexOf("\n", at);
      const header = answer.toString("utf8", at, end);
      at = end + 1;
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
      if (size === undefined) {
        if (header.endsWith(" missing")) return undefined;
        throw new GitError(1, header);
      }
      const content = answer.subarray(at, at + Number(size));
      at += Number(size) + 1;
      return content;
    });
  }

  /**
   * What files of a commit hold once they are checked out: with the line ends and whatever else the attributes of the working tree say.
   *
   * @throws GitError for one that this clone lacks
   */
  public checkedOut(files: readonly { readonly path: string; readonly id: string }[]): Buffer[] {
    const converted = this.convertedAmong(files.map(({ path }) => path));
    const stored = files.filter(({ path }) => !converted.has(path));
    const found = new Map(this.blobs(stored.map(({ id }) => id)).map((content, i) => [stored[i]?.path, content]));
    return files.map(
      // The batch tells the size of what is stored, and not of what it outputs, so that each of these is asked for by itself.
      ({ path, id }) => found.get(path) ?? this.output(["cat-file", "--filters", `--path=${path}`, id], ""),
    );
  }

  /** The files that a checkout changes: by an end of lines, an encoding or a filter of their own. */
  private convertedAmong(paths: readonly string[]): Set<string> {
    if (paths.length === 0) return new Set();
    this.convertsLines ??= this.ask(["config", "--get", "core.autocrlf"]) === "true";
    const attributes = ["eol", "filter", "working-tree-encoding", "text"];
    const answer = this.output(["check-attr", "-z", "--stdin", ...attributes], paths.join("\0")).toString("utf8");
    const parts = answer.split("\0");
    const found = new Set<string>();
    for (let at = 0; at + 2 < parts.length; at += 3) {
      const [path = "", attribute = "", value = ""] = parts.slice(at, at + 3);
      const isText = attribute === "text" && value !== "unset" && this.convertsLines;
      const isOther = attribute !== "text" && !["unspecified", "unset", "lf"].includes(value);
      if (isText || isOther) found.add(path);
    }
    return found;
  }

  /** Every file of a commit, by its path below the root. @throws GitError in a clone that lacks the content of any */
  public filesOf(commit: string): Map<string, TreeEntry> {
    return new Map(
      this.list(["ls-tree", "-r", "-l", "-z", "--full-tree", commit]).flatMap((line) => {
        const [, mode = "", id = "", size = "", path = ""] =
          /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line) ?? [];
        if (path === "") return [];
        return [[path, { id, size: Number(size) || 0, kind: KINDS[mode] ?? "file" }] as const];
      }),
    );
  }

  /** What the files in folders of a commit hold, by their paths, without those in folders below them. @param folders Empty for the root */
  public filesIn(commit: string, folders: readonly string[]): Map<string, string> {
    const below = folders.filter((folder) => folder !== "");
    const asked = [...(below.length < folders.length ? [[]] : []), ...(below.length > 0 ? [below] : [])];
    const listed = asked.flatMap((some) =>
      this.list(["ls-tree", "-z", "--full-tree", commit, "--", ...some.map((folder) => `${folder}/`)]),
    );
    return new Map(
      listed.flatMap((line) => {
        const [, id, path] = /^\d+ blob ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [[path, id] as const];
      }),
    );
  }
}

function separated(output: string): string[] {
  return output.split("\0").filter((part) => part !== "");
}

/** A repository that git refuses to look into, or one that is broken, gives no answer to be taken for "no". */
function cannotWork({ message }: GitError): boolean {
  return /dubious ownership|not a git repository|bad object HEAD|index file corrupt/i.test(message);
}

/** Hooks set variables that name another repository than the one of the folder. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|OBJECT_DIRECTORY|\w+_PATHSPECS)$/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_LFS_SKIP_SMUDGE: "1",
  };
}

/** Where a file lies: one that is a link lies where the link does, not where it leads. */
function placeOf(file: string): string {
  const path = resolve(file);
  return join(realPathOf(dirname(path)), basename(path));
}

/** The path without symbolic links, also of what is not there yet. */
function realPathOf(file: string): string {
  const path = resolve(file);
  if (existsSync(path) || path === dirname(path)) return realpathSync(path);
  return join(realPathOf(dirname(path)), basename(path));
}

/** A path below the root of the repository that a file is in; the file's own outside of every repository. */
export function pathInRepository(file: string): string {
  return Git.around(file)?.pathOf(file) ?? file;
}
