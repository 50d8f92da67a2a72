import type { Report } from "../recreation/report";
import { jsonReport, markdownReport, textReport } from "../recreation/report";
import { isBlocking } from "../recreation/report/approval";
import { UsageError } from "./usage-error";

/** Where a command writes, and whether colours are welcome there. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly color: boolean;
}

/** Options of every command that reports. */
export const REPORT_OPTIONS = {
  format: { type: "string", default: "text" },
  "on-may": { type: "string", default: "warn" },
  verbose: { type: "boolean", default: false },
} as const;

/**
 * Parses the arguments of a command, with an error for people.
 *
 * @throws UsageError for unknown or incomplete options
 */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** How a finding that only may happen counts. @throws UsageError for another word */
export function onMayOf(word: string): "warn" | "fail" {
  if (word === "warn" || word === "fail") return word;
  throw new UsageError(`--on-may must be warn or fail, got "${word}"`);
}

/** Refuses a format before any work is done. @throws UsageError for an unknown one */
export function checkFormat(format: string): void {
  if (!["text", "json", "markdown"].includes(format)) {
    throw new UsageError(`--format must be text, json or markdown, got "${format}"`);
  }
}

/** Prints reports and returns the exit code: 1 where a finding blocks. */
export function printReports(reports: readonly Report[], format: string, { out, color }: Streams): number {
  if (format === "json") out(jsonReport(reports));
  else if (format === "markdown") out(reports.map((report) => markdownReport(report)).join("\n\n"));
  else out(reports.map((report) => textReport(report, { color })).join("\n\n"));
  return reports.some((report) => report.open.some((finding) => isBlocking(finding, report))) ? 1 : 0;
}
