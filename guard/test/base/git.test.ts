import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Git, GitError } from "../../lib/base/git";
import { removeRepositories, Repository } from "./repository";

afterEach(removeRepositories);

test("finds the repository of a file that is not there yet, in folders that are not", () => {
  const { folder } = Repository.create();
  expect(Git.around(join(folder, "a/b/lock.json"))?.root).toBe(folder);
});

test("is undefined outside of every repository", () => {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-no-git-"));
  expect(Git.around(join(folder, "lock.json"))).toBeUndefined();
  rmSync(folder, { recursive: true });
});

test("names files as git does, also through a link to the repository", () => {
  const repository = Repository.create();
  const link = join(mkdtempSync(join(tmpdir(), "kapsule-link-")), "link");
  symlinkSync(repository.folder, link);
  const git = Git.around(join(link, "locks/a.json"));
  expect(git?.root).toBe(repository.folder);
  expect(git?.pathOf(join(link, "locks/a.json"))).toBe("locks/a.json");
});

test("tells a revision that there is not from a git that cannot work", () => {
  const repository = Repository.create();
  const git = Git.around(join(repository.folder, "a.json"));
  expect(git?.commitOf("nowhere")).toBeUndefined();
  expect(() => git?.run(["no-such-command"])).toThrow(GitError);
  rmSync(join(repository.folder, ".git"), { recursive: true });
  mkdirSync(join(repository.folder, ".git"));
  expect(() => git?.commitOf("HEAD")).toThrow(GitError);
});

test("does not take an option for a revision", () => {
  const repository = Repository.create();
  repository.commit();
  expect(Git.around(join(repository.folder, "a.json"))?.commitOf("--all")).toBeUndefined();
});

test("asks the folder's repository, not the one that a hook's variables name", () => {
  const repository = Repository.create();
  const commit = repository.commit();
  const { GIT_DIR } = process.env;
  process.env.GIT_DIR = "/nowhere";
  try {
    expect(Git.around(join(repository.folder, "a.json"))?.commitOf("HEAD")).toBe(commit);
  } finally {
    if (GIT_DIR === undefined) delete process.env.GIT_DIR;
    else process.env.GIT_DIR = GIT_DIR;
  }
});
