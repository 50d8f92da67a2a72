export { type Base, BaseLocks, isCommitted, isLockOfOneState, type LockAtBase, lockFileOfState } from "./base-locks";
export { Change } from "./change";
export { isContinuousIntegration } from "./continuous-integration";
export { pathInRepository } from "./git";
export {
  baselineOf,
  baselineOfState,
  behindNotes,
  fromOtherState,
  locksBeside,
  NOTHING_YET,
  ofDraft,
  siblingOf,
  type StackBaseline,
} from "./stack-locks";
