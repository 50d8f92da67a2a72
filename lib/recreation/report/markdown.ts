import type { Finding } from "../rules/finding";
import { approvalLine, isBlocking } from "./approval";
import { describeAcceptance, describeApproval, type Report, verbOf } from "./report";
import { summary } from "./text";

/** A report for a pull request or a job summary. */
export function markdownReport(report: Report): string {
  const sections = [`### ${escape(summary(report))}`];
  if (report.open.length > 0) {
    const rows = report.open.map((finding) => row(finding, report));
    sections.push(["| | Resource | What | Attribute | Rule |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"));
    sections.push(report.open.map((finding) => advice(finding, report)).join("\n"));
  }
  for (const accepted of report.approved) {
    const { finding } = accepted;
    sections.push(`- approved: ${code(finding.address)} ${verbOf(finding)}. ${escape(describeAcceptance(accepted))}`);
  }
  for (const approval of report.stale) sections.push(`- stale approval: ${escape(describeApproval(approval))}`);
  for (const note of report.notes ?? []) sections.push(`- ${escape(note)}`);
  return sections.join("\n\n");
}

function row(finding: Finding, report: Report): string {
  const { address, attribute, before, after, rule } = finding;
  const change =
    attribute === undefined && before === undefined
      ? ""
      : code(`${attribute ?? ""}${before === undefined ? "" : `: ${before} -> ${after ?? "null"}`}`);
  const mark = isBlocking(finding, report) ? "⛔" : "⚠️";
  return `| ${mark} | ${code(address)} | ${verbOf(finding)} | ${change} | ${code(rule)} |`;
}

function advice(finding: Finding, report: Report): string {
  const approval = isBlocking(finding, report) ? approvalLine(finding) : undefined;
  const accept = approval === undefined ? "" : ` To accept it: ${code(approval)}`;
  return `- ${code(finding.address)}: ${escape(finding.remedy)}${accept}`;
}

/** Code in a table cell: a backtick or a pipe in an address must not end it. */
function code(text: string): string {
  const fence = text.includes("`") ? "``" : "`";
  return `${fence}${text.replaceAll("|", "\\|").replace(/\s+/g, " ")}${fence}`;
}

function escape(text: string): string {
  return text.replace(/[|<>]/g, "\\$&").replace(/\s+/g, " ");
}
