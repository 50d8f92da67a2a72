import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";

import type { TerraformStack } from "cdktf";
import pc from "picocolors";

import { isContinuousIntegration } from "../base/continuous-integration";
import {
  type Finding,
  findRemovedStacks,
  findStackChanges,
  type Lock,
  lockOf,
  readModules,
  writeLockFile,
} from "../recreation";
import { type Report, textReport } from "../recreation/report";
import { applyApprovals, isBlocking } from "../recreation/report/approval";
import { newerProviderNote } from "../recreation/terraform/newer-provider";
import { printWarnings } from "./annotations";
import { Baselines, shown, siblingOf, type StackBaseline } from "./baselines";
import { checkConfigurations, outputFolderOf, type SynthesizedStack } from "./configuration-check";
import type { GuardedStack } from "./guarded-stack";
import { checkReplaceable, isWritten, lockProblem } from "./lock-file";
import { RecreationError } from "./recreation-error";
import { inReadingOrder, StackComparisons } from "./stack-comparisons";
import type { SynthesisCheck } from "./staged-synthesis";

/** What was found about one stack, and the lock that its synth would leave. */
interface Examination {
  readonly guard: GuardedStack;
  readonly report: Report;
  readonly lock: Lock;
  /** Whether the lock file has to change. */
  readonly outdated: boolean;
  /** What is wrong with the lock file itself, where it may not be written. */
  readonly problem?: string;
}

/** Compares every guarded stack of an app with its lock, and writes the locks when the synth has passed. */
export class AppCheck implements SynthesisCheck {
  private readonly baselines: Baselines;
  private readonly comparisons = new StackComparisons();
  private examinations: Examination[] = [];
  private warnings: string[] = [];

  /** @param stacks Ids of the app's stacks. */
  constructor(
    private readonly guards: readonly GuardedStack[],
    stacks: ReadonlySet<string>,
    private readonly ci = isContinuousIntegration(),
  ) {
    this.baselines = new Baselines(stacks);
  }

  /**
   * @throws InvalidConfigurationError when the provider would refuse what a stack says
   * @throws PlatformCheckError when Terraform would plan a mistake
   * @throws RecreationError when a stack would lose something, or, in CI, when a lock is missing or behind
   */
  public verify(folderOf: (stack: TerraformStack) => string, skipValidation: boolean): void {
    const synthesized = this.guards.map((guard) => {
      const configuration = guard.takeSynthesized();
      const { stack } = guard;
      return { guard, stack, configuration, modules: readModules(configuration, folderOf(stack)) };
    });
    this.warnings = skipValidation ? [] : checkConfigurations(synthesized);
    this.examinations = inReadingOrder(synthesized).map((each) => this.examine(each.guard, each));
    const stopped = this.examinations.filter(({ report, problem }) => problem !== undefined || blocks(report));
    if (stopped.length > 0) {
      for (const { report } of this.examinations.filter((each) => !stopped.includes(each))) print(report);
      throw new RecreationError(
        stopped.map(({ report, problem }) =>
          [textReport(report), problem].filter((part) => part !== undefined).join("\n\n"),
        ),
      );
    }
    const reports = [...this.examinations.map(({ report }) => report), ...this.removedStacks()];
    reports.forEach(print);
  }

  public commit(): void {
    for (const { guard } of this.examinations) printWarnings(guard.stack);
    for (const warning of this.warnings) console.warn(warning);
    if (this.ci) return;
    for (const { guard, lock, outdated } of this.examinations) {
      if (!outdated) continue;
      mkdirSync(dirname(guard.lockFile), { recursive: true });
      writeLockFile(guard.lockFile, lock);
      const { renamedFrom } = guard.options;
      const earlier = renamedFrom === undefined ? undefined : siblingOf(guard.lockFile, renamedFrom);
      if (earlier !== undefined && earlier !== guard.lockFile) rmSync(earlier, { force: true });
      console.info(`stack ${lock.stack}: wrote ${shown(guard.lockFile)}; commit it.`);
    }
  }

