import type { Log, ReportingDescriptor, Result, Run } from "sarif";

import { sha256 } from "../../terraform";
import { printableJson } from "../../text";
import { type Finding, rules } from "../rules";
import { approvalLine, isBlocking } from "./approval";
import { printableReport } from "./printable-report";
import { comparison, describeAcceptance, lossOf, type Report, verbOf } from "./report";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * Reports as one log of the Static Analysis Results Interchange Format 2.1.0, which code scanning shows beside the lines of a pull
 * request. Approved findings are in it as suppressed ones.
 */
export function sarifReport(given: readonly Report[], version: string): string {
  const reports = given.map(printableReport);
  const run: Run = {
    tool: { driver: { name: "kapsule-guard", version, rules: rules.map(descriptorOf) } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: reports.map((report) => ({ level: "note", message: { text: comparison(report) } })),
      },
    ],
    results: reports.flatMap((report) => [
      ...report.open.map((finding) => resultOf(report, finding)),
      ...report.approved.map((accepted) => ({
        ...resultOf(report, accepted.finding),
        suppressions: [{ kind: "inSource" as const, justification: describeAcceptance(accepted) }],
      })),
    ]),
  };
  const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return printableJson(log);
}

function descriptorOf({ id, title, explanation, remedy }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: `${explanation}\n\n${remedy}\n\nkapsule-guard explain ${id}` },
  };
}

function resultOf(report: Report, finding: Finding): Result {
  const { rule, address, path } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: isBlocking(finding, report) ? "error" : "warning",
    message: { text: messageOf(report, finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(report.place?.file ?? report.subject) },
          region: { startLine: lineOf(report, address) },
        },
        logicalLocations: [{ fullyQualifiedName: path ?? address, name: address, kind: "resource" }],
      },
    ],
    // One finding stays the same one while lines move.
    partialFingerprints: { "finding/v1": sha256(`${report.subject} ${rule} ${address} ${finding.attribute ?? ""}`) },
  };
}

function messageOf(report: Report, finding: Finding): string {
  const { address, attribute, before, after, remedy, paste = [] } = finding;
  const approval = isBlocking(finding, report) ? approvalLine(finding) : undefined;
  const values = before === undefined && after === undefined ? "" : `: ${before ?? "null"} -> ${after ?? "null"}`;
  const loss = lossOf(finding);
  return [
    `${address} ${verbOf(finding)}.`,
    ...(attribute === undefined ? [] : [`${attribute}${values}.`]),
    ...(loss === undefined ? [] : [loss]),
    remedy,
    ...paste,
    ...(approval === undefined ? [] : [`To accept it, in the constructor of its stack: ${approval}`]),
  ].join(" ");
}

/** The line of a file that names a resource; the first where none does. */
function lineOf({ place }: Report, address: string): number {
  const lines = (place?.text ?? "").split("\n");
  return Math.max(lines.findIndex((line) => line.includes(JSON.stringify(address))) + 1, 1);
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
