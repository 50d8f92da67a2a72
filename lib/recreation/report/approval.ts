import type { Finding } from "../rules/finding";

/** Accepts the replacement of one resource for one change of one attribute. */
export interface ReplacementApproval {
  readonly kind: "replacement";
  /** Address of the resource, without an instance key for all of its instances. */
  readonly address: string;
  readonly attribute: string;
  /** The value before, as it is in the code or, for what is only known later, as the finding shows it. */
  readonly from: unknown;
  /** The value after, likewise. */
  readonly to: unknown;
  /** Why it is all right. */
  readonly reason: string;
}

/** Accepts that one resource is destroyed or forgotten. */
export interface RemovalApproval {
  readonly kind: "removal";
  readonly address: string;
  /** Why it is all right. */
  readonly reason: string;
}

/** A finding that was accepted in code, in review. */
export type Approval = ReplacementApproval | RemovalApproval;

/** Findings, split by what was approved, and the approvals that matched none (stale). */
export interface AppliedApprovals {
  readonly open: Finding[];
  readonly approved: { readonly finding: Finding; readonly approval: Approval }[];
  readonly stale: Approval[];
}

/** Applies approvals to findings. */
export function applyApprovals(findings: readonly Finding[], approvals: readonly Approval[]): AppliedApprovals {
  const open: Finding[] = [];
  const approved: AppliedApprovals["approved"] = [];
  for (const finding of findings) {
    const approval = approvals.find((candidate) => covers(candidate, finding));
    if (approval === undefined) open.push(finding);
    else approved.push({ finding, approval });
  }
  const used = new Set(approved.map(({ approval }) => approval));
  return { open, approved, stale: approvals.filter((approval) => !used.has(approval)) };
}

function covers(approval: Approval, finding: Finding): boolean {
  if (!sameResource(approval.address, finding.address)) return false;
  if (approval.kind === "removal") return finding.action === "destroy" || finding.action === "forget";
  return (
    finding.action === "replace" &&
    approval.attribute === finding.attribute &&
    shows(approval.from, finding.before) &&
    shows(approval.to, finding.after)
  );
}

/** An approval without an instance key is about every instance. */
function sameResource(approved: string, address: string): boolean {
  return approved === address || approved === address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, "");
}

/** Whether a value in code is the one that a finding shows in Terraform's notation. */
function shows(value: unknown, notation: string | undefined): boolean {
  if (notation === undefined) return value === undefined || value === null;
  if (value === undefined || value === null) return notation === "null";
  return value === notation || JSON.stringify(value) === notation;
}

/** Whether a finding keeps a synth, a check or a plan from going on: something that holds data would be lost. */
export function isBlocking(finding: Finding, onMay: "warn" | "fail" = "warn"): boolean {
  if (finding.severity !== "error") return false;
  if (finding.certainty === "may" || finding.action === "unchecked") return onMay === "fail";
  return finding.action === "replace" || finding.action === "destroy";
}

/** The line that approves a finding, to paste and to give a reason. */
export function approvalLine(finding: Finding): string | undefined {
  const { action, address, attribute, before, after } = finding;
  const about = (fields: string) => `{ ${fields}, reason: "…" }`;
  if (action === "destroy" || action === "forget") {
    return `guard.allowRemoval(${about(`address: ${JSON.stringify(address)}`)})`;
  }
  if (action !== "replace" || attribute === undefined) return undefined;
  const fields = [
    `resource: ${JSON.stringify(address)}`,
    `attribute: ${JSON.stringify(attribute)}`,
    `from: ${literal(before)}`,
    `to: ${literal(after)}`,
  ];
  return `guard.allowReplacement(${about(fields.join(", "))})`;
}

/** A value in Terraform's notation as TypeScript has it; what is no literal is quoted as it is shown. */
function literal(notation: string | undefined): string {
  if (notation === undefined) return "null";
  return /^(null|true|false|-?\d+(\.\d+)?|".*")$/s.test(notation) ? notation : JSON.stringify(notation);
}
