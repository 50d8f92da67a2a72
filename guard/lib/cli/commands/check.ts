import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";

import type { Command } from "commander";

import {
  type Base,
  baselineOf,
  baselineOfState,
  BaseLocks,
  behindNotes,
  fromOtherState,
  lockFileOfState,
  NOTHING_YET,
  ofDraft,
  type StackBaseline,
} from "../../base";
import { ifReadable, isFolder, readText } from "../../files";
import { resolvedIn, unknownReleaseNote } from "../../provider";
import {
  applyApprovals,
  compareConfigurations,
  describeReleases,
  type Finding,
  findStackChanges,
  largestLock,
  type Lock,
  lockOf,
  type NothingCompared,
  type ProviderVersions,
  type ReleasesInUse,
  releasesOf,
  type Report,
  upgradeNotes,
} from "../../recreation";
import { readSurroundings, stateNameOf, type Surroundings } from "../../terraform";
import { checkDraft, type ConfigurationFile, countOthers, othersNote, readConfigurationFile } from "../configuration";
import { defaultLockOf } from "../default-lock";
import { kindOf, readInput } from "../input-file";
import { type Action, type AsyncAction, collected, printReports, releaseOption, reportingCommand } from "../options";
import { UsageError } from "../usage-error";
import { checkFolders, type FolderOptions } from "./check-folders";

interface CheckOptions extends FolderOptions {
  readonly lock?: readonly string[];
  readonly before?: readonly string[];
}

/** `kapsule-guard check`, without what it does. */
export function checkCommand(): Command {
  return reportingCommand("check")
    .description("find what would be lost between what is deployed and a configuration")
    .argument(
      "[folders or configurations...]",
      "folders of HCL, such as infra, or Terraform JSON, such as cdktf.out/stacks/platform/cdk.tf.json",
    )
    .option("--lock <file>", "the lock of what is deployed, as the base revision has it", collected)
    .option("--base <revision>", "the revision that the changes are made to, such as origin/main")
    .option("--before <file>", "the configuration that is deployed, or a lock as it is", collected)
    .option("--state <file>", "the state, which leaves less in doubt; alone, it is what is deployed", collected)
    .option("--var-file <file>", "values of variables, of a folder; it is checked once for each", collected)
    .option("--var <name=value>", "the value of a variable, of a folder", collected)
    .option("--workspace <name>", "what terraform.workspace is, of a folder; it is checked once for each", collected)
    .option("--modules <folder>", "what terraform init fetched for the base revision: a copy of .terraform/modules")
    .option("--provider-version <x.y.z>", "the release of the Scaleway provider, where no file names it")
    .addHelpText(
      "after",
      `
Folders are compared with the base revision, which git has: --base, or what is said below. Without any, all folders below
the current one are checked in which Terraform runs and something differs. --var-file takes several files that are layered
with commas between them.

--lock compares with the lock as the base revision has it: --base, KAPSULE_GUARD_BASE, the target of the pull
request, or where the branch left the default branch, in this order; on a developer's machine HEAD where there is no
such branch, and the file itself outside of git. In a pipeline, a base that cannot be proved is an error. A lock that
moved is found by the id of its stack.
Without any of them, the lock of cdktf.out/stacks/<name>/cdk.tf.json is recreation-locks/<name>.json.
With several configurations, --lock, --before and --state are given once for each, in the same order.`,
    );
}

/** Checks folders of HCL, or files of Terraform JSON. */
export const check: AsyncAction<CheckOptions> = (given, options, streams) => {
  const folders = given.filter(isFolder);
  const { lock = [], before = [] } = options;
  const missing = given.find((path) => !existsSync(path));
  const isFolders = lock.length + before.length === 0 && !given.some((path) => path.endsWith(".json"));
  if (missing !== undefined && isFolders) throw new UsageError(`${missing}: there is no such folder`);
  const hcl = given.find((path) => /\.(?:tf|tofu)$/.test(path));
  if (hcl !== undefined)
    throw new UsageError(`${hcl} is one file of a configuration: give its folder, ${dirname(hcl)}`);
  if (given.length === 0 ? lock.length + before.length > 0 : folders.length === 0)
    return checkFiles(given, options, streams);
  if (folders.length < given.length)
    throw new UsageError("check takes folders or files: run it once for the folders, and once for the files");
  if (lock.length + before.length > 0)
    throw new UsageError("check compares folders with what git has: it takes --base, and neither --lock nor --before");
  return checkFolders(folders, options).then((reports) => {
    if (reports.length > 0 || options.format !== "text") return printReports(reports, options.format, streams);
    streams.out("Nothing has changed in any folder in which Terraform runs.");
    return 0;
  });
};

