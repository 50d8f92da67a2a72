export type { Baseline, BaselineInstance } from "./baseline";
export { attributesOf, type Existing, existingObjects, isKnownHere, priorValue, priorWhileUnset } from "./existing";
export { evaluate, type EvaluationContext } from "./from-configuration";
export { ignoredIn, rootOf, withIgnored } from "./ignored";
export { checkReplaceable, lockDraft, readLockFile, writeLockFile } from "./lock/file";
export {
  baselineOfLock,
  isLock,
  type Lock,
  releaseOfLock,
  type LockedResource,
  type LockIdentity,
  lockOf,
} from "./lock/lock";
export { checkLock, checkLockIdentity, largestLock, LockError, parseLock, serializeLock } from "./lock/parse";
export { isStable } from "./lock/stable";
export { keepsKeys, type MoveEndpoint, movesModule, type MoveStatement, readMove } from "./move-statement";
export { movesOf, type Repeats } from "./moves";
export { INHERITED, withComputedLeaves } from "./unset";
