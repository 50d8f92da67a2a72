import { compareVersions } from "../../terraform";
import { isKnownRelease, newestRelease } from "./provider-release";
import type { ReleaseInUse } from "./release-in-use";

/** What to say of a release whose own behaviour is not known; undefined for one that is known. */
export function unknownReleaseNote({ version, release }: ReleaseInUse): string | undefined {
  if (isKnownRelease(version)) return undefined;
  const isNewer = compareVersions(version, newestRelease.version) > 0;
  const why = isNewer
    ? `is newer than ${release.version}, the newest whose behaviour these rules know`
    : `is judged by the rules of ${release.version}, the nearest one whose behaviour is known`;
  const update = isNewer ? "Update cdktf-scaleway-kapsule, and check" : "Check";
  return `The Scaleway provider ${version} ${why}: what only ${version} replaces is not found. ${update} the plan with \`kapsule-guard plan\`.`;
}
