export { constraintOfPlan, partAt, pathNotation, type PlannedChange, type PlanPath, readPlan } from "./plan-json";
export { PlanReferences } from "./plan-references";