const checkFiles: Action<CheckOptions> = (files, options, streams) => {
  const { before = [], state = [], base, onMay } = options;
  if (files.length === 0)
    throw new UsageError("check needs a configuration, such as cdktf.out/stacks/platform/cdk.tf.json");
  const configurations = files.map(readConfigurationFile);
  const lock = options.lock ?? (before.length + state.length > 0 ? [] : locksOf(configurations));
  if (lock.length > 0 && before.length > 0) throw new UsageError("check takes --lock or --before, not both");
  if (base !== undefined && lock.length === 0)
    throw new UsageError("check takes --base with --lock: it is the revision whose lock is compared with");
  for (const [option, given] of Object.entries({ lock, before, state })) {
    if (given.length > 0 && given.length !== files.length) {
      throw new UsageError(
        `check got ${files.length} configurations and ${given.length} times --${option}: each needs its own, in the same order`,
      );
    }
  }
  const reports = configurations.map((current, i): Report => {
    const { file } = current;
    const baseline = baselineFor(current, { lock: lock[i], before: before[i], state: state[i], base });
    const surroundings = readSurroundings(current.configuration, dirname(file));
    const known = state[i] === undefined ? undefined : readInput(state[i], "state", ["state", "plan"]);
    if (known !== undefined) checkDraft(current, known);
    const provider = versionsFor(current, baseline, options.providerVersion);
    const compared = {
      before: baseline.before,
      after: current.configuration,
      surroundings: { before: baseline.surroundings, after: surroundings },
    };
    const releases = releasesOf(compared.before, compared.after, provider, compared.surroundings);
    const isCompared = baseline.ofNothing !== true;
    const { findings, affected } = isCompared
      ? compareConfigurations({ ...compared, state: known, provider })
      : { findings: [], affected: [] };
    return {
      subject: file,
      baseline: withState(baseline.from, state[i], before[i] ?? lock[i]),
      ...(isCompared ? { provider: describeReleases(releases) } : {}),
      ...placeOf(lock[i]),
      onMay,
      ...current.policy,
      ...applyApprovals([...findings, ...stackFindings(baseline, current, surroundings)], current.approvals),
      affected,
      notes: [
        ...(baseline.notes ?? []),
        ...(isCompared ? upgradeNotes(releases, baseline.before, current.configuration, surroundings) : []),
        ...notesOf(current, releases, options.verbose),
      ],
    };
  });
  return printReports(reports, options.format, streams);
};

/** The locks of synthesized stacks. @throws UsageError for a configuration that no app has made */
function locksOf(configurations: readonly ConfigurationFile[]): string[] {
  return configurations.map((configuration) => {
    const lock = defaultLockOf(configuration);
    if (lock === undefined)
      throw new UsageError(`check needs --lock, --before or --state to compare ${configuration.file} with`);
    return lock;
  });
}

/** What a configuration is compared with. */
interface Baseline {
  readonly before: unknown;
  /** Where it is from, for people. */
  readonly from: string | NothingCompared;
  /** What it is evaluated with. */
  readonly surroundings?: Surroundings;
  /** The lock, where it is one. */
  readonly lock?: Lock;
  /** Whether the base revision has the lock, and the working tree has not. */
  readonly missing?: boolean;
  /** What else there is to say of it. */
  readonly notes?: readonly string[];
  /** The version of the provider that `terraform init` had chosen for it. */
  readonly resolved?: string | undefined;
  /** Whether nothing is compared: the lock is new, or that of another state. */
  readonly ofNothing?: true;
}

interface Compared {
  readonly lock: string | undefined;
  readonly before: string | undefined;
  readonly state: string | undefined;
  readonly base: string | undefined;
}

function withState(from: Baseline["from"], state: string | undefined, other: string | undefined): Baseline["from"] {
  if (state === undefined || other === undefined || typeof from !== "string") return from;
  return `${from}, with the state ${state}`;
}

