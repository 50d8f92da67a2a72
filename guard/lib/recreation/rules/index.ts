export { REFUSED } from "./build";
export { keptWith } from "./cascade";
export { type DoubtDocument, doubtDocuments, sentenceOf } from "./doubts";
export {
  type Finding,
  type FindingAction,
  isLoss,
  isReplacement,
  type ProviderUpgrade,
  type Severity,
  sortFindings,
} from "./finding";
export type { Rule } from "./rule";
export { findingsOf, rules } from "./rules";
export { type Subject, subjectName } from "./subject";
