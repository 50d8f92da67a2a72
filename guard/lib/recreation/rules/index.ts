export { type DoubtDocument, doubtDocuments } from "./doubts";
export { type Finding, type FindingAction, isLoss, isReplacement, type Severity } from "./finding";
export type { Rule } from "./rule";
export { findingsOf, rules } from "./rules";
