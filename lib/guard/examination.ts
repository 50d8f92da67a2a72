import { existsSync } from "node:fs";

import { shown } from "kapsule-guard/files";
import { unknownReleaseNote } from "kapsule-guard/provider";
import {
  applyApprovals,
  checkReplaceable,
  describeReleases,
  type Finding,
  isBlocking,
  type Lock,
  lockOf,
  type ReleasesInUse,
  releasesOf,
  type Report,
  upgradeNotes,
} from "kapsule-guard/recreation";
import { stateNameOf } from "kapsule-guard/terraform";

import { BaselineComparer, type GuardedSynthesis } from "./baseline-comparer";
import type { Baselines } from "./baselines";
import { outputFolderOf } from "./configuration-check";
import type { GuardedStack } from "./guarded-stack";
import { Locations } from "./locations";
import { fits, isWritten, lockProblem } from "./lock-file";

/** What was found about one stack, and the lock that its synth would leave. */
export interface Examination {
  readonly guard: GuardedStack;
  readonly report: Report;
  readonly lock: Lock;
  /** The lock file to write; undefined where none has to change. */
  readonly outdated?: string;
  /** What is wrong beside what would be lost, and stops the synth. */
  readonly problems: readonly string[];
}

/** Compares the stacks of one app with what they were. */
export class Examiner {
  private readonly comparer: BaselineComparer;

  constructor(
    private readonly baselines: Baselines,
    private readonly ci: boolean,
  ) {
    this.comparer = new BaselineComparer(baselines, ci);
  }

  public examine(synthesis: GuardedSynthesis): Examination {
    const { guard, configuration, surroundings, stack } = synthesis;
    const { options } = guard;
    const id = stack.node.id;
    const draft = options.state === "none";
    const folder = outputFolderOf(stack);
    const resolved = this.baselines.resolved(guard, folder);
    const identity = { stack: id, backend: stateNameOf(configuration, folder), draft, resolved: resolved.kept };
    const lock = lockOf(configuration, identity, surroundings);
    const baseline = this.baselines.of(guard);
    const provider = { chosen: { before: resolved.before, after: resolved.now } };
    const { own, compared } = this.comparer.compare({ ...synthesis, provider }, baseline, lock);
    const { findings, affected = [], notes, file, problems = [] } = compared;
    const releases = releasesOf(own.lock ?? {}, configuration, provider, { after: surroundings });
    const outdated = file !== undefined && !(this.ci ? fits(lock, file) : isWritten(lock, file));
    if (outdated && !this.ci) checkReplaceable(file);
    const applied = reportFor(guard, findings);
    const isStopped = applied.open.some((finding) => isBlocking(finding, applied));
    return {
      guard,
      lock,
      ...(outdated ? { outdated: file } : {}),
      report: {
        ...applied,
        affected,
        baseline: own.from,
        ...(own.lock === undefined ? {} : { provider: describeReleases(releases) }),
        notes: [
          ...notes,
          ...(own.lock === undefined ? [] : upgradeNotes(releases, own.lock, configuration, surroundings)),
          ...synthesis.notes,
          ...notesOf(guard, releases),
        ],
      },
      problems: [
        ...problems,
        ...emptyMoves(guard.moves, own.lock, lock),
        ...(this.ci ? this.lockProblems(guard, lock, { file, outdated, isStopped }) : []),
      ],
    };
  }

  /** In a pipeline nothing is written, so that the lock has to be there as it is to be. */
  private lockProblems(
    guard: GuardedStack,
    lock: Lock,
    {
      file,
      outdated,
      isStopped,
    }: { readonly file: string | undefined; readonly outdated: boolean; readonly isStopped: boolean },
  ): string[] {
    if (file === undefined) return [];
    // What stops the synth keeps the lock from being written, too: that it is behind says nothing more.
    if (outdated && isStopped && existsSync(file)) return [];
    return outdated ? [lockProblem(guard.stack.node.id, file, lock)] : this.uncommitted(guard, file);
  }

  /** A lock that only lies there, from a cache or an earlier step, would never be at the base of anything. */
  private uncommitted(guard: GuardedStack, file: string): string[] {
    if (!existsSync(file) || !this.baselines.isUncommitted(guard, file)) return [];
    return [
      `${shown(file)} is not committed, so that no later change is compared with it: commit it (is it in a .gitignore?).`,
    ];
  }
}

/** What a guard says of its findings. */
function reportFor(guard: GuardedStack, findings: readonly Finding[]): Omit<Report, "baseline"> {
  const { stack, options, development, approvals } = guard;
  const locations = new Locations(stack);
  const located = findings.map((finding) => {
    const location = finding.location ?? locations.of(finding.path);
    return location === undefined ? finding : { ...finding, location };
  });
  return {
    subject: `stack ${stack.node.id}`,
    onMay: options.onMay,
    stateful: options.stateful,
    development,
    ...applyApprovals(located, approvals),
  };
}

function notesOf({ options }: GuardedStack, { after }: ReleasesInUse): string[] {
  const newer = unknownReleaseNote(after);
  const open = options.stateful === "warn" ? [NOTHING_STOPS] : [];
  return newer === undefined ? open : [...open, newer];
}

/** A move that names nothing, in what is deployed and in what is wanted, is misspelt, and moves nothing. */
function emptyMoves(moves: GuardedStack["moves"], before: Lock | undefined, after: Lock): string[] {
  // What is inside a module that is not read has no address in a lock.
  if (before === undefined || Object.keys(before.modules).length > 0) return [];
  const addresses = [...Object.keys(before.resources), ...Object.keys(after.resources)];
  const isNamed = (move: string): boolean =>
    addresses.some((address) => address === move || address.startsWith(`${move}[`) || address.startsWith(`${move}.`));
  const empty = moves.find(({ from, to }) => !isNamed(from) && !isNamed(to));
  return empty === undefined
    ? []
    : [
        `moved(${JSON.stringify(empty.from)}, ${JSON.stringify(empty.to)}) names nothing that the stack has or had: write an address that the lock has.`,
      ];
}

const NOTHING_STOPS = 'The guard of this stack has stateful: "warn": no loss stops a synth, a check or a plan of it.';
