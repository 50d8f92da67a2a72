import { type BaseRevision, BaseRevisionError } from "./base-revision";
import { GitError } from "./git";

/** A revision that is compared with, for people: "1a2b3c4d5e6f (merge base with origin/main)". */
export function nameOf({ commit, why }: BaseRevision): string {
  return `${commit.slice(0, 12)} (${why})`;
}

/**
 * What git answers of a revision.
 *
 * @param what Is asked for, in the plural: "the locks".
 * @throws BaseRevisionError where git cannot answer, which is not to be taken for "there is none"
 */
export function answerOf<T>(what: string, revision: BaseRevision, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new BaseRevisionError(
      `git cannot tell ${what} of ${nameOf(revision)}: ${error.message.split("\n")[0] ?? ""}`,
    );
  }
}
