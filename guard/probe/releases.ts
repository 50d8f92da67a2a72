import {
  knownReleases,
  patchBetween,
  type ReleaseDelta,
  type ReleaseHistory,
  type ReleaseTables,
} from "../lib/provider";
import { compareVersions } from "../lib/terraform";

/** The releases that the library ships, the newest first. */
export function shippedReleases(): ReleaseTables[] {
  return knownReleases().map(({ tables }) => tables);
}

/** Releases with another one among them, in its place. */
export function withRelease(releases: readonly ReleaseTables[], added: ReleaseTables): ReleaseTables[] {
  const others = releases.filter(({ behaviour }) => compareVersions(behaviour.version, added.behaviour.version) !== 0);
  return [...others, added].sort((a, b) => compareVersions(b.behaviour.version, a.behaviour.version));
}

/** How each release but the newest differs from the next one. */
export function historyOf(releases: readonly ReleaseTables[]): ReleaseHistory {
  return {
    releases: releases.slice(1).map(({ behaviour, arguments: takes }, index): ReleaseDelta => {
      const next = releases[index];
      const { version } = behaviour;
      const patches = {
        behaviour: patchBetween({ ...next?.behaviour, version }, behaviour),
        arguments: patchBetween({ ...next?.arguments, version }, takes),
      };
      return { version, ...Object.fromEntries(Object.entries(patches).filter(([, patch]) => patch !== undefined)) };
    }),
  };
}
