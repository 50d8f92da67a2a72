import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import { App, type TerraformStack } from "cdktf";
import pc from "picocolors";

import {
  checkLockIdentity,
  type Finding,
  findRecreations,
  findStackChanges,
  isStable,
  type Lock,
  lockOf,
  type ModuleFiles,
  readLockFile,
  readModules,
  serializeLock,
  writeLockFile,
} from "../recreation";
import { type Report, textReport } from "../recreation/report";
import { applyApprovals, isBlocking } from "../recreation/report/approval";
import { newerProviderNote } from "../recreation/terraform/newer-provider";
import { isContinuousIntegration } from "./ci";
import { locksOfGoneStacks } from "./gone-stacks";
import type { GuardedStack } from "./guarded-stack";
import { RecreationError } from "./recreation-error";
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
  private examinations: Examination[] = [];

  constructor(
    private readonly guards: readonly GuardedStack[],
    private readonly stacks: ReadonlySet<string>,
    private readonly ci = isContinuousIntegration(),
  ) {}

  /** @throws RecreationError when a stack would lose something, or, in CI, when a lock is missing or behind */
  public verify(folderOf: (stack: TerraformStack) => string): void {
    this.examinations = this.guards.map((guard) => this.examine(guard, folderOf(guard.stack)));
    const stopped = this.examinations.filter(({ report, problem }) => problem !== undefined || blocks(report));
    if (stopped.length > 0) {
      throw new RecreationError(
        stopped.map(({ report, problem }) =>
          [textReport(report), problem].filter((part) => part !== undefined).join("\n\n"),
        ),
      );
    }
    for (const { report } of this.examinations) {
      if (saysSomething(report))
        console.error(textReport(report, { color: pc.isColorSupported && process.stderr.isTTY }));
    }
  }

  public commit(): void {
    if (this.ci) return;
    for (const { guard, lock, outdated } of this.examinations) {
      if (!outdated) continue;
      mkdirSync(dirname(guard.lockFile), { recursive: true });
      writeLockFile(guard.lockFile, lock);
      const { renamedFrom } = guard.options;
      if (renamedFrom !== undefined) rmSync(siblingOf(guard.lockFile, renamedFrom), { force: true });
      console.error(`stack ${lock.stack}: wrote ${shown(guard.lockFile)}; commit it.`);
    }
  }

  /** @param folder Where the stack's files are at the moment, the local modules among them. */
  private examine(guard: GuardedStack, folder: string): Examination {
    const { lockFile, options } = guard;
    const stack = guard.stack.node.id;
    const configuration = guard.takeSynthesized();
    const modules = readModules(configuration, folder);
    const lock = lockOf(configuration, { stack }, modules);
    const outdated = !isWritten(lock, lockFile);
    const baseline = outdated ? readBaseline(guard) : lock;
    const findings =
      baseline === undefined
        ? findStackChanges(undefined, lock, locksOfGoneStacks(lockFile, this.stacks))
        : [...compare(baseline, lock, configuration, modules), ...findStackChanges(baseline, lock, [])];
    return {
      guard,
      lock,
      outdated,
      report: {
        subject: `stack ${stack}`,
        onMay: options.onMay,
        ...applyApprovals(findings, guard.approvals),
        notes: notesOf(guard, configuration),
      },
      problem: this.ci && outdated ? lockProblem(stack, lockFile, baseline, lock) : undefined,
    };
  }
}

/** A lock that says the same stands for the same baseline: nothing differs, and nothing needs comparing. */
function compare(baseline: Lock, lock: Lock, configuration: unknown, modules: ModuleFiles): Finding[] {
  if (baseline === lock && isStable(lock)) return [];
  return findRecreations({ before: baseline, after: configuration, modules: { after: modules } });
}

function readBaseline({ lockFile, options, stack }: GuardedStack): Lock | undefined {
  const own = readLockFile(lockFile);
  if (own !== undefined) {
    checkLockIdentity(own, { stack: stack.node.id });
    return own;
  }
  if (options.renamedFrom === undefined) return undefined;
  const earlier = readLockFile(siblingOf(lockFile, options.renamedFrom));
  if (earlier !== undefined) checkLockIdentity(earlier, { stack: options.renamedFrom });
  return earlier;
}

function siblingOf(lockFile: string, stack: string): string {
  return join(dirname(lockFile), `${stack}.json`);
}

/** Whether the file has the very text of the lock. A stack without Scaleway resources and modules needs none. */
function isWritten(lock: Lock, lockFile: string): boolean {
  try {
    return readFileSync(lockFile, "utf8") === serializeLock(lock);
  } catch {
    const empty = Object.keys(lock.resources).length + Object.keys(lock.modules).length === 0;
    return empty && !existsSync(lockFile);
  }
}

function lockProblem(stack: string, lockFile: string, baseline: Lock | undefined, lock: Lock): string {
  const what = baseline === undefined ? "is missing" : `is behind: ${differences(baseline, lock)}`;
  return `The lock of stack ${stack}, ${shown(lockFile)}, ${what}. Synthesize on a developer's machine (without CI set) and commit the file.`;
}

function differences(baseline: Lock, lock: Lock): string {
  const before = new Set(Object.keys(baseline.resources));
  const after = new Set(Object.keys(lock.resources));
  const added = [...after].filter((address) => !before.has(address));
  const gone = [...before].filter((address) => !after.has(address));
  const changed = [...after].filter(
    (address) =>
      before.has(address) && JSON.stringify(baseline.resources[address]) !== JSON.stringify(lock.resources[address]),
  );
  const parts = [
    ...(added.length > 0 ? [`it lacks ${list(added)}`] : []),
    ...(gone.length > 0 ? [`it still has ${list(gone)}`] : []),
    ...(changed.length > 0 ? [`it has old values of ${list(changed)}`] : []),
  ];
  return parts.length > 0 ? parts.join("; ") : "its header differs";
}

function list(addresses: readonly string[]): string {
  const most = 5;
  const rest = addresses.length - most;
  return addresses.slice(0, most).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function notesOf({ stack }: GuardedStack, configuration: unknown): string[] {
  const { manifest, outdir } = App.of(stack);
  const newer = newerProviderNote(configuration, join(outdir, manifest.forStack(stack).workingDirectory));
  return newer === undefined ? [] : [newer];
}

function blocks({ open, onMay }: Report): boolean {
  return open.some((finding: Finding) => isBlocking(finding, onMay));
}

function saysSomething({ open, approved, stale, notes = [] }: Report): boolean {
  return open.length + approved.length + stale.length + notes.length > 0;
}

/** Paths below the working directory as the user would type them. */
function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}
