import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";

import { BaseLocks } from "../../base/base-locks";
import {
  checkLockIdentity,
  type Finding,
  findRecreations,
  findStackChanges,
  type Lock,
  lockOf,
  type ModuleFiles,
  readLockFile,
  readModules,
} from "../../recreation";
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
  base: { type: "string" },
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
  if (values.base !== undefined && lock.length === 0)
    throw new UsageError("check takes --base with --lock: it is the revision whose lock is compared with");
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
    const baseline = baselineOf(current, { lock: lock[i], before: before[i], base: values.base });
    const modules = modulesBeside(file);
    const findings = findRecreations({
      before: baseline.before,
      after: current.configuration,
      modules: { before: before[i] === undefined ? {} : modulesBeside(before[i]), after: modules },
      state: state[i] === undefined ? undefined : readJson(state[i], "state"),
    });
    return {
      subject: file,
      baseline: baseline.from,
      onMay,
      ...current.policy,
      ...applyApprovals([...findings, ...stackFindings(baseline, current, modules)], current.approvals),
      notes: notesOf(current, values.verbose),
    };
  });
  return printReports(reports, values.format, streams);
}

/** What a configuration is compared with. */
interface Baseline {
  readonly before: unknown;
  /** Where it is from, for people. */
  readonly from?: string;
  /** The lock, where it is one. */
  readonly lock?: Lock;
  /** Whether the base revision has the lock, and the working tree has not. */
  readonly missing?: boolean;
}

interface Compared {
  readonly lock: string | undefined;
  readonly before: string | undefined;
  readonly base: string | undefined;
}

/** With the state alone, it tells all that is deployed. */
function baselineOf({ stack }: ConfigurationFile, { lock: file, before, base }: Compared): Baseline {
  if (before !== undefined) return { before: readConfigurationFile(before).configuration, from: before };
  if (file === undefined) return { before: {} };
  const revision = BaseLocks.around(file, { base });
  const atBase = revision?.at(file);
  const lock = atBase ?? readLockFile(file);
  if (lock === undefined) throw new UsageError(`lock ${file}: there is no such file`);
  checkLockIdentity(lock, { stack });
  if (atBase === undefined) return { before: lock, lock, from: `${file} as it is` };
  return { before: lock, lock, from: `${file} at ${revision?.name ?? ""}`, missing: !existsSync(file) };
}

/** What no comparison of resources shows. */
function stackFindings(
  { lock, missing }: Baseline,
  { configuration }: ConfigurationFile,
  modules: ModuleFiles,
): Finding[] {
  if (lock === undefined) return [];
  const after = lockOf(configuration, { stack: lock.stack }, modules);
  return findStackChanges({ before: lock, after, gone: [], lockMissing: missing });
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
