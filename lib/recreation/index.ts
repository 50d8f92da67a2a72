export { RecreationInputError } from "./errors";
export { findRecreations, type FindRecreationsInput } from "./find";
export type { Certainty, Finding, FindingAction, Severity } from "./finding";
export { type Rule, rules } from "./rules";
