import { losses } from "../../provider";
import type { AffectedResource } from "../prediction";
import { type Finding, isReplacement } from "../rules";
import type { Approval, ApprovedFinding, BlockingPolicy } from "./approval";
import type { ReportLanguage } from "./language";

/** Why nothing was compared: "the stack has no lock yet". */
export interface NothingCompared {
  readonly nothing: string;
}

/** A mistake in a configuration, whatever it was before. */
export interface ReportedProblem {
  /** Of the check that found it. */
  readonly id: string;
  /** The resource that it is about. */
  readonly address: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** An error blocks. */
  readonly level: "error" | "warning";
  /** What is wrong with what, and what to write instead. */
  readonly message: string;
  /** Where it is written. */
  readonly location?: { readonly file: string; readonly line: number };
}

/** What a check found in one configuration or plan. */
export interface Report extends BlockingPolicy {
  /** What was looked at: a stack or a file. */
  readonly subject: string;
  /** What it was compared with: a lock and its revision, or a file; or why it was compared with nothing. */
  readonly baseline: string | NothingCompared;
  /** The release of the Scaleway provider by whose rules it was judged: "provider 2.81.0". @default - nothing was judged */
  readonly provider?: string;
  /** The file in the repository that the findings are shown beside, and its text. @default - the subject */
  readonly place?: { readonly file: string; readonly text?: string };
  /** The language in which it says what to write. @default "constructs" */
  readonly language?: ReportLanguage;
  /** What the change itself says of what is accepted, which comes first in what a report shows: "approves the removal of …". */
  readonly brought?: readonly string[];
  /** Mistakes in the configuration. @default - none was looked for */
  readonly problems?: readonly ReportedProblem[];
  /** Findings that nobody approved. */
  readonly open: readonly Finding[];
  /** Findings that were approved in code. */
  readonly approved: readonly ApprovedFinding[];
  /** Approvals that match nothing any more. */
  readonly stale: readonly Approval[];
  /** All that is changed, for a picture. @default - no picture */
  readonly affected?: readonly AffectedResource[];
  /** What else the reader should know, such as resources that were not looked at. */
  readonly notes?: readonly string[];
}

const SYMBOLS: Readonly<Record<Finding["action"], string>> = {
  replace: "-/+",
  "forget-and-create": "./+",
  upgrade: "-/+",
  destroy: "  -",
  forget: "  .",
  open: "  !",
  unprotect: "  !",
  ignore: "  ~",
  unchecked: "  ?",
};

/** The symbol of Terraform's plan for an action. */
export function symbolOf(action: Finding["action"]): string {
  return SYMBOLS[action];
}

/** What happens to the resource, as a clause: "must be replaced". */
export function verbOf({ certainty, action }: Finding): string {
  switch (action) {
    case "replace":
      return certainty === "will" ? "must be replaced" : "may be replaced";
    case "forget-and-create":
      return `${certainty} be left running outside Terraform, and another created in its place`;
    case "upgrade":
      return `${certainty} be upgraded on a copy, and deleted`;
    case "destroy":
      return `${certainty} be destroyed`;
    case "forget":
      return `${certainty} be left running outside Terraform`;
    case "open":
      return `${certainty} be opened`;
    case "unprotect":
      return certainty === "may" ? "may lose its protection" : "loses its protection";
    case "ignore":
      return "hides a replacement";
    case "unchecked":
      return "could not be checked";
  }
}

/** A file and a line, at the revision that has it where that is another one. */
export function placeOf({ file, line, revision }: NonNullable<Finding["location"]>): string {
  return `${file}:${line}${revision === undefined ? "" : ` at ${revision}`}`;
}

/** What is lost with the resource, as a sentence; undefined for settings. */
export function lossOf({ holds, action }: Finding): string | undefined {
  if (holds === undefined) return undefined;
  if (holds !== "data") return `It ${losses[holds]}.`;
  if (action === "destroy") return "Destroying it loses its data.";
  return isReplacement(action) ? "Replacing it loses its data." : `It ${losses[holds]}.`;
}

/** Why a finding is accepted, as a sentence. */
export function describeAcceptance({ approval, follows, finding }: ApprovedFinding, language?: ReportLanguage): string {
  const about = describeApproval(approval);
  const accepted = follows === true ? `follows from the ${about}; ${approval.cascade ?? ""}` : about;
  if (finding.refused !== true) return accepted;
  const lift = language === "hcl" ? "" : 'removalPolicy: "destroy" on the construct, or ';
  return `${accepted}. Terraform refuses its plan until prevent_destroy is lifted: ${lift}lifecycle.prevent_destroy = false.`;
}

/** An approval as a sentence. */
export function describeApproval(approval: Approval): string {
  const what = approval.kind === "removal" ? "removal" : `${approval.kind} for ${approval.attribute}`;
  return `${what} of ${approval.address}: ${approval.reason}`;
}

/** What was compared with what, which is the first line of every report. */
export function comparison({ subject, baseline, provider }: Report): string {
  if (typeof baseline !== "string") return `${subject}: nothing was compared: ${baseline.nothing}.`;
  return `${subject}: compared with ${baseline}${provider === undefined ? "" : `, ${provider}`}.`;
}

/** Whether a report has more to say than what was compared. */
export function saysSomething({ open, approved, stale, brought = [], problems = [], notes = [] }: Report): boolean {
  return open.length + approved.length + stale.length + brought.length + problems.length + notes.length > 0;
}
