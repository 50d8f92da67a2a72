import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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
  // Examples of hooks are most of the files of a new repository.
  GIT_TEMPLATE_DIR: "",
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

  /** The same in another folder, with other folders in the places of its remotes. */
  public copyTo(folder: string, moved: ReadonlyMap<string, string>): Repository {
    cpSync(this.folder, folder, { recursive: true });
    const config = join(folder, ".git/config");
    const told = readFileSync(config, "utf8");
    writeFileSync(
      config,
      [...moved].reduce((text, [from, to]) => text.replaceAll(pathToFileURL(from).href, pathToFileURL(to).href), told),
    );
    return new Repository(folder);
  }

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
    const branch = readFileSync(join(this.folder, ".git/HEAD"), "utf8").trim().replace("ref: ", "");
    return branch.startsWith("refs/") ? readFileSync(join(this.folder, ".git", branch), "utf8").trim() : branch;
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

/** What several tests begin with: it is made once, and each of them has copies of its repositories. */
export function copied<Start extends Readonly<Record<string, Repository | string>>>(make: () => Start): () => Start {
  let original: Start | undefined;
  const copies: string[] = [];
  afterAll(() => {
    for (const folder of copies) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (original === undefined) {
      const started = folders.length;
      original = make();
      copies.push(...folders.splice(started));
    }
    const repositories = Object.entries(original).filter(
      (entry): entry is [string, Repository] => entry[1] instanceof Repository,
    );
    const moved = new Map(repositories.map(([, { folder }]) => [folder, realpathSync(newFolder())]));
    const others = repositories.map(([name, each]) => [name, each.copyTo(moved.get(each.folder) ?? "", moved)]);
    return { ...original, ...(Object.fromEntries(others) as Partial<Start>) };
  };
}

/** For `afterEach`. */
export function removeRepositories(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
