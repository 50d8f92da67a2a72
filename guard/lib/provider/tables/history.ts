import newestArguments from "./argument-table.json";
import type { ArgumentTable } from "./arguments";
import type { BehaviourTable } from "./behaviour";
import newestBehaviour from "./behaviour-table.json";
import { mergePatch } from "./merge-patch";
import history from "./release-history.json";

/** What one release of the provider does, and what it takes. */
export interface ReleaseTables {
  readonly behaviour: BehaviourTable;
  readonly arguments: ArgumentTable;
}

/** How a release differs from the next one that has tables. */
export interface ReleaseDelta {
  readonly version: string;
  /** JSON Merge Patch from the table of the next release to this one's. @default - no difference */
  readonly behaviour?: unknown;
  /** The same for what it takes. @default - no difference */
  readonly arguments?: unknown;
}

/** The format of `release-history.json`, which `npm run probe` writes: releases before the newest one, the newest first. */
export interface ReleaseHistory {
  readonly releases: readonly ReleaseDelta[];
}

const { releases }: ReleaseHistory = history;
const newest: ReleaseTables = { behaviour: newestBehaviour, arguments: newestArguments as ArgumentTable };
const known: ReleaseTables[] = [newest];

/** The releases that have tables, the newest first. */
export const RELEASES: readonly string[] = [newest.behaviour.version, ...releases.map(({ version }) => version)];

/** The tables of a release. @param index Its place in `RELEASES`. */
export function tablesAt(index: number): ReleaseTables {
  for (let last = known.length; last <= index; last++) {
    const next = known[last - 1];
    const delta = releases[last - 1];
    if (next === undefined || delta === undefined) throw new RangeError(`there is no release at ${index}`);
    known.push(patched(next, delta));
  }
  return known[index] ?? newest;
}

/** The tables of a release by those of the next one. */
export function patched(next: ReleaseTables, { version, ...patch }: ReleaseDelta): ReleaseTables {
  const apply = <T extends object>(table: T, change: unknown): T => ({
    ...(mergePatch(table, change ?? {}) as T),
    version,
  });
  return { behaviour: apply(next.behaviour, patch.behaviour), arguments: apply(next.arguments, patch.arguments) };
}
