import type { Finding } from "../rules";
import { approvalLine, isBlocking } from "./approval";
import { printableReport } from "./printable-report";
import { comparison, describeAcceptance, describeApproval, type Report, verbOf } from "./report";
import { summary } from "./text";

/** A report for a pull request or a job summary. */
export function markdownReport(given: Report): string {
  const report = printableReport(given);
  const sections = [`### ${escape(comparison(report))}`, escape(summary(report))];
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
  const accept = approval === undefined ? "" : ` To accept it, in the constructor of its stack: ${code(approval)}`;
  const paste = (finding.paste ?? []).map((line) => ` ${code(line)}`).join("");
  return `- ${code(finding.address)}: ${escape(finding.remedy)}${paste}${accept}`;
}

/** Code in a table cell: a backtick or a pipe in an address must not end it. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = runs.length > 0 ? " " : "";
  return `${fence}${pad}${text.replaceAll("|", "\\|").replace(/\s+/g, " ")}${pad}${fence}`;
}

/** Text that is no markup, no HTML, and calls nobody by name. */
function escape(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~]|(?<!\w)_|_(?!\w)/g, "\\$&")
    .replaceAll("@", "&#64;")
    .replace(/\s+/g, " ");
}
