import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { BaseRevisionError } from "../../lib/base/base-revision";
import { Change } from "../../lib/base/change";
import { FileError, type FileTree, subtree } from "../../lib/files";
import { removeRepositories, Repository } from "./repository";

afterEach(removeRepositories);

const DEVELOPER = { CI: "false" };

function changeIn(repository: Repository, base = "HEAD"): Change {
  const change = Change.around(repository.folder, { base, environment: DEVELOPER });
  if (change === "unjudged") throw new Error("nothing is judged");
  return change;
}
const text = (tree: FileTree, path: string): string | undefined => tree.read(path)?.toString("utf8");

function edited(): Repository {
  const repository = Repository.create();
  repository.write(".gitignore", ".terraform/\n*.zip\n");
  repository.write("infra/main.tf", "before");
  repository.write("infra/gone.tf", "gone");
  repository.write("infra/files/a b.yaml", "é");
  repository.commit();
  repository.write("infra/main.tf", "after");
  repository.write("infra/new.tf", "new");
  repository.git("rm", "--quiet", "infra/gone.tf");
  return repository;
}

test("each side has its own files", () => {
  const { before, after } = changeIn(edited());
  expect([text(before, "infra/main.tf"), text(after, "infra/main.tf")]).toEqual(["before", "after"]);
  expect([text(before, "infra/gone.tf"), text(after, "infra/gone.tf")]).toEqual(["gone", undefined]);
  expect([text(before, "infra/new.tf"), text(after, "infra/new.tf")]).toEqual([undefined, "new"]);
  expect(before.list("infra")).toEqual(["files/", "gone.tf", "main.tf"]);
  expect(after.list("infra")).toEqual(["files/", "main.tf", "new.tf"]);
  expect(before.list("")).toEqual([".gitignore", "infra/"]);
  expect(text(before, "infra/files/a b.yaml")).toBe("é");
  expect([before.list("none"), after.list("none"), before.list("infra/main.tf")]).toEqual([[], [], []]);
});

test("and what is read ahead is the same", () => {
  const change = changeIn(edited());
  change.readAhead(["infra"]);
  expect(text(change.before, "infra/main.tf")).toBe("before");
  expect(text(change.before, "infra/files/a b.yaml")).toBe("é");
});

test("what git ignores is on both sides as the working tree has it; where it is not there, nothing tells", () => {
  const repository = edited();
  repository.write("infra/.terraform/modules/m/main.tf", "fetched");
  const { before, after } = changeIn(repository);
  for (const tree of [before, after]) {
    expect(text(tree, "infra/.terraform/modules/m/main.tf")).toBe("fetched");
    expect(tree.list("infra/.terraform/modules")).toEqual(["m/"]);
    expect(() => tree.read("infra/function.zip")).toThrow(FileError);
    expect(() => tree.read("infra/function.zip")).toThrow("ignored by git, and not there");
    expect(tree.read("infra/function.txt")).toBeUndefined();
  }
  expect(before.list("infra")).toContain(".terraform/");
});

test("values that are not committed are on both sides, and other files that are new are not", () => {
  const repository = edited();
  repository.write("infra/terraform.tfvars", "secret");
  repository.write("infra/x.yaml", "x");
  const { before, after } = changeIn(repository);
  expect([text(before, "infra/terraform.tfvars"), text(after, "infra/terraform.tfvars")]).toEqual(["secret", "secret"]);
  expect([text(before, "infra/x.yaml"), text(after, "infra/x.yaml")]).toEqual([undefined, "x"]);
});

test("values beside committed ones are new, and those in a folder of their own are not", () => {
  const repository = edited();
  repository.write("infra/a.auto.tfvars", "one");
  repository.commit();
  repository.write("infra/b.auto.tfvars", "two");
  repository.write("vars/deep/prod.tfvars", "three");
  const { before, after } = changeIn(repository);
  expect([text(before, "infra/b.auto.tfvars"), text(after, "infra/b.auto.tfvars")]).toEqual([undefined, "two"]);
  expect(text(before, "vars/deep/prod.tfvars")).toBe("three");
});

test("values that are committed have a side each", () => {
  const repository = edited();
  repository.write("infra/terraform.tfvars", "one");
  repository.commit();
  repository.write("infra/terraform.tfvars", "two");
  const { before, after } = changeIn(repository);
  expect([text(before, "infra/terraform.tfvars"), text(after, "infra/terraform.tfvars")]).toEqual(["one", "two"]);
});

