import { dirname, join } from "node:path";

import type { Command } from "commander";

import { isCommitted } from "../../base";
import { isFolder } from "../../files";
import { LOCK_FILE, resolvedIn } from "../../provider";
import {
  applyApprovals,
  findRecreations,
  type Lock,
  LockError,
  lockOf,
  readLockFile,
  serializeLock,
  writeLockFile,
} from "../../recreation";
import { readSurroundings, stateNameOf } from "../../terraform";
import { countResources, isScaleway, readConfigurationFile } from "../configuration";
import { readInput } from "../input-file";
import { type Action, printReports, reportingCommand, type ReportOptions } from "../options";
import { UsageError } from "../usage-error";

interface LockOptions extends ReportOptions {
  readonly out?: string;
  readonly state?: string;
  readonly stack?: string;
  readonly allowEmpty: boolean;
}

/** `kapsule-guard lock`, without what it does. */
export function lockCommand(): Command {
  return reportingCommand("lock")
    .description("write down what a configuration stands for; with a state, only if it is what is deployed")
    .argument("[configuration...]", "Terraform JSON, such as cdktf.out/stacks/platform/cdk.tf.json")
    .option("--out <file>", "where to write it; - is standard output")
    .option("--state <file>", "the state that the configuration has to be the same as")
    .option("--stack <id>", "the id of the stack (default: what CDKTF says, else the name of the folder)")
    .option("--allow-empty", "write a lock for a configuration without Scaleway resources, too", false);
}

export const lock: Action<LockOptions> = (files, options, streams) => {
  const [file, ...others] = files;
  const { out: target } = options;
  if (file === undefined || others.length > 0) throw new UsageError("lock takes one configuration");
  if (isFolder(file) || /\.(?:tf|tofu)$/.test(file)) {
    throw new UsageError(
      `${file}: HCL needs no lock, as git has what it was: kapsule-guard check ${isFolder(file) ? file : dirname(file)} compares it with the base revision. A lock is written of Terraform JSON`,
    );
  }
  if (target === undefined) throw new UsageError("lock needs --out FILE to write to");
  const { configuration, stack, approvals, policy } = readConfigurationFile(file);
  const surroundings = readSurroundings(configuration, dirname(file));
  if (options.state !== undefined) {
    const state = readInput(options.state, "state", ["state", "plan"]);
    const findings = findRecreations({
      before: {},
      after: configuration,
      state,
      surroundings: { after: surroundings },
    });
    const report = {
      subject: file,
      baseline: `the state ${options.state}`,
      onMay: options.onMay,
      ...policy,
      ...applyApprovals(findings, approvals),
    };
    if (report.open.length > 0 && printReports([report], options.format, streams) > 0) {
      streams.err(`${target} was not written: ${file} is not what the state has.`);
      return 1;
    }
  }
  const folder = dirname(file);
  const identity = {
    stack: options.stack ?? stack,
    backend: stateNameOf(configuration, folder),
    resolved: isCommitted(join(folder, LOCK_FILE)) ? resolvedIn(folder) : undefined,
  };
  const written = lockOf(configuration, identity, surroundings);
  const called = Object.keys((configuration as { module?: object }).module ?? {}).length;
  if (countResources(configuration, isScaleway) + called === 0 && !options.allowEmpty) {
    throw new UsageError(
      `${file} has no Scaleway resources, so that there is nothing to lock; --allow-empty writes it all the same`,
    );
  }
  if (target === "-") {
    streams.out(serializeLock(written).trimEnd());
    return 0;
  }
  checkIsOfStack(target, written.stack);
  writeLockFile(target, written);
  streams.err(`wrote ${target}: ${Object.keys(written.resources).length} resources of stack ${written.stack}.`);
  return 0;
};

/** What another stack's lock says is nowhere else. One that cannot be read is written anew. */
function checkIsOfStack(file: string, stack: string): void {
  let before: Lock | undefined;
  try {
    before = readLockFile(file);
  } catch (error) {
    if (error instanceof LockError) return;
    throw error;
  }
  if (before === undefined || before.stack === stack) return;
  throw new UsageError(
    `${file} is the lock of stack ${JSON.stringify(before.stack)}, and is not written over by that of ${JSON.stringify(stack)}: name another file`,
  );
}
