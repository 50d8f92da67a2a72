import { parseArgs } from "node:util";

import { findRecreationsInPlan } from "../../recreation";
import type { Report } from "../../recreation/report";
import { applyApprovals } from "../../recreation/report/approval";
import { isScaleway, othersNote, readConfigurationFile } from "../configuration";
import { readJson } from "../files";
import { checkFormat, onMayOf, parsed, printReports, REPORT_OPTIONS, type Streams } from "../options";
import { UsageError } from "../usage-error";

const OPTIONS = { ...REPORT_OPTIONS, config: { type: "string", multiple: true, default: [] as string[] } } as const;

/** `kapsule-guard plan`: what a real plan destroys or replaces, but for what the configuration approves. */
export function plan(args: string[], streams: Streams): number {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }));
  checkFormat(values.format);
  const onMay = onMayOf(values["on-may"]);
  if (positionals.length === 0) throw new UsageError('plan needs the output of "terraform show -json PLAN"');
  const approvals = values.config.flatMap((file) => readConfigurationFile(file).approvals);
  const reports = positionals.map((file): Report => {
    const content = readJson(file, "plan");
    const notes = values.verbose ? notesOf(content) : [];
    return { subject: file, onMay, ...applyApprovals(findRecreationsInPlan(content), approvals), notes };
  });
  return printReports(reports, values.format, streams);
}

function notesOf(content: unknown): string[] {
  const { resource_changes: changes = [] } = content as { resource_changes?: { type: string }[] };
  const others = changes.filter(({ type }) => !isScaleway(type)).length;
  return others > 0 ? [othersNote(others)] : [];
}