describe("a link", () => {
  const linked = (target: string): Change => {
    const repository = Repository.create();
    repository.write("shared/main.tf", "shared");
    repository.write("infra/x.tf", "");
    symlinkSync(target, join(repository.folder, "infra/link"));
    repository.commit();
    return changeIn(repository);
  };

  test("to a file or a folder of the repository is followed on both sides", () => {
    const toFile = linked("../shared/main.tf");
    const toFolder = linked("../shared");
    for (const side of ["before", "after"] as const) {
      expect(text(toFile[side], "infra/link")).toBe("shared");
      expect(text(toFolder[side], "infra/link/main.tf")).toBe("shared");
      expect(toFolder[side].list("infra/link")).toEqual(["main.tf"]);
    }
  });

  test.each(["/etc/hostname", "../../outside"])("out of the repository is not followed: %s", (target) => {
    const outside = mkdtempSync(join(tmpdir(), "kapsule-outside-"));
    const { before } = linked(target);
    expect(() => before.read("infra/link")).toThrow("infra/link leads out of the repository");
    rmSync(outside, { recursive: true });
  });

  test("out of the working tree is not followed", () => {
    expect(() => linked("/etc/hostname").after.read("infra/link")).toThrow("leads out of");
  });

  test("to itself is an error", () => {
    expect(() => linked("link").before.read("infra/link")).toThrow("leads nowhere");
  });
});

test("the base revision has files as a checkout of it would", () => {
  const repository = Repository.create();
  repository.write(".gitattributes", "*.sh text eol=crlf\n");
  repository.write("infra/a b.sh", "one\r\ntwo\r\n");
  repository.write("infra/c.sh", "one\r\n");
  repository.write("infra/c.txt", "one\n");
  repository.write("infra/main.tf", "x\n");
  repository.commit();
  const change = changeIn(repository);
  change.readAhead(["infra"]);
  for (const name of ["infra/a b.sh", "infra/c.sh", "infra/main.tf"])
    expect([name, text(change.before, name)]).toEqual([name, text(change.after, name)]);
  expect(text(change.before, "infra/a b.sh")).toBe("one\r\ntwo\r\n");
  // The same content under a name without the attribute.
  expect(text(change.before, "infra/c.txt")).toBe("one\n");
});

test("a link in a circle is no folder, and git's own files are not read", () => {
  const repository = edited();
  symlinkSync("loop", join(repository.folder, "infra/loop"));
  symlinkSync("..", join(repository.folder, "infra/up"));
  const { after } = changeIn(repository);
  expect(after.list("infra")).toEqual(expect.arrayContaining(["loop", "up/"]));
  expect(after.isLink("infra/up")).toBe(true);
  expect(after.read("infra/loop")).toBeUndefined();
  expect(() => subtree(after, "infra").read("../.git/config")).toThrow("git's own");
});

test("changed paths are those of both sides, whether committed, staged or new", () => {
  expect([...changeIn(edited()).changedPaths()].sort()).toEqual(["infra/gone.tf", "infra/main.tf", "infra/new.tf"]);
});

test("a folder that was renamed is told by where its files were", () => {
  const repository = edited();
  repository.write("infra/other.tf", "enough\nto be\nknown again\n");
  repository.commit();
  repository.git("mv", "infra", "platform");
  const change = changeIn(repository);
  expect(change.earlierFolder("platform")).toBe("infra");
  expect(change.earlierFolder("elsewhere")).toBeUndefined();
});

test("paths are those below the root of the repository", () => {
  const repository = edited();
  const change = changeIn(repository);
  expect([change.pathOf(repository.folder), change.pathOf(join(repository.folder, "infra"))]).toEqual(["", "infra"]);
});

test("without a base there is an error that says what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "kapsule-no-git-"));
  expect(() => Change.around(folder)).toThrow("run it in a clone, or compare Terraform JSON with --before");
  const empty = Repository.create();
  expect(() => Change.around(empty.folder, { environment: DEVELOPER })).toThrow(BaseRevisionError);
  expect(Change.around(empty.folder, { environment: { KAPSULE_GUARD_BASE: "none" } })).toBe("unjudged");
  rmSync(folder, { recursive: true });
});
