import { join } from "node:path";

import { CommitFolders } from "../../lib/base/commit-folders";
import { Git, GitError } from "../../lib/base/git";
import { removeRepositories, Repository } from "./repository";

afterEach(removeRepositories);

/** The files of a commit, and what git is asked for. */
function committed(files: Readonly<Record<string, string>>) {
  const repository = Repository.create();
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  const commit = repository.commit();
  for (const path of Object.keys(files)) repository.write(path, "changed since");
  const git = Git.around(join(repository.folder, "any"));
  if (git === undefined) throw new Error("no repository");
  const [names, contents] = [jest.spyOn(git, "filesIn"), jest.spyOn(git, "blobsHere")];
  return { folders: new CommitFolders(git, commit), git, commit, names, contents };
}

test("reads files of any length and name, as the commit has them", () => {
  const long = "ä\n".repeat(100_000);
  const { folders } = committed({ "a.json": "one", "folder/with space é.json": long, empty: "" });
  expect(folders.text("a.json")).toBe("one");
  expect(folders.text("folder/with space é.json")).toBe(long);
  expect(folders.text("empty")).toBe("");
  expect(folders.texts(["empty", "a.json", "missing.json"])).toEqual(["", "one", undefined]);
});

test("has no text for what is not there, nor for a folder", () => {
  const { folders } = committed({ "folder/a.json": "one" });
  for (const path of ["missing.json", "folder", "folder/missing.json", "no/folder/a.json"]) {
    expect(folders.text(path)).toBeUndefined();
    expect(folders.has(path)).toBe(false);
  }
  expect(folders.has("folder/a.json")).toBe(true);
});

test("knows the files in a folder, and not those below it", () => {
  const { folders } = committed({ "a.json": "1", "locks/b.json": "2", "locks/more/c.json": "3", "locks2/d.json": "4" });
  expect(folders.pathsIn("")).toEqual(["a.json"]);
  expect(folders.pathsIn("locks")).toEqual(["locks/b.json"]);
});

test("asks git once for a folder, however many of its files are asked for", () => {
  const all = Array.from({ length: 10 }, (_, index) => `locks/${index}.json`);
  const { folders, names, contents } = committed(Object.fromEntries(all.map((path) => [path, path])));
  expect(all.map((path) => folders.text(path))).toEqual(all);
  expect(folders.text("locks/11.json")).toBeUndefined();
  expect(folders.texts(all)).toEqual(all);
  expect(names).toHaveBeenCalledTimes(1);
  expect(contents.mock.calls.filter(([ids]) => ids.length > 0)).toHaveLength(1);
});

test("asks git once for what lies in many folders", () => {
  const all = ["top.json", ...Array.from({ length: 10 }, (_, index) => `apps/${index}/locks/a.json`)];
  const { folders, names, contents } = committed(Object.fromEntries(all.map((path) => [path, path])));
  expect(folders.texts([...all, "apps/none/a.json"])).toEqual([...all, undefined]);
  expect(names).toHaveBeenCalledTimes(1);
  expect(contents.mock.calls.filter(([ids]) => ids.length > 0)).toHaveLength(1);
});

test("says what a clone without contents lacks, and reads what it has", () => {
  const remote = Repository.create();
  remote.git("config", "uploadpack.allowFilter", "true");
  remote.write("locks/a.json", "one");
  remote.write("locks/b.json", "two");
  const commit = remote.commit();
  const clone = remote.clone("--filter=blob:none", "--no-checkout");
  clone.git("checkout", commit, "--", "locks/a.json");
  const git = Git.around(join(clone.folder, "any"));
  const folders = git && new CommitFolders(git, commit);
  expect(folders?.text("locks/a.json")).toBe("one");
  expect(folders?.has("locks/b.json")).toBe(true);
  expect(() => folders?.text("locks/b.json")).toThrow(GitError);
  expect(() => folders?.text("locks/b.json")).toThrow("clone without --filter");
  expect(() => git?.filesOf(commit)).toThrow("this clone lacks the content of some files: clone without --filter");
});
