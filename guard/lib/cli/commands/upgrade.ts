import { dirname } from "node:path";

import type { Command } from "commander";

import { releaseBy, releaseNamed, releaseOf, resolvedIn, unknownReleaseNote } from "../../provider";
import {
  applyApprovals,
  describeReleases,
  effectNotes,
  findUpgrade,
  type Lock,
  readLockFile,
  type Report,
} from "../../recreation";
import { readSurroundings, type Surroundings } from "../../terraform";
import { readConfigurationFile } from "../configuration";
import { kindOf, readInput } from "../input-file";
import { type Action, printReports, releaseOption, reportingCommand, type ReportOptions } from "../options";
import { UsageError } from "../usage-error";

interface UpgradeOptions extends ReportOptions {
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
}

/** `kapsule-guard upgrade`, without what it does. */
export function upgradeCommand(): Command {
  return reportingCommand("upgrade")
    .description("find what an upgrade of the Scaleway provider does with code that nobody edits")
    .argument("[file]", "a configuration, such as cdktf.out/stacks/platform/cdk.tf.json, or a lock")
    .option("--from <x.y.z>", "the release that made what exists (default: what the file tells)")
    .option("--to <x.y.z>", "the release to go to")
    .option("--state <file>", "the state, which leaves less in doubt; alone, it is what is deployed")
    .addHelpText(
      "after",
      `
What is lost blocks, as in check. What is changed in place, and what the newer release refuses, is said.`,
    );
}

export const upgrade: Action<UpgradeOptions> = ([file], options, streams) => {
  const { state, onMay } = options;
  if (file === undefined && state === undefined)
    throw new UsageError("upgrade needs a configuration, a lock, or a state with --state");
  if (options.to === undefined) throw new UsageError("upgrade needs --to, the release to go to, such as --to 2.81.0");
  const to = releaseOption("to", options.to);
  const known = state === undefined ? undefined : readInput(state, "state", ["state", "plan"]);
  const content = file === undefined ? undefined : readInput(file, "upgrade", ["configuration", "lock"]);
  const isLock = content !== undefined && kindOf(content) === "lock";
  const configuration = file === undefined || isLock ? undefined : readConfigurationFile(file);
  const lock = isLock ? readLockFile(file ?? "") : undefined;
  const surroundings = configuration && readSurroundings(configuration.configuration, dirname(configuration.file));
  const from =
    options.from === undefined ? releaseIn(file, content, { lock, surroundings }) : releaseOption("from", options.from);
  const effects = findUpgrade({
    from,
    to,
    state: known,
    ...(lock === undefined ? {} : { lock }),
    configuration: configuration?.configuration,
    ...(surroundings === undefined ? {} : { surroundings }),
  });
  const releases = { before: releaseNamed(from), after: releaseNamed(to) };
  const report: Report = {
    subject: file ?? state ?? "",
    baseline: "itself, with nothing edited",
    provider: describeReleases(releases),
    onMay,
    ...configuration?.policy,
    ...applyApprovals(effects.findings, configuration?.approvals ?? []),
    // An approval of an edit is none of this.
    stale: [],
    notes: [
      ...[releases.before, releases.after].flatMap((each) => unknownReleaseNote(each) ?? []),
      ...effectNotes(effects, to),
    ],
  };
  return printReports([report], options.format, streams);
};

/** The release that made what a file tells of, where the file names one. @throws UsageError where it does not */
function releaseIn(
  file: string | undefined,
  content: unknown,
  { lock, surroundings }: { readonly lock: Lock | undefined; readonly surroundings: Surroundings | undefined },
): string {
  const found =
    lock === undefined
      ? releaseOf(content, file === undefined ? undefined : resolvedIn(dirname(file)), surroundings)
      : releaseBy(lock.provider ?? {});
  if (found.isNamed) return found.version;
  const beside = lock === undefined && file !== undefined ? ", and no .terraform.lock.hcl beside it does" : "";
  throw new UsageError(`upgrade needs --from: ${file ?? "a state"} names no release of the provider${beside}`);
}
