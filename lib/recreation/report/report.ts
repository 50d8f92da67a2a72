import type { Finding } from "../rules/finding";
import type { Approval, ApprovedFinding, BlockingPolicy } from "./approval";

/** What a check found in one configuration or plan. */
export interface Report extends BlockingPolicy {
  /** What was looked at: a stack or a file. */
  readonly subject: string;
  /** What it was compared with: a lock and its revision, or a file. */
  readonly baseline?: string;
  /** The file in the repository that the findings are shown beside, and its text. @default - the subject */
  readonly place?: { readonly file: string; readonly text?: string };
  /** Findings that nobody approved. */
  readonly open: readonly Finding[];
  /** Findings that were approved in code. */
  readonly approved: readonly ApprovedFinding[];
  /** Approvals that match nothing any more. */
  readonly stale: readonly Approval[];
  /** What else the reader should know, such as resources that were not looked at. */
  readonly notes?: readonly string[];
}

const SYMBOLS: Readonly<Record<Finding["action"], string>> = {
  replace: "-/+",
  upgrade: "-/+",
  destroy: "  -",
  forget: "  .",
  unprotect: "  !",
  ignore: "  ~",
  unchecked: "  ?",
};

/** The symbol of Terraform's plan for an action. */
export function symbolOf(action: Finding["action"]): string {
  return SYMBOLS[action];
}

/** What happens to the resource, as a clause: "will be replaced". */
export function verbOf({ certainty, action }: Finding): string {
  switch (action) {
    case "replace":
      return `${certainty} be destroyed and created again`;
    case "upgrade":
      return `${certainty} be upgraded on a copy, and deleted`;
    case "destroy":
      return `${certainty} be destroyed`;
    case "forget":
      return `${certainty} be left running outside Terraform`;
    case "unprotect":
      return "loses its protection";
    case "ignore":
      return "hides a replacement";
    case "unchecked":
      return "could not be checked";
  }
}

/** Why a finding is accepted, as a sentence. */
export function describeAcceptance({ approval, follows }: ApprovedFinding): string {
  const about = describeApproval(approval);
  return follows === true ? `follows from the ${about}; ${approval.cascade ?? ""}` : about;
}

/** An approval as a sentence. */
export function describeApproval(approval: Approval): string {
  const what = approval.kind === "removal" ? "removal" : `replacement for ${approval.attribute}`;
  return `${what} of ${approval.address}: ${approval.reason}`;
}