  /** A stack that has another name now is told by the report of that one. */
  private removedStacks(): Report[] {
    const told = new Set(this.examinations.flatMap(({ report }) => report.open.map(({ address }) => address)));
    const gone = this.baselines.removed(this.guards).filter(({ stack }) => !told.has(`stack ${stack}`));
    return gone.map((lock) => ({
      subject: `stack ${lock.stack}`,
      open: findRemovedStacks([lock]),
      approved: [],
      stale: [],
    }));
  }

  private examine(guard: GuardedStack, { configuration, modules }: SynthesizedStack): Examination {
    const { lockFile, options } = guard;
    const stack = guard.stack.node.id;
    const lock = lockOf(configuration, { stack }, modules);
    const outdated = !isWritten(lock, lockFile);
    const baseline = this.baselines.of(guard, outdated ? undefined : lock);
    if (outdated && !this.ci) checkReplaceable(lockFile);
    const before = baseline.lock;
    const change = { before, after: lock, lockMissing: baseline.missing };
    const findings =
      before === undefined
        ? findStackChanges({ ...change, gone: this.baselines.gone(guard) })
        : [
            ...this.comparisons.compare({ before, after: lock, configuration, modules }),
            ...findStackChanges({ ...change, gone: [] }),
          ];
    return {
      guard,
      lock,
      outdated,
      report: {
        subject: `stack ${stack}`,
        baseline: baseline.from,
        onMay: options.onMay,
        stateful: options.stateful,
        development: guard.development,
        ...applyApprovals(findings, guard.approvals),
        notes: [...lockNotes(baseline), ...notesOf(guard, configuration)],
      },
      problem:
        emptyMoves(guard.moves, before, lock) ?? (this.ci && outdated ? lockProblem(stack, lockFile, lock) : undefined),
    };
  }
}

function notesOf({ stack, options }: GuardedStack, configuration: unknown): string[] {
  const newer = newerProviderNote(configuration, outputFolderOf(stack));
  const open = options.stateful === "warn" ? [NOTHING_STOPS] : [];
  return newer === undefined ? open : [...open, newer];
}

/** A move that names nothing, in what is deployed and in what is wanted, is misspelt, and moves nothing. */
function emptyMoves(moves: GuardedStack["moves"], before: Lock | undefined, after: Lock): string | undefined {
  // What is inside a module that is not read has no address in a lock.
  if (before === undefined || Object.keys(before.modules).length > 0) return undefined;
  const addresses = [...Object.keys(before.resources), ...Object.keys(after.resources)];
  const isNamed = (move: string): boolean =>
    addresses.some((address) => address === move || address.startsWith(`${move}[`) || address.startsWith(`${move}.`));
  const empty = moves.find(({ from, to }) => !isNamed(from) && !isNamed(to));
  return (
    empty &&
    `moved(${JSON.stringify(empty.from)}, ${JSON.stringify(empty.to)}) names nothing that the stack has or had: write an address that the lock has.`
  );
}

/** What moves a lock has to take the old file away, or nothing is compared. */
function lockNotes({ elsewhere }: StackBaseline): string[] {
  if (elsewhere === undefined) return [];
  return [
    `The base revision has no lock of this stack under its name, but one of a stack with the same id in ${elsewhere}, which ` +
      "it is not compared with. If that is this stack's, move the file (git mv) instead of leaving it there.",
  ];
}

const NOTHING_STOPS = 'The guard of this stack has stateful: "warn": no loss stops a synth, a check or a plan of it.';

function blocks(report: Report): boolean {
  return report.open.some((finding: Finding) => isBlocking(finding, report));
}

/** A report that nothing is stopped for, where it says something. */
function print(report: Report): void {
  if (saysSomething(report)) console.info(textReport(report, { color: pc.isColorSupported && process.stdout.isTTY }));
}

function saysSomething({ open, approved, stale, notes = [] }: Report): boolean {
  return open.length + approved.length + stale.length + notes.length > 0;
}
