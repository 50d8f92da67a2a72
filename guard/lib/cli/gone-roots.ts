import type { Change } from "../base";
import { parentOf } from "../files";
import { applyApprovals, evaluate, findRemovedStacks, type Report } from "../recreation";
import { hasConfiguration, type HclParser, readConfiguration, readRoot } from "../terraform";
import { rootsBelow } from "./roots";

/**
 * Roots below a folder that the base revision has and the working tree has not, wherever else: no apply destroys what they made.
 *
 * @param folder Below the root of the repository.
 */
export function goneRoots(change: Change, folder: string): string[] {
  const folders = change.changedPaths().map(parentOf);
  const emptied = new Set(
    folders.filter((path) => hasConfiguration(change.before, path) && !hasConfiguration(change.after, path)),
  );
  if (emptied.size === 0) return [];
  change.readAhead([""]);
  const gone = rootsBelow(change.before, folder)
    .map(({ path }) => path)
    .filter((path) => emptied.has(path));
  const fresh = rootsBelow(change.after, "").filter(({ path }) => !hasConfiguration(change.before, path));
  const moved = new Set(fresh.map(({ path }) => change.earlierFolder(path)));
  return gone.filter((path) => !moved.has(path));
}

/** What is said of a root that is gone; undefined for one without resources. */
export async function goneRootReport(change: Change, folder: string, parser: HclParser): Promise<Report | undefined> {
  const root = await readRoot(change.before, folder, { parser });
  if (root === undefined) return undefined;
  const { instances } = evaluate(readConfiguration(root.configuration), { surroundings: root.surroundings });
  if (instances.size === 0) return undefined;
  const resources = Object.fromEntries(
    [...instances.keys()].map((address) => [address.toString(), { type: address.type }]),
  );
  const findings = findRemovedStacks([{ stack: folder, backend: null, resources }]);
  return { subject: folder, baseline: change.name, language: "hcl", ...applyApprovals(findings, []) };
}
