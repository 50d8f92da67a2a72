import { isBlocking } from "./approval";
import type { Report } from "./report";

/** The version of the format, raised when a reader of the old one would be wrong. */
const VERSION = 2;

/** Reports as one JSON document, for other programs. */
export function jsonReport(reports: readonly Report[]): string {
  const document = {
    version: VERSION,
    findings: reports.flatMap((report) =>
      report.open.map((finding) => ({ subject: report.subject, ...finding, blocking: isBlocking(finding, report) })),
    ),
    approved: reports.flatMap(({ subject, approved }) => approved.map((each) => ({ subject, ...each }))),
    staleApprovals: reports.flatMap(({ subject, stale }) => stale.map((approval) => ({ subject, ...approval }))),
    baselines: reports.flatMap(({ subject, baseline }) => (baseline === undefined ? [] : [{ subject, baseline }])),
    notes: reports.flatMap(({ subject, notes = [] }) => notes.map((note) => ({ subject, note }))),
  };
  return JSON.stringify(document, null, 2);
}
