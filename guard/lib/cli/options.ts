import { Command, Option } from "commander";

import { pathInRepository } from "../base";
import { packageVersion } from "../files";
import {
  isBlocking,
  jsonReport,
  junitReport,
  markdownReport,
  type Report,
  sarifReport,
  textReport,
  together,
} from "../recreation";
import { UsageError } from "./usage-error";

/** Where a command writes, and whether colours are welcome there. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly color: boolean;
}

/** What a command does with its arguments and options; it returns the exit code. */
export type Action<Options> = (files: readonly string[], options: Options, streams: Streams) => number;
/** The same, for a command that may wait for something. */
export type AsyncAction<Options> = (...given: Parameters<Action<Options>>) => number | Promise<number>;

const FORMATS = ["text", "json", "markdown", "sarif", "junit"] as const;
/** How findings can be printed. */
type ReportFormat = (typeof FORMATS)[number];

/** Options of every command that reports. */
export interface ReportOptions {
  readonly format: ReportFormat;
  readonly onMay: "warn" | "fail";
  readonly verbose: boolean;
}

/** A command with the options of all that report. */
export function reportingCommand(name: string): Command {
  return new Command(name)
    .addOption(new Option("--format <format>", "how to print findings").choices(FORMATS).default("text"))
    .addOption(
      new Option("--on-may <word>", "whether what only may happen blocks").choices(["warn", "fail"]).default("warn"),
    )
    .option("--verbose", "say what was not looked at", false);
}

/** For an option that is given once for each of several files. */
export function collected(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** A release that an option names. @throws UsageError for anything else */
export function releaseOption(option: string, value: string): string {
  const [, version] = /^v?(\d+\.\d+\.\d+)$/.exec(value) ?? [];
  if (version === undefined)
    throw new UsageError(`--${option} must be a release such as 2.81.0, got ${JSON.stringify(value)}`);
  return version;
}

/** Prints reports and returns the exit code: 1 where a finding blocks, or a problem is an error. */
export function printReports(
  reports: readonly Report[],
  format: ReportOptions["format"],
  { out, color }: Streams,
): number {
  out(FORMATTERS[format](reports, color));
  return reports.some(isStopped) ? 1 : 0;
}

function isStopped(report: Report): boolean {
  const { open, problems = [] } = report;
  return open.some((finding) => isBlocking(finding, report)) || problems.some(({ level }) => level === "error");
}

const FORMATTERS: Readonly<Record<ReportFormat, (reports: readonly Report[], color: boolean) => string>> = {
  json: jsonReport,
  junit: junitReport,
  markdown: (reports) => together(reports).map(markdownReport).join("\n\n"),
  sarif: (reports) => sarifReport(reports, { version: packageVersion(), pathOf: pathInRepository }),
  text: (reports, color) =>
    together(reports)
      .map((report) => textReport(report, { color }))
      .join("\n\n"),
};
