import { type Finding, isReplacement, subjectName } from "../rules";
import { literalCode } from "./shown-value";

/** How code reaches the guard in the constructor of a stack, where such lines are pasted most. */
const GUARD = "RecreationGuard.of(this)";

/** The line that approves a finding, and what follows from it where that takes one, too, to paste and to give reasons. */
export function approvalLine(finding: Finding, cascades = false): string | undefined {
  const { action, attribute, before, after } = finding;
  const address = subjectName(finding);
  const about = (fields: string) => `{ ${fields}, reason: "…"${cascades ? ', cascade: "…"' : ""} }`;
  if (action === "destroy" || action === "forget") {
    return `${GUARD}.allowRemoval(${about(`address: ${JSON.stringify(address)}`)})`;
  }
  if ((!isReplacement(action) && action !== "open") || attribute === undefined) return undefined;
  const fields = [
    `resource: ${JSON.stringify(address)}`,
    `attribute: ${JSON.stringify(attribute)}`,
    `from: ${literalCode(before)}`,
    `to: ${literalCode(after)}`,
  ];
  return `${GUARD}.${action === "open" ? "allowOpening" : "allowReplacement"}(${about(fields.join(", "))})`;
}
