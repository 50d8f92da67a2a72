import { rules } from "../recreation";
import { identityRules, RuleDocument } from "./stack-identity";

/** What there is to say of every rule, by id. */
export const ruleDocuments: readonly RuleDocument[] = [...rules, ...identityRules].sort((a, b) =>
  a.id.localeCompare(b.id),
);
