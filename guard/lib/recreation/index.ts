export { type Baseline, type BaselineInstance, baselineOf, checkLockIdentity, checkReplaceable, INHERITED, isStable, largestLock, type Lock, lockDraft, type LockedResource, LockError, type LockIdentity, lockOf, movesOf, parseLock, readLockFile, readMove, rootOf, serializeLock, writeLockFile } from "./baseline";
export { changed, unknownBecauseOf } from "./diff";
export { compareStack, type CompareStackInput, findChanges, findRecreations, findRecreationsInPlan, type FindRecreationsInput, findRemovedStacks, findStackChanges, type StackComparison } from "./find";
export { type AttributeChange, type Certainty, type ChangedOutput, type Predicate, predicateFor, type ReplacementCause, type ResourceChange, type StackChange, type StackOutputs, type Verdict } from "./prediction";
export { applyApprovals, type Approval, type BlockingPolicy, isBlocking, jsonReport, junitReport, markdownReport, type NothingCompared, type Report, sarifReport, textReport } from "./report";
export { type DoubtDocument, doubtDocuments, type Finding, type FindingAction, type Rule, rules, type Severity } from "./rules";
