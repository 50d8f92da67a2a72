import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Who commits, and when: the same everywhere, whatever the machine's git is told. */
const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

/** A git working tree that a test makes, on a branch called `main`. */
export class Repository {
  /** Removed by `removeRepositories`. */
  public static create(folder = newFolder()): Repository {
    mkdirSync(folder, { recursive: true });
    const repository = new Repository(realpathSync(folder));
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  private constructor(public readonly folder: string) {}

  public git(...args: string[]): string {
    const env = { ...process.env, ...identity };
    return execFileSync("git", args, {
      cwd: this.folder,
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  }

  public write(name: string, content: string): string {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** Commits all that is in the working tree, and returns the commit. */
  public commit(message = "edit"): string {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
    return this.git("rev-parse", "HEAD");
  }

  /** Another working tree of the same history, with this one as `origin`. */
  public clone(...options: string[]): Repository {
    const folder = newFolder();
    this.git("clone", "--quiet", ...options, pathToFileURL(this.folder).href, folder);
    return new Repository(realpathSync(folder));
  }
}

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-git-"));
  folders.push(folder);
  return folder;
}

/** For `afterEach`. */
export function removeRepositories(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
