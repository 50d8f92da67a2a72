import { join } from "node:path";

import type { State } from "../lib/engine";
import { FolderTree } from "../lib/files";
import { type Finding, findRecreations } from "../lib/recreation";
import { HclParser, type Json, readRoot, type Root } from "../lib/terraform";
import { openVariables } from "./open-variables";
import type { Opinion } from "./verdict";

/** Two revisions of a root, as `check FOLDER --base REV` reads them. */
export interface Revisions {
  /** The top of the tree, before and after. */
  readonly before: string;
  readonly after: string;
  /** Where the root is in the trees. */
  readonly root: string;
  readonly workspace?: string | undefined;
}

/** The release whose rules are those of the provider that is planned with. */
const RELEASE = "2.81.0";

/** Asks the guard, without a state and with what applying the first revision would leave. */
export async function opinionsOn(revisions: Revisions, state: State): Promise<Opinion[]> {
  const opinions: Opinion[] = [];
  for (const withState of [false, true]) {
    try {
      opinions.push({ withState, findings: await findingsOn(revisions, withState ? state : undefined) });
    } catch (error) {
      opinions.push({ withState, findings: [], refusal: error instanceof Error ? error.message : String(error) });
    }
  }
  return opinions;
}

async function findingsOn(revisions: Revisions, state: State | undefined): Promise<Finding[]> {
  const parser = new HclParser();
  const read = (tree: string, fetchedFor?: Root["calls"]): Promise<Root | undefined> =>
    readRoot(new FolderTree(tree), revisions.root, {
      parser,
      workspace: revisions.workspace,
      variables: { values: valuesFor(join(tree, revisions.root)) },
      ...(fetchedFor === undefined ? {} : { fetchedFor }),
    });
  const after = await read(revisions.after);
  const before = await read(revisions.before, after?.calls);
  return findRecreations({
    before: before?.configuration ?? {},
    after: after?.configuration ?? {},
    state,
    surroundings: { before: before?.surroundings ?? {}, after: after?.surroundings ?? {} },
    provider: { before: RELEASE, after: RELEASE },
  });
}

/** What the engine is given for the variables that the files leave open, as the command line has it. */
function valuesFor(folder: string): Map<string, string> {
  const written = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
  return new Map(Object.entries(openVariables(folder)).map(([name, value]) => [name, written(value)]));
}
