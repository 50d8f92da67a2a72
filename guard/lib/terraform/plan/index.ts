export { constraintOfPlan, partAt, type PlannedChange, readPlan } from "./plan-json";
export { PlanReferences } from "./plan-references";
