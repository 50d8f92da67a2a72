export {
  type AppliedObject,
  appliedObject,
  type ManagedChange,
  managedChanges,
  type State,
  stateOf,
} from "./applied-object";
export { unprotected, type Variables, variablesIn } from "./configuration";
export { blockAddress, type DataAnswers, dataSourcesIn } from "./data-sources";
export { isEngineInstalled } from "./engine";
export { dummyAccount } from "./environment";
export { type Diagnostic, PlanError, type PlanErrorReason } from "./errors";
export { objectAt, without } from "./json";
export { startLoopback } from "./loopback";
export { Plan } from "./plan";
export type { PlannedAction, PlannedChange } from "./planned-change";
export { Plausible } from "./plausible";
export type { ResourceSchema } from "./schemas";
export { Session } from "./session";
export { simulate } from "./simulation";
export { EXIT, exitWith } from "./tool";
