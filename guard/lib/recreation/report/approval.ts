import { Address } from "../../terraform";
import { type Finding, isLoss, isReplacement, subjectName } from "../rules";
import { shows } from "./shown-value";

/** What every approval says. */
interface ApprovalBase {
  /** Address of the resource, without an instance key for all of its instances. */
  readonly address: string;
  /** Why it is all right. */
  readonly reason: string;
  /** Why what follows from it is all right, too. @default - what follows takes approvals of its own */
  readonly cascade?: string;
}

/** Accepts the replacement of one resource, or that it is opened, for one change of one attribute. */
interface ChangeApproval extends ApprovalBase {
  readonly kind: "replacement" | "opening";
  readonly attribute: string;
  /** The value before, as it is in the code or, for what is only known later, as the finding shows it. */
  readonly from: unknown;
  /** The value after, likewise. */
  readonly to: unknown;
}

/** Accepts that one resource is destroyed or forgotten. */
interface RemovalApproval extends ApprovalBase {
  readonly kind: "removal";
}

/** A finding that was accepted in code, in review. */
export type Approval = ChangeApproval | RemovalApproval;

/** A finding that an approval accepts. */
export interface ApprovedFinding {
  readonly finding: Finding;
  readonly approval: Approval;
  /** Whether it only follows from what the approval is about. */
  readonly follows?: true;
}

/** Findings, split by what was approved, and the approvals that matched none (stale). */
interface AppliedApprovals {
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
  if (!sameResource(approval.address, subjectName(finding))) return false;
  if (approval.kind === "removal") return finding.action === "destroy" || finding.action === "forget";
  return (
    (approval.kind === "opening" ? finding.action === "open" : isReplacement(finding.action)) &&
    approval.attribute === finding.attribute &&
    shows(approval.from, finding.before) &&
    shows(approval.to, finding.after)
  );
}

/** Whether a finding follows from one that is accepted with all that follows. */
function carriesOnTo({ finding: source, approval }: ApprovedFinding, finding: Finding): boolean {
  const follows = isReplacement(finding.action) && finding.cause === subjectName(source);
  return approval.cascade !== undefined && isLoss(source.action) && follows;
}

/** An approval without an instance key is about every instance; one without any key, about those in every instance of its modules. */
function sameResource(approved: string, address: string): boolean {
  if (approved === address) return true;
  const [one, other] = [Address.tryParse(approved), Address.tryParse(address)];
  return one !== undefined && (one === other?.resource || one === other?.declaration);
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
  return isLoss(finding.action) || finding.action === "open";
}
