export {
  isGuardedType,
  isKnownRelease,
  knownReleases,
  newestRelease,
  ProviderRelease,
  releaseFor,
} from "./provider-release";
export {
  chosenAmong,
  LOCK_FILE,
  type ProviderRequirement,
  releaseBy,
  type ReleaseInUse,
  releaseNamed,
  releaseOf,
  resolvedIn,
  resolvedVersion,
} from "./release-in-use";
export { unknownReleaseNote } from "./unknown-release";
