import type { Command } from "commander";

import { isFolder } from "../../files";
import { releaseBy } from "../../provider";
import { applyApprovals, comparePlan, type Report } from "../../recreation";
import { constraintOfPlan } from "../../terraform";
import {
  checkDraft,
  type ConfigurationFile,
  isScaleway,
  othersNote,
  readConfigurationFile,
  readConfigurationFolder,
} from "../configuration";
import { readInput } from "../input-file";
import {
  type AsyncAction,
  collected,
  printReports,
  reportingCommand,
  type ReportOptions,
  type Streams,
} from "../options";
import { pairedPlans } from "../plan-pairs";
import { UsageError } from "../usage-error";

interface PlanOptions extends ReportOptions {
  readonly config?: readonly string[];
}

/** `kapsule-guard plan`, without what it does. */
export function planCommand(): Command {
  return reportingCommand("plan")
    .description("find what a real plan destroys or replaces, but for what the configuration approves")
    .argument("[plans...]", 'the output of "terraform show -json" or "tofu show -json" of a saved plan')
    .option(
      "--config <file>",
      "a configuration, or a folder of HCL, with its approvals, once for each stack",
      collected,
    )
    .addHelpText(
      "after",
      `
An approval belongs to one stack. A plan is paired with the configuration in whose folder it lies, or whose stack it is
named after (platform.json, platform.tfplan.json, platform/plan.json); one plan and one configuration are a pair. What
cannot be paired is an error.`,
    );
}

export const plan: AsyncAction<PlanOptions> = (files, options, streams) => {
  const { config = [] } = options;
  if (files.length === 0) throw new UsageError('plan needs the output of "terraform show -json PLAN"');
  const plans = files.map((file) => ({ file, content: readInput(file, "plan", ["plan"]) }));
  if (!config.some(isFolder)) return printed(plans, config.map(readConfigurationFile), options, streams);
  return Promise.all(
    config.map((file) =>
      isFolder(file) ? readConfigurationFolder(file) : Promise.resolve(readConfigurationFile(file)),
    ),
  ).then((configurations) => printed(plans, configurations, options, streams));
};

/** A plan, and the file that it is from. */
interface PlanFile {
  readonly file: string;
  readonly content: Record<string, unknown>;
}

function printed(
  plans: readonly PlanFile[],
  configurations: readonly ConfigurationFile[],
  { onMay, format, verbose }: PlanOptions,
  streams: Streams,
): number {
  const reports = pairedPlans(plans, configurations).map(({ file, content, configuration }): Report => {
    if (configuration !== undefined && content.prior_state !== undefined) checkDraft(configuration, content);
    const { findings, affected } = comparePlan(content);
    return {
      subject: configuration === undefined ? file : `${file} of stack ${configuration.stack}`,
      baseline: "the state that Terraform planned over",
      ...providerOf(content),
      onMay,
      ...(configuration?.isHcl === true ? { language: "hcl" as const } : {}),
      ...configuration?.policy,
      ...applyApprovals(findings, configuration?.approvals ?? []),
      affected,
      notes: verbose ? notesOf(content) : [],
    };
  });
  const code = printReports(reports, format, streams);
  const failed = plans.filter(({ content }) => content.errored === true);
  for (const { file } of failed)
    streams.err(`${file}: Terraform could not finish this plan, so that it tells only a part.`);
  return failed.length > 0 ? 1 : code;
}

/** A plan names its provider only where the configuration takes one release alone. */
function providerOf(content: unknown): Pick<Report, "provider"> {
  const { version, isNamed } = releaseBy({ required: constraintOfPlan(content) });
  return isNamed ? { provider: `provider ${version}` } : {};
}

function notesOf(content: unknown): string[] {
  const { resource_changes: changes = [] } = content as { resource_changes?: { type: string }[] };
  const others = changes.filter(({ type }) => !isScaleway(type)).length;
  return others > 0 ? [othersNote(others)] : [];
}
