import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** One commit, and the one before it. */
export interface Step {
  readonly commit: string;
  readonly parent: string;
  /** Paths of the files that the two do not have alike. */
  readonly changed: readonly string[];
}

/** A file of a commit. */
interface Entry {
  readonly id: string;
  readonly path: string;
  readonly isLink: boolean;
}

const LARGEST_OUTPUT = 1 << 30;
/** No file that a configuration reads is larger. */
const LARGEST_FILE = 1 << 20;

/** A repository, with a working tree or without, which is only read. */
export class History {
  /** @param folder A working tree, or a directory that git keeps a repository in. */
  constructor(private readonly folder: string) {}

  /** What people call it. */
  get name(): string {
    const place = resolve(this.folder);
    return ["repo", ".git"].includes(basename(place)) ? basename(dirname(place)) : basename(place);
  }

  /** Whether there is a repository with a commit. */
  get isThere(): boolean {
    try {
      return this.git(["rev-parse", "--verify", "--quiet", "HEAD"]) !== "";
    } catch {
      return false;
    }
  }

  /** The commits of the first-parent history that have a parent, from the last to the first one. */
  steps(): Step[] {
    return stepsIn(this.git(["log", "--first-parent", "--no-renames", LOG_FORMAT, "-m", "--name-only", "-z", "HEAD"]));
  }

  /** Folders of a commit that have a configuration. */
  configuredFolders(commit: string): Set<string> {
    const paths = this.entries(commit).map(({ path }) => path);
    const folders = paths.filter((path) => /\.(?:tf|tofu)(?:\.json)?$/.test(path)).map((path) => dirname(path));
    return new Set(folders);
  }

  /** Writes the files of a commit into a new folder, without large ones and those that a clone lacks. */
  write(commit: string, folder: string): void {
    mkdirSync(folder, { recursive: true });
    const entries = this.entries(commit);
    const contents = this.contents([...new Set(entries.map(({ id }) => id))]);
    for (const { id, path, isLink } of entries) {
      const content = contents.get(id);
      if (content === undefined || content.length > LARGEST_FILE) continue;
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      if (isLink) symlinkSync(content.toString("utf8"), place);
      else writeFileSync(place, content);
    }
  }

  private entries(commit: string): Entry[] {
    return this.git(["ls-tree", "-r", "-z", commit])
      .split("\0")
      .flatMap((line): Entry[] => {
        const [, mode, id = "", path = ""] = /^(\d+) blob (\w+)\t([^]*)$/.exec(line) ?? [];
        return mode === undefined ? [] : [{ id, path, isLink: mode === "120000" }];
      });
  }

  private contents(ids: readonly string[]): Map<string, Buffer> {
    const output = this.output(["cat-file", "--batch"], `${ids.join("\n")}\n`);
    const found = new Map<string, Buffer>();
    for (let at = 0; at < output.length;) {
      const end = output.indexOf("\n", at);
      const [id = "", kind, size] = output.toString("utf8", at, end).split(" ");
      at = end + 1;
      if (kind === "missing" || size === undefined) continue;
      found.set(id, output.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
    return found;
  }

  private git(args: readonly string[]): string {
    return this.output(args).toString("utf8");
  }

  private output(args: readonly string[], input = ""): Buffer {
    const place = existsSync(join(this.folder, ".git")) ? ["-C", this.folder] : [`--git-dir=${this.folder}`];
    // What a clone lacks is not fetched, and nothing is written.
    const env = { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" };
    return execFileSync("git", [...place, ...args], {
      env,
      input,
      maxBuffer: LARGEST_OUTPUT,
      stdio: ["pipe", "pipe", "pipe"],
    });
  }
}

const LOG_FORMAT = "--format=%x01%H %P%x00";

/** The commits with a parent in what git log prints. */
export function stepsIn(log: string): Step[] {
  return log.split("\u0001").flatMap((entry): Step[] => {
    const [ids = "", ...names] = entry.split("\0");
    const [commit = "", parent = ""] = ids.trim().split(" ");
    const changed = names.map((name) => name.trim()).filter((name) => name !== "");
    return parent === "" ? [] : [{ commit, parent, changed }];
  });
}
