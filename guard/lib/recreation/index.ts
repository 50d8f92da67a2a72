export {
  type Baseline,
  type BaselineInstance,
  checkLockIdentity,
  checkReplaceable,
  evaluate,
  INHERITED,
  isStable,
  largestLock,
  type Lock,
  lockDraft,
  type LockedResource,
  LockError,
  type LockIdentity,
  lockOf,
  movesOf,
  parseLock,
  readLockFile,
  readMove,
  rootOf,
  serializeLock,
  writeLockFile,
} from "./baseline";
export { describeReleases, isProviderUpgrade, type ProviderVersions, type ReleasesInUse, releasesOf } from "./baseline";
export { changed, unknownBecauseOf } from "./diff";
export {
  compareStack,
  type CompareStackInput,
  findChanges,
  findRecreations,
  findRecreationsInPlan,
  type FindRecreationsInput,
  findRemovedStacks,
  findStackChanges,
  type StackComparison,
} from "./find";
export { effectNotes, findUpgrade, type FindUpgradeInput, type UpgradeEffects, upgradeNotes } from "./find-upgrade";
export {
  type AttributeChange,
  type Certainty,
  type ChangedOutput,
  type Predicate,
  predicateFor,
  type ReplacementCause,
  type ResourceChange,
  type StackChange,
  type StackOutputs,
  type Verdict,
} from "./prediction";
export { type ReleaseEffects, releaseEffects } from "./release-effects";
export {
  applyApprovals,
  type Approval,
  type BlockingPolicy,
  isBlocking,
  jsonReport,
  junitReport,
  markdownReport,
  type NothingCompared,
  type Report,
  sarifReport,
  textReport,
} from "./report";
export {
  type DoubtDocument,
  doubtDocuments,
  type Finding,
  type FindingAction,
  type Rule,
  rules,
  type Severity,
} from "./rules";
export { upgradeDocument, upgradeReason } from "./upgrade";
