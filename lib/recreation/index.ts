export { checkReplaceable, lockDraft, readLockFile, writeLockFile } from "./baseline/lock/file";
export { type Lock, type LockedResource, type LockIdentity, lockOf } from "./baseline/lock/lock";
export { checkLockIdentity, LockError, parseLock, serializeLock } from "./baseline/lock/parse";
export { isStable } from "./baseline/lock/stable";
export {
  compareStack,
  type CompareStackInput,
  findRecreations,
  findRecreationsInPlan,
  type FindRecreationsInput,
  findRemovedStacks,
  findStackChanges,
  type StackComparison,
} from "./find";
export type { ChangedOutput, StackOutputs } from "./prediction/remote-outputs";
export type { StackChange } from "./prediction/stack";
export { providerSource, providerVersionOfTable as providerVersion } from "./provider/behaviour";
export { isStateful, stateful, type StatefulReason } from "./provider/stateful";
export { type DoubtDocument, doubtDocuments } from "./rules/doubts";
export type { Certainty, Finding, FindingAction, Severity } from "./rules/finding";
export { type Rule, rules } from "./rules/rules";
export { exactBackendOf } from "./terraform/backend";
export type { ModuleFiles, ModuleFolder } from "./terraform/module-files";
export { readModules } from "./terraform/read-modules";
export { statesReadBy } from "./terraform/remote-states";
export { type Doubt, type DoubtReason, doubtReasons } from "./values/doubt";
export { RecreationInputError } from "./values/errors";
