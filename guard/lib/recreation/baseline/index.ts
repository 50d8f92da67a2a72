export type { Baseline, BaselineInstance } from "./baseline";
export { attributesOf, type Existing, existingObjects, isKnownHere, priorValue, priorWhileUnset } from "./existing";
export { evaluate } from "./from-configuration";
export { ignoredIn, withIgnored } from "./ignored";
export { checkReplaceable, lockDraft, readLockFile, writeLockFile } from "./lock/file";
export { baselineOfLock, isLock, type Lock, type LockedResource, type LockIdentity, lockOf } from "./lock/lock";
export { checkLock, checkLockIdentity, largestLock, LockError, parseLock, serializeLock } from "./lock/parse";
export { isStable } from "./lock/stable";
export { keepsKeys, moveOf, movesModule, type MoveStatement } from "./move-statement";
export { type Moves, movesOf, type Repeats } from "./moves";
export {
  describeReleases,
  isProviderUpgrade,
  isUpgrade,
  type ProviderVersions,
  type ReleasesInUse,
  releasesOf,
} from "./releases";
export { INHERITED, withComputedLeaves } from "./unset";
