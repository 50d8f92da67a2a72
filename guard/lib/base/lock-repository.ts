import { existsSync, realpathSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";

import { BaseRevisionError, WAYS_OUT } from "./base-revision";
import { Git } from "./git";

/**
 * The repository that a lock is in.
 *
 * @returns undefined outside of git, on a developer's machine.
 * @throws BaseRevisionError where the lock's folder leads out of the repository and, in a pipeline, where there is none, or another
 * one than the app's
 */
export function repositoryOf(lockFile: string, ci: boolean, app: string | undefined): Git | undefined {
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
export function isOfOneApp(one: string, other: string, git: Git): boolean {
  const [first, second] = [one, other].map((file) => appOf(file, git));
  return first === undefined || second === undefined || first === second;
}

/** The innermost folder around a file that has an app's settings, there or in the index: a sparse checkout leaves folders out. */
function appOf(file: string, git: Git): string | undefined {
  const folders = foldersTo(posix.dirname(git.pathOf(file)));
  const settings = folders.flatMap((folder) => ["cdktf.json", "package.json"].map((name) => posix.join(folder, name)));
  const tracked = new Set(git.list(["ls-files", "-z", "--", ...settings]));
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
