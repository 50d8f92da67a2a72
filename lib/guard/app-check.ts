import { rmSync } from "node:fs";
import { resolve } from "node:path";

import type { TerraformStack } from "cdktf";
import { isContinuousIntegration, siblingOf } from "kapsule-guard/base";
import { shown, writeFiles } from "kapsule-guard/files";
import {
  type Finding,
  findRemovedStacks,
  isBlocking,
  lockDraft,
  readLockFile,
  type Report,
  type SharedReport,
  textReport,
  together,
} from "kapsule-guard/recreation";
import { readSurroundings } from "kapsule-guard/terraform";
import { listed, printable, printableLines } from "kapsule-guard/text";
import pc from "picocolors";

import { printWarnings } from "./annotations";
import type { GuardedSynthesis } from "./baseline-comparer";
import { Baselines } from "./baselines";
import { checkConfigurations, outputFolderOf } from "./configuration-check";
import { type Examination, Examiner } from "./examination";
import type { GuardedStack } from "./guarded-stack";
import { checkIdentities } from "./identities";
import { leftStacks } from "./left-stack";
import { RecreationError } from "./recreation-error";
import { writeReportFiles } from "./report-files";
import { inReadingOrder } from "./stack-comparisons";
import { readStaged } from "./staged-files";
import type { SynthesisCheck } from "./staged-synthesis";

/** Compares every guarded stack of an app with its lock, and writes the locks when the synth has passed. */
export class AppCheck implements SynthesisCheck {
  private readonly baselines: Baselines;
  private examinations: Examination[] = [];
  private warnings: string[] = [];

  /**
   * @param guards The guarded stacks.
   * @param stacks All stacks of the app.
   */
  constructor(
    private readonly guards: readonly GuardedStack[],
    private readonly stacks: readonly TerraformStack[],
    private readonly ci = isContinuousIntegration(),
  ) {
    this.baselines = new Baselines(new Set(stacks.map(({ node }) => node.id)));
  }

  /**
   * @throws InvalidConfigurationError when the provider would refuse what a stack says
   * @throws PlatformCheckError when Terraform would plan a mistake
   * @throws RecreationError when a stack would lose something, or, in CI, when a lock is missing or behind
   */
  public verify(folderOf: (stack: TerraformStack) => string, skipValidation: boolean): void {
    checkIdentities(this.guards, this.stacks);
    const synthesized = this.guards.map((guard) => synthesisOf(guard, folderOf));
    this.warnings = skipValidation ? [] : checkConfigurations(synthesized);
    const left = leftStacks(this.guards, this.stacks, this.baselines).map((guard) =>
      synthesisOf(guard, folderOf, LEFT),
    );
    const examiner = new Examiner(this.baselines, this.ci);
    this.examinations = inReadingOrder([...synthesized, ...left]).map((each) => examiner.examine(each));
    const stopped = this.examinations.filter(({ report, problems }) => problems.length > 0 || blocks(report));
    if (stopped.length > 0) {
      writeReportFiles(this.examinations);
      const passed = this.examinations.filter((each) => !stopped.includes(each));
      together(passed.map(({ report }) => report)).forEach(print);
      const color = pc.isColorSupported && process.stderr.isTTY;
      throw new RecreationError([
        ...together(stopped.map(({ report }) => report)).map((report) => textReport(report, { color })),
        ...stopped.flatMap(({ problems }) => problems.map(printableLines)),
      ]);
    }
    const removed = this.removedStacks();
    writeReportFiles(this.examinations, removed);
    const reports = [...this.examinations.map(({ report }) => report), ...removed];
    together(reports).forEach(print);
  }

  public commit(): void {
    for (const { guard } of this.examinations) printWarnings(guard.stack);
    for (const warning of this.warnings) console.warn(printableLines(warning));
    if (this.ci) return;
    const changed = this.examinations.flatMap(({ guard, lock, outdated }) =>
      outdated === undefined ? [] : [{ guard, lock, file: outdated }],
    );
    writeFiles(changed.map(({ lock, file }) => lockDraft(file, lock)));
    for (const { guard, file } of changed) this.removeRenamed(guard, file);
    const [first] = changed;
    if (first === undefined) return;
    const one = `stack ${first.lock.stack}: wrote ${shown(first.file)}; commit it.`;
    const all = `wrote ${changed.length} locks: ${listed(changed.map(({ file }) => shown(file)))}; commit them.`;
    console.info(printable(changed.length === 1 ? one : all));
  }

  /** Nothing but the renamed stack's own lock goes, and only from the folder that has the new one. */
  private removeRenamed({ lockFile, options: { renamedFrom } }: GuardedStack, written: string): void {
    if (renamedFrom === undefined) return;
    const earlier = siblingOf(lockFile, renamedFrom);
    if (resolve(earlier) === resolve(written)) return;
    if (readLockFile(earlier)?.stack === renamedFrom) rmSync(earlier);
  }

  /** A stack that may have another name now has stopped the synth before this. */
  private removedStacks(): Report[] {
    return this.baselines.removed(this.guards).map((lock) => ({
      subject: `stack ${lock.stack}`,
      baseline: "its lock at the base, and the stack is not in the app",
      open: findRemovedStacks([lock]),
      approved: [],
      stale: [],
    }));
  }
}

const LEFT =
  "No construct of this stack has a guard any more, and its lock is judged all the same: RecreationGuard.of(stack) keeps it guarded; to give it " +
  "up, remove its lock, which is a finding of that change.";

function synthesisOf(
  guard: GuardedStack,
  folderOf: (stack: TerraformStack) => string,
  ...remarks: readonly string[]
): GuardedSynthesis {
  const { stack } = guard;
  const folder = folderOf(stack);
  const { configuration, notes } = readStaged(guard, folder, outputFolderOf(stack));
  return {
    guard,
    stack,
    configuration,
    surroundings: readSurroundings(configuration, folder),
    notes: [...remarks, ...notes],
  };
}

function blocks(report: Report): boolean {
  return report.open.some((finding: Finding) => isBlocking(finding, report));
}

function print(report: SharedReport): void {
  console.info(textReport(report, { color: pc.isColorSupported && process.stdout.isTTY }));
}
