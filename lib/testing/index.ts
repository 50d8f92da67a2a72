export type { KapsuleMatchers } from "./matchers";
export { matchers } from "./matchers";
export type { Plannable, Variables } from "./plan/configuration";
export type { DataAnswers } from "./plan/data-sources";
export { type Diagnostic, PlanError, type PlanErrorReason } from "./plan/errors";
export { Plan, type PlannedAction, type PlannedChange } from "./plan/plan";
export { planOf, type PlanOptions, stateOf } from "./plan/plan-of";
export type { State } from "./plan/simulation";
export { synthesize } from "./synthesize";
