export { affectedBy, type AffectedResource, dependenciesIn } from "./affected";
export { type AttributeChange, changesOf, changesUnchanged, type ResourceChange } from "./changes";
export { dependenciesInPlan, predictionOfPlan } from "./from-plan";
export type { Loosened } from "./loosened";
export { predicateFor } from "./predicates";
export type { Predicate, Verdict } from "./predicates/predicate";
export { predict, predictWithOutputs } from "./predict";
export {
  type Certainty,
  certaintyOf,
  type Deletion,
  isRefused,
  type ObjectPrediction,
  type Prediction,
  type ReplacementCause,
  type Shift,
  type Unchecked,
} from "./prediction";
export { prune } from "./prune";
export { type ChangedOutput, RemoteOutputs, type StackOutputs } from "./remote-outputs";
export { predictRemovedStacks, predictStack, type StackChange, type StackIdentity } from "./stack";
export { predictUnchanged } from "./unchanged";