/** With the state alone, it tells all that is deployed. */
function baselineFor(current: ConfigurationFile, { lock: file, before, state, base }: Compared): Baseline {
  if (before !== undefined) {
    const content = readInput(before, "--before", ["configuration", "lock"]);
    return {
      before: content,
      from: before,
      surroundings: kindOf(content) === "lock" ? {} : readSurroundings(content, dirname(before)),
      resolved: kindOf(content) === "lock" ? undefined : resolvedBeside(before, current.file),
    };
  }
  if (file === undefined) return { before: {}, from: `the state ${state ?? ""}` };
  const around = BaseLocks.around(file, { base, app: current.file });
  if (around === "unjudged") {
    throw new UsageError(
      "KAPSULE_GUARD_BASE is none, which is for runs that only build: check compares, and needs a base",
    );
  }
  if (current.policy.state === "none") return { before: {}, from: NOTHING_YET, ofNothing: true };
  const found = baselineOf({ stack: current.stack, file }, around);
  if (found.lock === undefined) {
    if (typeof around === "string" || !existsSync(file)) throw new UsageError(`lock ${file}: there is no such file`);
    return { before: {}, from: found.from, ofNothing: true };
  }
  const own = state === undefined ? ofItsState(current, found, found.lock, around) : lockBaseline(found, found.lock);
  return { ...own, resolved: typeof around === "string" ? undefined : around.resolvedIn(dirname(current.file)) };
}

/** A configuration in the folder of the other one has no choice of versions of its own. */
function resolvedBeside(before: string, after: string): string | undefined {
  const folder = dirname(before);
  return resolve(folder) === resolve(dirname(after)) ? undefined : resolvedIn(folder);
}

/** A lock is that of one state, and tells nothing of what another one has. */
function ofItsState(current: ConfigurationFile, found: StackBaseline, lock: Lock, base: Base): Baseline {
  const now = stateOf(current) ?? null;
  if (lock.backend === now || current.policy.state === "moved" || found.file === undefined)
    return lockBaseline(found, lock);
  const own = baselineOfState(current.stack, lockFileOfState(found.file, now), now, base);
  if (own?.lock !== undefined) return lockBaseline(own, own.lock);
  return { before: lock, lock, from: fromOtherState(lock, now), ofNothing: true };
}

function lockBaseline(found: StackBaseline, lock: Lock): Baseline {
  const { from, missing } = found;
  if (lock.draft === true) return { before: lock, from: ofDraft(found), ofNothing: true };
  return { before: lock, lock, from, missing, notes: behindNotes(found) };
}

function stateOf({ configuration, file }: ConfigurationFile): string | undefined {
  return stateNameOf(configuration, dirname(file));
}

/** Findings are shown beside the lock, which a pull request has; its text tells the lines. */
function placeOf(lock: string | undefined): Pick<Report, "place"> {
  if (lock === undefined) return {};
  // What lies there may be anything: only its lines are asked for.
  const text = ifReadable(() => readText(lock, { largest: largestLock }));
  return { place: { file: lock, ...(text === undefined ? {} : { text }) } };
}

/** The releases by which a configuration is judged: the one that is given, else those that `terraform init` chose, at the base and now. */
function versionsFor({ file }: ConfigurationFile, { resolved }: Baseline, given: string | undefined): ProviderVersions {
  if (given === undefined) return { chosen: { before: resolved, after: resolvedIn(dirname(file)) } };
  const version = releaseOption("provider-version", given);
  return { before: version, after: version };
}

/** What no comparison of resources shows. */
function stackFindings({ lock, missing }: Baseline, current: ConfigurationFile, surroundings: Surroundings): Finding[] {
  if (lock === undefined) return [];
  const after = lockOf(current.configuration, { stack: lock.stack, backend: stateOf(current) }, surroundings);
  return findStackChanges({ before: lock, after, gone: [], lockMissing: missing });
}

function notesOf({ configuration }: ConfigurationFile, { after }: ReleasesInUse, verbose: boolean): string[] {
  const others = countOthers(configuration);
  const newer = unknownReleaseNote(after);
  return [...(newer === undefined ? [] : [newer]), ...(verbose && others > 0 ? [othersNote(others)] : [])];
}
