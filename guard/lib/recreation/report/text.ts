import pc from "picocolors";

import { withoutCommands } from "../../text";
import { subjectName } from "../rules";
import { isBlocking } from "./approval";
import { type Cause, causesOf } from "./consequences";
import { acceptanceOf, pasteOf, remedyOf } from "./language";
import { printableReport } from "./printable-report";
import {
  comparison,
  describeAcceptance,
  describeApproval,
  lossOf,
  placeOf,
  type Report,
  type ReportedProblem,
  saysSomething,
  symbolOf,
  verbOf,
} from "./report";
import type { SharedReport } from "./together";
import { treeOf } from "./tree";

/** How a text report looks. */
interface TextOptions {
  /** @default false */
  readonly color?: boolean;
}

/** A report like the output of `terraform plan`: what was compared, what was found, and a summary line. */
export function textReport(given: SharedReport, { color = false }: TextOptions = {}): string {
  const report = printableReport(given);
  const colors = pc.createColors(color);
  const nothingFound = typeof report.baseline === "string" ? " Nothing is lost." : "";
  if (!saysSomething(report)) return withoutCommands(`${comparison(report)}${nothingFound}`);
  const blocks = causesOf(report.open).map((cause) => causeText(cause, report, colors));
  const approved = report.approved.map(
    (accepted) =>
      `  # ${subjectName(accepted.finding)} ${verbOf(accepted.finding)}, which was approved:\n    ${describeAcceptance(accepted, report.language)}`,
  );
  const stale = report.stale.map(
    (approval) =>
      `  ! this approval matches nothing any more, so remove it once its change is applied: ${describeApproval(approval)}`,
  );
  const notes = (report.notes ?? []).map((note) => `  ${note}`);
  const brought = (report.brought ?? []).map((said) => `  + this change ${said}`);
  const problems = (report.problems ?? []).map((problem) => problemText(problem, colors));
  const parts = [
    comparison(report),
    ...brought,
    ...blocks,
    ...problems,
    ...approved,
    ...stale,
    ...notes,
    colors.bold(summary(report)),
  ];
  return withoutCommands(parts.join("\n\n"));
}

function causeText(cause: Cause, report: Report, colors: ReturnType<typeof pc.createColors>): string {
  const { finding } = cause;
  const { path, location, action, attribute, before, after, cause: origin, rule } = finding;
  const blocking = isBlocking(finding, report);
  const paint = blocking ? colors.red : colors.yellow;
  const lines = [`  # ${colors.bold(`${subjectName(finding)} ${verbOf(finding)}`)}`];
  if (path !== undefined) lines.push(`    (construct ${path})`);
  if (location !== undefined) lines.push(`    ${placeOf(location)}`);
  const loss = lossOf(finding);
  if (loss !== undefined) lines.push(`    ${loss}`);
  const changed = change(attribute, before, after);
  if (changed !== "") lines.push(`${paint(symbolOf(action))} ${changed}`);
  if (origin !== undefined) lines.push(`    because of ${origin}`);
  lines.push(`    ${remedyOf(finding, report)}`, ...pasteOf(finding, report).map((line) => indented(line)));
  const accepted = acceptanceOf(finding, report, cause.consequences);
  if (accepted !== undefined) {
    const isLong = accepted.code.includes("\n");
    lines.push(`    To accept it, ${accepted.place}:${isLong ? `\n${indented(accepted.code)}` : ` ${accepted.code}`}`);
  }
  lines.push(colors.dim(`    rule ${rule}; kapsule-guard explain ${rule}`));
  lines.push(...treeOf(cause).map((line) => `    ${line}`));
  return lines.join("\n");
}

function problemText(
  { id, level, message, location }: ReportedProblem,
  colors: ReturnType<typeof pc.createColors>,
): string {
  const paint = level === "error" ? colors.red : colors.yellow;
  const lines = [`  # ${paint(level)}: ${message}`];
  if (location !== undefined) lines.push(`    ${location.file}:${location.line}`);
  lines.push(colors.dim(`    check ${id}`));
  return lines.join("\n");
}

function indented(code: string): string {
  return code.replaceAll(/^/gm, "      ");
}

function change(attribute: string | undefined, before: string | undefined, after: string | undefined): string {
  const values = before === undefined && after === undefined ? [] : [`${before ?? "null"} -> ${after ?? "null"}`];
  return [...(attribute === undefined ? [] : [attribute]), ...values].join(" = ");
}

/** One line with the numbers, like Terraform's "Plan: …". */
export function summary(report: SharedReport): string {
  const { subject, open, approved, stale, problems = [], of = 1 } = report;
  const errors = problems.filter(({ level }) => level === "error").length;
  const blocking = open.filter((finding) => isBlocking(finding, report)).length + errors;
  const others = open.length + problems.length - blocking;
  return `${subject}${of === 1 ? "" : ", in each"}: ${blocking} blocking, ${others} ${others === 1 ? "warning" : "warnings"}, ${approved.length} approved, ${stale.length} stale approvals.`;
}
