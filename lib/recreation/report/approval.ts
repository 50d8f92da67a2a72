import { type Finding, isLoss, isReplacement } from "../rules/finding";
import { isLiteralNotation } from "../values/notation";

/** What every approval says. */
interface ApprovalBase {
  /** Address of the resource, without an instance key for all of its instances. */
  readonly address: string;
  /** Why it is all right. */
  readonly reason: string;
  /** Why what follows from it is all right, too. @default - what follows takes approvals of its own */
  readonly cascade?: string;
}

/** Accepts the replacement of one resource for one change of one attribute. */
export interface ReplacementApproval extends ApprovalBase {
  readonly kind: "replacement";
  readonly attribute: string;
  /** The value before, as it is in the code or, for what is only known later, as the finding shows it. */
  readonly from: unknown;
  /** The value after, likewise. */
  readonly to: unknown;
}

/** Accepts that one resource is destroyed or forgotten. */
export interface RemovalApproval extends ApprovalBase {
  readonly kind: "removal";
}

/** A finding that was accepted in code, in review. */
export type Approval = ReplacementApproval | RemovalApproval;

/** A finding that an approval accepts. */
export interface ApprovedFinding {
  readonly finding: Finding;
  readonly approval: Approval;
  /** Whether it only follows from what the approval is about. */
  readonly follows?: true;
}

/** Findings, split by what was approved, and the approvals that matched none (stale). */
export interface AppliedApprovals {
  readonly open: Finding[];
  readonly approved: ApprovedFinding[];
  readonly stale: Approval[];
}

/** Applies approvals to findings: to those that they name, and to what follows from these where they say so. */
export function applyApprovals(findings: readonly Finding[], approvals: readonly Approval[]): AppliedApprovals {
  const accepted = new Map<Finding, ApprovedFinding>();
  for (const finding of findings) {
    const approval = approvals.find((candidate) => covers(candidate, finding));
    if (approval !== undefined) accepted.set(finding, { finding, approval });
  }
  for (let size = -1; size !== accepted.size;) {
    size = accepted.size;
    for (const finding of findings.filter((each) => !accepted.has(each))) {
      const source = [...accepted.values()].find((each) => carriesOnTo(each, finding));
      if (source !== undefined) accepted.set(finding, { finding, approval: source.approval, follows: true });
    }
  }
  const used = new Set([...accepted.values()].map(({ approval }) => approval));
  return {
    open: findings.filter((finding) => !accepted.has(finding)),
    approved: findings.flatMap((finding) => accepted.get(finding) ?? []),
    stale: approvals.filter((approval) => !used.has(approval)),
  };
}

function covers(approval: Approval, finding: Finding): boolean {
  if (!sameResource(approval.address, finding.address)) return false;
  if (approval.kind === "removal") return finding.action === "destroy" || finding.action === "forget";
  return (
    isReplacement(finding.action) &&
    approval.attribute === finding.attribute &&
    shows(approval.from, finding.before) &&
    shows(approval.to, finding.after)
  );
}

/** Whether a finding follows from one that is accepted with all that follows. */
function carriesOnTo({ finding: source, approval }: ApprovedFinding, finding: Finding): boolean {
  const follows = isReplacement(finding.action) && finding.cause === source.address;
  return approval.cascade !== undefined && isLoss(source.action) && follows;
}

/** An approval without an instance key is about every instance. */
function sameResource(approved: string, address: string): boolean {
  return approved === address || approved === address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, "");
}

/** What a plan shows of a value that it does not know yet. */
const UNKNOWN = "(known after apply)";
/** An attribute of a resource or data source, or a variable: what a synth shows where a plan has the value. */
const reference = /^(?:(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?[a-z]+_\w*\.[\w-]+[.[]|var\.)\S*$/;

/**
 * Whether a value in code is the one that a finding shows in Terraform's notation. The same change has several spellings:
 * a reference for a synth, an id beside a state, and nothing known yet for a plan.
 */
function shows(value: unknown, notation: string | undefined): boolean {
  if (value === UNKNOWN || notation === UNKNOWN) return true;
  if (notation === undefined) return value === undefined || value === null;
  if (value === undefined || value === null) return notation === "null";
  if (value === notation || JSON.stringify(value) === notation) return true;
  return typeof value === "string" && reference.test(value) && notation !== "null" && isLiteralNotation(notation);
}

/** What keeps a synth, a check or a plan from going on. */
export interface BlockingPolicy {
  /** Whether a finding that only may happen blocks, too. @default "warn" */
  readonly onMay?: "warn" | "fail";
  /** Whether what holds data, addresses or workloads takes an approval to be lost. @default "approve" */
  readonly stateful?: "approve" | "warn";
  /** Whether nothing in the stack is protected, by its own word: workloads, which hold no data, are warnings then. @default false */
  readonly development?: boolean;
}

/** Whether a finding keeps a synth, a check or a plan from going on: something that holds data would be lost. */
export function isBlocking(finding: Finding, { onMay, stateful, development }: BlockingPolicy = {}): boolean {
  if (finding.severity !== "error" || stateful === "warn") return false;
  if (development === true && finding.holds === "workload") return false;
  if (finding.certainty === "may" || finding.action === "unchecked") return onMay === "fail";
  return isLoss(finding.action);
}

/** How code reaches the guard, wherever it stands. */
const GUARD = "RecreationGuard.of(stack)";

/** The line that approves a finding, to paste and to give a reason. */
export function approvalLine(finding: Finding): string | undefined {
  const { action, address, attribute, before, after } = finding;
  const about = (fields: string) => `{ ${fields}, reason: "…" }`;
  if (action === "destroy" || action === "forget") {
    return `${GUARD}.allowRemoval(${about(`address: ${JSON.stringify(address)}`)})`;
  }
  if (!isReplacement(action) || attribute === undefined) return undefined;
  const fields = [
    `resource: ${JSON.stringify(address)}`,
    `attribute: ${JSON.stringify(attribute)}`,
    `from: ${literal(before)}`,
    `to: ${literal(after)}`,
  ];
  return `${GUARD}.allowReplacement(${about(fields.join(", "))})`;
}

/** A value in Terraform's notation as TypeScript has it; what is no literal is quoted as it is shown. */
function literal(notation: string | undefined): string {
  if (notation === undefined) return "null";
  return isLiteralNotation(notation) ? notation : JSON.stringify(notation);
}
