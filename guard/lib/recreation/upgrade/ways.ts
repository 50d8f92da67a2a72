import { knownReleases, type ReleaseInUse, releaseNamed } from "../../provider";
import { compareVersions } from "../../terraform";
import type { ReleasesInUse } from "../baseline";

/** Another way to a newer release. */
export type Way =
  /** A release to go to directly instead. */
  | { readonly kind: "instead"; readonly version: string }
  /** A release to apply first, which makes the one that was asked for harmless. */
  | { readonly kind: "first"; readonly version: string };

/** A way on which an upgrade loses nothing: to the same release with a stop, else to another one, the newest first. */
export function harmlessWay(
  { before, after }: ReleasesInUse,
  isHarmless: (step: ReleasesInUse) => boolean,
): Way | undefined {
  const above = knownReleases()
    .map(({ version }) => releaseNamed(version))
    .filter(({ version }) => isAbove(version, before) && compareVersions(version, after.version) !== 0);
  const stop = above.find(
    (each) =>
      isAbove(after.version, each) && isHarmless({ before, after: each }) && isHarmless({ before: each, after }),
  );
  if (stop !== undefined) return { kind: "first", version: stop.version };
  const other = above.find((each) => isHarmless({ before, after: each }));
  return other && { kind: "instead", version: other.version };
}

function isAbove(version: string, other: ReleaseInUse): boolean {
  return compareVersions(version, other.version) > 0;
}
