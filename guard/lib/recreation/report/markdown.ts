import { mermaidOf } from "../../drawing";
import type { AffectedResource } from "../prediction";
import { type Finding, subjectName } from "../rules";
import { isBlocking } from "./approval";
import { changeDrawing, losesSomething } from "./change-drawing";
import { type Cause, causesOf } from "./consequences";
import { acceptanceOf, pasteOf, remedyOf } from "./language";
import { printableDrawing, printableReport } from "./printable-report";
import { comparison, describeAcceptance, describeApproval, placeOf, type Report, verbOf } from "./report";
import { summary } from "./text";
import type { SharedReport } from "./together";

/** More than these is a thicket. */
const MOST_NODES = 40;

/** A report for a pull request or a job summary. */
export function markdownReport(given: SharedReport): string {
  const report = printableReport(given);
  const sections = [`### ${escape(comparison(report))}`, escape(summary(report))];
  for (const said of report.brought ?? []) sections.push(`**${escape(`This change ${said}`)}**`);
  const picture = pictureOf(report.affected ?? []);
  if (picture !== undefined) sections.push(picture);
  if (report.open.length > 0) {
    const rows = report.open.map((finding) => row(finding, report));
    sections.push(["| | Resource | What | Attribute | Rule |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"));
    sections.push(
      causesOf(report.open)
        .map((cause) => advice(cause, report))
        .join("\n"),
    );
  }
  for (const { id, level, message, location } of report.problems ?? []) {
    const place = location === undefined ? "" : ` ${code(`${location.file}:${location.line}`)}`;
    sections.push(`- ${level === "error" ? "⛔" : "⚠️"}${place} ${escape(message)} (${code(id)})`);
  }
  for (const accepted of report.approved) {
    const { finding } = accepted;
    sections.push(
      `- approved: ${code(subjectName(finding))} ${verbOf(finding)}. ${escape(describeAcceptance(accepted, report.language))}`,
    );
  }
  for (const approval of report.stale) sections.push(`- stale approval: ${escape(describeApproval(approval))}`);
  for (const note of report.notes ?? []) sections.push(`- ${escape(note)}`);
  return sections.join("\n\n");
}

/** A picture that GitHub and GitLab draw, where something is lost and there is not more than one takes in; the table has all. */
function pictureOf(affected: readonly AffectedResource[]): string | undefined {
  if (!losesSomething(affected)) return undefined;
  const drawing = printableDrawing(changeDrawing(affected));
  return drawing.nodes.length > MOST_NODES ? undefined : `\`\`\`mermaid\n${mermaidOf([drawing])}\n\`\`\``;
}

function row(finding: Finding, report: Report): string {
  const { attribute, before, after, rule, location } = finding;
  const change =
    attribute === undefined && before === undefined
      ? ""
      : code(`${attribute ?? ""}${before === undefined ? "" : `: ${before} -> ${after ?? "null"}`}`);
  const mark = isBlocking(finding, report) ? "⛔" : "⚠️";
  const place = location === undefined ? "" : `<br>${code(placeOf(location))}`;
  return `| ${mark} | ${code(subjectName(finding))}${place} | ${verbOf(finding)} | ${change} | ${code(rule)} |`;
}

function advice(cause: Cause, report: Report): string {
  const { finding, consequences } = cause;
  const accepted = acceptanceOf(finding, report, consequences);
  const accept = accepted === undefined ? "" : ` To accept it, ${accepted.place}:${snippet(accepted.code)}`;
  const paste = pasteOf(finding, report).map(snippet).join("");
  const others = new Set(consequences.map((each) => subjectName(each.finding))).size;
  const along =
    others === 0 ? "" : ` ${others === 1 ? "1 other goes" : `${others} others go`} with it, and are kept with it.`;
  return `- ${code(subjectName(finding))}: ${escape(remedyOf(finding, report))}${escape(along)}${paste}${accept}`;
}

/** Code of one line in the text, of several in a block of the list's item. */
function snippet(text: string): string {
  return text.includes("\n") ? `\n\n  \`\`\`hcl\n${text.replaceAll(/^/gm, "  ")}\n  \`\`\`\n\n ` : ` ${code(text)}`;
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
