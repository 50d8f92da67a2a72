import { isLiteralNotation } from "../../terraform";
import { printableJson } from "../../text";
import type { Finding } from "../rules";
import { isBlocking } from "./approval";
import { remedyOf } from "./language";
import type { Report } from "./report";

/** The version of the format, raised when a reader of the old one would be wrong. */
const VERSION = 4;

/** A value as JSON; what is no literal (a reference, an unknown or a secret value) is an object with what is shown of it. */
type ShownValue = null | boolean | number | string | { readonly shown: string };

/** Reports as one JSON document, for other programs. */
export function jsonReport(reports: readonly Report[]): string {
  const document = {
    version: VERSION,
    findings: reports.flatMap((report) =>
      report.open.map((finding) => ({
        subject: report.subject,
        ...withValues(inLanguage(finding, report)),
        blocking: isBlocking(finding, report),
      })),
    ),
    approved: reports.flatMap(({ subject, approved }) =>
      approved.map((each) => ({ subject, ...each, finding: withValues(each.finding) })),
    ),
    staleApprovals: reports.flatMap(({ subject, stale }) => stale.map((approval) => ({ subject, ...approval }))),
    baselines: reports.map(({ subject, baseline, provider }) =>
      typeof baseline === "string"
        ? { subject, baseline, ...(provider === undefined ? {} : { provider }) }
        : { subject, baseline: null, because: baseline.nothing },
    ),
    problems: reports.flatMap(({ subject, problems = [] }) => problems.map((problem) => ({ subject, ...problem }))),
    notes: reports.flatMap(({ subject, notes = [] }) => notes.map((note) => ({ subject, note }))),
  };
  return printableJson(document);
}

/** What to do in the language of the report alone. */
function inLanguage(finding: Finding, report: Report): Finding {
  const { paste, hcl, ...rest } = finding;
  if (report.language !== "hcl") return paste === undefined ? rest : { ...rest, paste };
  return { ...rest, remedy: remedyOf(finding, report), ...(hcl === undefined ? {} : { paste: hcl }) };
}

function withValues({ before, after, ...finding }: Finding): object {
  return {
    ...finding,
    ...(before === undefined ? {} : { before: valueOf(before) }),
    ...(after === undefined ? {} : { after: valueOf(after) }),
  };
}

function valueOf(notation: string): ShownValue {
  return isLiteralNotation(notation) ? (JSON.parse(notation) as ShownValue) : { shown: notation };
}
