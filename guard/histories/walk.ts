import { rmSync } from "node:fs";
import { dirname, join } from "node:path";

import { affectedRoots } from "./affected-roots";
import type { FolderEngine } from "./engine-folder";
import { filesOf } from "./folder-files";
import type { History, Step } from "./git-history";
import { Judge, type Judged, type NotJudged, type OtherTool } from "./judge";
import type { Place } from "./tally";

/** An edit of a root, and what is said of it. */
export interface Walked extends Place {
  readonly result: Judged | NotJudged;
}

/**
 * Judges the last commits of a history that concern a root, the last one first.
 *
 * @param most How many of them.
 * @param onStep Is told before each commit that may concern a root.
 * @param other Is asked of the same edits.
 */
export async function* walk(
  engine: FolderEngine,
  history: History,
  most: number,
  onStep: (step: Step) => void,
  other?: OtherTool,
): AsyncGenerator<Walked> {
  let judged = 0;
  for (const step of history.steps()) {
    if (judged >= most) return;
    if (!isNearConfiguration(step.changed, history.configuredFolders(step.commit))) continue;
    onStep(step);
    let isAffected = false;
    for await (const each of judgedStep(engine, history, step, other)) {
      isAffected = true;
      yield each;
    }
    if (isAffected) judged += 1;
  }
}

/** Whether a file changed in, below or directly beside a folder with a configuration. */
export function isNearConfiguration(changed: readonly string[], folders: ReadonlySet<string>): boolean {
  const near = new Set([...folders, ...[...folders].map((folder) => dirname(folder))]);
  return changed.some((path) => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (near.has(folder)) return true;
      if (folder === ".") return false;
    }
  });
}

async function* judgedStep(
  engine: FolderEngine,
  history: History,
  step: Step,
  other: OtherTool | undefined,
): AsyncGenerator<Walked> {
  const folder = engine.newFolder();
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  try {
    history.write(step.commit, after);
    const roots = affectedRoots(after, step.changed);
    if (roots.length > 0) history.write(step.parent, before);
    const judge = new Judge(engine, other);
    for (const root of roots) {
      // A root that is new has nothing to lose.
      if (filesOf(join(before, root)).length === 0) continue;
      const result = await judge.judge({ before, after, root });
      yield { repository: history.name, commit: step.commit, root, result };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    engine.release();
  }
}
