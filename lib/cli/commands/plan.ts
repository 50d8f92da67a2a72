import { parseArgs } from "node:util";

import { findRecreationsInPlan } from "../../recreation";
import type { Report } from "../../recreation/report";
import { applyApprovals } from "../../recreation/report/approval";
import { type ConfigurationFile, isScaleway, othersNote, readConfigurationFile } from "../configuration";
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
  const configurations = values.config.map(readConfigurationFile);
  const approvals = configurations.flatMap((each) => each.approvals);
  const policy = policyOfAll(configurations);
  const reports = positionals.map((file): Report => {
    const content = readJson(file, "plan");
    const notes = values.verbose ? notesOf(content) : [];
    return { subject: file, onMay, ...policy, ...applyApprovals(findRecreationsInPlan(content), approvals), notes };
  });
  return printReports(reports, values.format, streams);
}

/** A plan may be of any of the configurations, so that only what all say holds. */
function policyOfAll(configurations: readonly ConfigurationFile[]): ConfigurationFile["policy"] {
  const isSaid = (of: (policy: ConfigurationFile["policy"]) => boolean): boolean =>
    configurations.length > 0 && configurations.every(({ policy }) => of(policy));
  return {
    ...(isSaid(({ development }) => development === true) ? { development: true } : {}),
    ...(isSaid(({ stateful }) => stateful === "warn") ? { stateful: "warn" } : {}),
  };
}

function notesOf(content: unknown): string[] {
  const { resource_changes: changes = [] } = content as { resource_changes?: { type: string }[] };
  const others = changes.filter(({ type }) => !isScaleway(type)).length;
  return others > 0 ? [othersNote(others)] : [];
}
