import type { Command } from "commander";

import { findRecreationsInPlan } from "../../recreation";
import type { Report } from "../../recreation/report";
import { applyApprovals } from "../../recreation/report/approval";
import { type ConfigurationFile, isScaleway, othersNote, readConfigurationFile } from "../configuration";
import { readInput } from "../input-file";
import { type Action, collected, printReports, reportingCommand, type ReportOptions } from "../options";
import { UsageError } from "../usage-error";

interface PlanOptions extends ReportOptions {
  readonly config?: readonly string[];
}

/** `kapsule-guard plan`, without what it does. */
export function planCommand(): Command {
  return reportingCommand("plan")
    .description("find what a real plan destroys or replaces, but for what the configuration approves")
    .argument("[plans...]", 'the output of "terraform show -json" or "tofu show -json" of a saved plan')
    .option("--config <file>", "the configuration with the approvals, once for each stack", collected);
}

export const plan: Action<PlanOptions> = (files, options, streams) => {
  const { config = [], onMay, format, verbose } = options;
  if (files.length === 0) throw new UsageError('plan needs the output of "terraform show -json PLAN"');
  const configurations = config.map(readConfigurationFile);
  const approvals = configurations.flatMap((each) => each.approvals);
  const policy = policyOfAll(configurations);
  const plans = files.map((file) => ({ file, content: readInput(file, "plan", ["plan"]) }));
  const reports = plans.map(({ file, content }): Report => {
    const notes = verbose ? notesOf(content) : [];
    return { subject: file, onMay, ...policy, ...applyApprovals(findRecreationsInPlan(content), approvals), notes };
  });
  const code = printReports(reports, format, streams);
  const failed = plans.filter(({ content }) => content.errored === true);
  for (const { file } of failed)
    streams.err(`${file}: Terraform could not finish this plan, so that it tells only a part.`);
  return failed.length > 0 ? 1 : code;
};

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
