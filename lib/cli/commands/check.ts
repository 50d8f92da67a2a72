import { dirname } from "node:path";
import { parseArgs } from "node:util";

import { checkLockIdentity, findRecreations, type ModuleFiles, readLockFile, readModules } from "../../recreation";
import type { Report } from "../../recreation/report";
import { applyApprovals } from "../../recreation/report/approval";
import { newerProviderNote } from "../../recreation/terraform/newer-provider";
import { type ConfigurationFile, countOthers, othersNote, readConfigurationFile } from "../configuration";
import { readJson } from "../files";
import { checkFormat, onMayOf, parsed, printReports, REPORT_OPTIONS, type Streams } from "../options";
import { UsageError } from "../usage-error";

const OPTIONS = {
  ...REPORT_OPTIONS,
  lock: { type: "string", multiple: true, default: [] as string[] },
  before: { type: "string", multiple: true, default: [] as string[] },
  state: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** `kapsule-guard check`: what would be lost between what is deployed and a configuration. */
export function check(args: string[], streams: Streams): number {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }));
  checkFormat(values.format);
  const onMay = onMayOf(values["on-may"]);
  const { lock, before, state } = values;
  if (positionals.length === 0)
    throw new UsageError("check needs a configuration, such as cdktf.out/stacks/platform/cdk.tf.json");
  if (lock.length > 0 && before.length > 0) throw new UsageError("check takes --lock or --before, not both");
  if (lock.length + before.length + state.length === 0)
    throw new UsageError("check needs --lock, --before or --state to compare with");
  for (const [option, given] of Object.entries({ lock, before, state })) {
    if (given.length > 0 && given.length !== positionals.length) {
      throw new UsageError(
        `check got ${positionals.length} configurations and ${given.length} times --${option}: each needs its own, in the same order`,
      );
    }
  }
  const reports = positionals.map((file, i): Report => {
    const current = readConfigurationFile(file);
    const findings = findRecreations({
      before: baselineOf(current, lock[i], before[i]),
      after: current.configuration,
      modules: { before: before[i] === undefined ? {} : modulesBeside(before[i]), after: modulesBeside(file) },
      state: state[i] === undefined ? undefined : readJson(state[i], "state"),
    });
    return {
      subject: file,
      onMay,
      ...applyApprovals(findings, current.approvals),
      notes: notesOf(current, values.verbose),
    };
  });
  return printReports(reports, values.format, streams);
}

/** With the state alone, it tells all that is deployed. */
function baselineOf({ stack }: ConfigurationFile, lockFile: string | undefined, before: string | undefined): unknown {
  if (before !== undefined) return readConfigurationFile(before).configuration;
  if (lockFile === undefined) return {};
  const lock = readLockFile(lockFile);
  if (lock === undefined) throw new UsageError(`lock ${lockFile}: there is no such file`);
  checkLockIdentity(lock, { stack });
  return lock;
}

/** The local modules of a configuration lie where Terraform runs for it. */
function modulesBeside(file: string): ModuleFiles {
  return readModules(readConfigurationFile(file).configuration, dirname(file));
}

function notesOf({ configuration, file }: ConfigurationFile, verbose: boolean): string[] {
  const others = countOthers(configuration);
  const newer = newerProviderNote(configuration, dirname(file));
  return [...(newer === undefined ? [] : [newer]), ...(verbose && others > 0 ? [othersNote(others)] : [])];
}
