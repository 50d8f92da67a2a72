import type { Log, ReportingDescriptor, Result, Run } from "sarif";

import { sha256 } from "../../terraform";
import { printableJson } from "../../text";
import { type Finding, rules, subjectName } from "../rules";
import { isBlocking } from "./approval";
import { acceptanceOf, pasteOf, remedyOf } from "./language";
import { printableReport } from "./printable-report";
import { comparison, describeAcceptance, lossOf, type Report, type ReportedProblem, verbOf } from "./report";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export interface SarifOptions {
  /** Of the tool. */
  readonly version: string;
  /** The path of a file below the root of the repository, which code scanning takes it by. @default - as it is */
  readonly pathOf?: (file: string) => string;
}

/**
 * Reports as one log of the Static Analysis Results Interchange Format 2.1.0, which code scanning shows beside the lines of a pull
 * request. Approved findings are in it as suppressed ones.
 */
export function sarifReport(given: readonly Report[], options: SarifOptions): string {
  const { version, pathOf = (file: string) => file } = options;
  const reports = given.map((report) => printableReport(inRepository(report, pathOf)));
  const run: Run = {
    tool: { driver: { name: "kapsule-guard", version, rules: [...rules.map(descriptorOf), ...checksOf(reports)] } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: reports.map((report) => ({ level: "note", message: { text: comparison(report) } })),
      },
    ],
    results: reports.flatMap((report) => [
      ...report.open.map((finding) => resultOf(report, finding)),
      ...(report.problems ?? []).map((problem) => problemResult(report, problem)),
      ...report.approved.map((accepted) => ({
        ...resultOf(report, accepted.finding),
        suppressions: [{ kind: "inSource" as const, justification: describeAcceptance(accepted, report.language) }],
      })),
    ]),
  };
  const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return printableJson(log);
}

/** The report with the paths of files that code scanning knows. */
function inRepository(report: Report, pathOf: (file: string) => string): Report {
  const placed = <T extends { location?: { file: string } | undefined }>(each: T): T =>
    each.location === undefined ? each : { ...each, location: { ...each.location, file: pathOf(each.location.file) } };
  const { open, approved, problems, place } = report;
  return {
    ...report,
    open: open.map(placed),
    approved: approved.map((each) => ({ ...each, finding: placed(each.finding) })),
    ...(problems === undefined ? {} : { problems: problems.map(placed) }),
    ...(place === undefined ? {} : { place: { ...place, file: pathOf(place.file) } }),
  };
}

function descriptorOf({ id, title, explanation, remedy }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: `${explanation}\n\n${remedy}\n\nkapsule-guard explain ${id}` },
  };
}

/** Descriptors of the checks that found something. */
function checksOf(reports: readonly Report[]): ReportingDescriptor[] {
  const found = reports.flatMap(({ problems = [] }) => problems.map(({ id, title }) => [id, title] as const));
  return [...new Map(found)].map(([id, title]) => ({ id, shortDescription: { text: title } }));
}

function problemResult(report: Report, { id, level, message, location }: ReportedProblem): Result {
  return {
    ruleId: id,
    level,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(location?.file ?? report.subject) },
          region: { startLine: location?.line ?? 1 },
        },
      },
    ],
    partialFingerprints: { "finding/v1": sha256(`${report.subject} ${id} ${message}`) },
  };
}

function resultOf(report: Report, finding: Finding): Result {
  const { rule, path, location } = finding;
  const name = subjectName(finding);
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: isBlocking(finding, report) ? "error" : "warning",
    message: { text: messageOf(report, finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(location?.file ?? report.place?.file ?? report.subject) },
          region: { startLine: location?.line ?? lineOf(report, name) },
        },
        logicalLocations: [{ fullyQualifiedName: path ?? name, name, kind: "resource" }],
      },
    ],
    // One finding stays the same one while lines move.
    partialFingerprints: { "finding/v1": sha256(`${report.subject} ${rule} ${name} ${finding.attribute ?? ""}`) },
  };
}

function messageOf(report: Report, finding: Finding): string {
  const { attribute, before, after } = finding;
  const accepted = acceptanceOf(finding, report);
  const values = before === undefined && after === undefined ? "" : `: ${before ?? "null"} -> ${after ?? "null"}`;
  const loss = lossOf(finding);
  return [
    `${subjectName(finding)} ${verbOf(finding)}.`,
    ...(attribute === undefined ? [] : [`${attribute}${values}.`]),
    ...(loss === undefined ? [] : [loss]),
    remedyOf(finding, report),
    ...pasteOf(finding, report),
    ...(accepted === undefined ? [] : [`To accept it, ${accepted.place}: ${accepted.code}`]),
  ].join(" ");
}

/** The line of a file that names a resource; the first where none does. */
function lineOf({ place }: Report, name: string): number {
  const lines = (place?.text ?? "").split("\n");
  return Math.max(lines.findIndex((line) => line.includes(JSON.stringify(name))) + 1, 1);
}

/** A path of a file as a reference: relative, with slashes, and encoded. */
function uriOf(file: string): string {
  return file
    .replaceAll("\\", "/")
    .replace(/^\.\//, "")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}
