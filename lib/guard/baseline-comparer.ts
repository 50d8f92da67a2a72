import { existsSync } from "node:fs";

import {
  behindNotes,
  fromOtherState,
  lockFileOfState,
  NOTHING_YET,
  ofDraft,
  type StackBaseline,
} from "kapsule-guard/base";
import { shown } from "kapsule-guard/files";
import {
  type Finding,
  findStackChanges,
  isBlocking,
  type Lock,
  type ProviderVersions,
  type Report,
  subjectName,
} from "kapsule-guard/recreation";
import { listed } from "kapsule-guard/text";

import type { Baselines } from "./baselines";
import type { SynthesizedStack } from "./configuration-check";
import { emptiedIn } from "./emptied";
import type { GuardedStack } from "./guarded-stack";
import { isOfOtherState } from "./other-state";
import { StackComparisons } from "./stack-comparisons";

/** A guarded stack, as it is about to be written. */
export interface GuardedSynthesis extends SynthesizedStack {
  readonly guard: GuardedStack;
  /** What the files of the stack have beside what was read, and what else is to be said of it. */
  readonly notes: readonly string[];
}

/** The same, with the releases of the provider that planned it and that plans it, as far as files of Terraform tell. */
interface ComparedSynthesis extends GuardedSynthesis {
  readonly provider: ProviderVersions;
}

/** What a stack is compared with, and what is found. */
interface JudgedStack {
  readonly own: StackBaseline;
  readonly compared: Compared;
}

/** What is found in a comparison with one lock. */
interface Compared {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** The file that has to have the lock; undefined where no file has to. */
  readonly file: string | undefined;
  readonly affected?: Report["affected"];
  readonly problems?: readonly string[];
}

/** Compares a stack with the lock that counts: of its branch, of its own state, or none. */
export class BaselineComparer {
  private readonly comparisons = new StackComparisons();

  constructor(
    private readonly baselines: Baselines,
    private readonly ci: boolean,
  ) {}

  public compare(synthesis: ComparedSynthesis, baseline: StackBaseline, after: Lock): JudgedStack {
    const { guard } = synthesis;
    if (baseline.unjudged === true) return { own: baseline, compared: this.unjudged(guard) };
    if (guard.options.state === "none")
      return { own: draftBaseline(baseline), compared: this.ofDraft(guard, baseline) };
    if (baseline.lock?.draft === true) {
      const own = { ...baseline, from: ofDraft(baseline), lock: undefined };
      return { own, compared: { findings: [], notes: [], file: fileOf(guard, baseline) } };
    }
    if (baseline.lock === undefined) return this.withoutMainLock(synthesis, baseline, after);
    if (!isOfOtherState(guard, baseline, after)) {
      return { own: baseline, compared: this.ofKnownStack(synthesis, baseline, baseline.lock, after) };
    }
    const file = lockFileOfState(fileOf(guard, baseline), after.backend);
    return this.ofOwnState(synthesis, after, file) ?? this.ofOtherState(synthesis, baseline.lock, after, file);
  }

  /** A stack of several states may have a lock for this one, and none beside. */
  private withoutMainLock(synthesis: ComparedSynthesis, baseline: StackBaseline, after: Lock): JudgedStack {
    const file = lockFileOfState(synthesis.guard.lockFile, after.backend);
    return (
      this.ofOwnState(synthesis, after, file) ?? { own: baseline, compared: this.ofNewStack(synthesis.guard, after) }
    );
  }

  private ofOwnState(synthesis: ComparedSynthesis, after: Lock, file: string): JudgedStack | undefined {
    const own = this.baselines.ofState(synthesis.guard, file, after.backend);
    if (own?.lock === undefined) return undefined;
    return { own, compared: this.ofKnownStack(synthesis, own, own.lock, after, file) };
  }

  /** A run that only builds writes nothing, and its locks have to fit all the same, where there are any. */
  private unjudged({ lockFile }: GuardedStack): Compared {
    return { findings: [], notes: [], file: this.ci && existsSync(lockFile) ? lockFile : undefined };
  }

  /** Whatever is edited before the first apply, nothing is lost. */
  private ofDraft(guard: GuardedStack, baseline: StackBaseline): Compared {
    return { findings: [], notes: [DRAFT], file: fileOf(guard, baseline) };
  }

  private ofNewStack(guard: GuardedStack, after: Lock): Compared {
    const findings = findStackChanges({ before: undefined, after, gone: this.baselines.gone(guard) });
    const problems =
      findings.length === 0
        ? []
        : [`stack ${after.stack} is new, and has resources of a stack that is gone: say which it is, as above.`];
    return { findings, notes: [], file: guard.lockFile, problems };
  }

  private ofKnownStack(
    { guard, configuration, surroundings, provider }: ComparedSynthesis,
    baseline: StackBaseline,
    before: Lock,
    after: Lock,
    file = fileOf(guard, baseline),
  ): Compared {
    const { findings, affected } = this.comparisons.compare({ before, after, configuration, surroundings, provider });
    const change = { before, after, gone: [], lockMissing: baseline.missing };
    return {
      findings: [...findings, ...findStackChanges(change)],
      affected,
      notes: [
        ...behindNotes(baseline),
        ...(file === fileOf(guard, baseline) ? movedLockNote(guard, baseline, file) : []),
        ...this.beforePush({ guard, configuration, surroundings, provider }, baseline, after, findings),
      ],
      file,
      problems: emptied(before, after, guard),
    };
  }

  /** What lies in another state is not touched by this one's apply; that it is this one's after all, only the author knows. */
  private ofOtherState(
    { guard, configuration, surroundings, provider }: ComparedSynthesis,
    before: Lock,
    after: Lock,
    file: string,
  ): JudgedStack {
    const own = { lock: undefined, from: fromOtherState(before, after.backend), missing: false };
    if (guard.options.state === "separate")
      return { own, compared: { findings: [], notes: [], file: this.ci ? undefined : file } };
    const lost = new StackComparisons()
      .compare({ before, after, configuration, surroundings, provider })
      .findings.filter((finding) => isBlocking(finding, guard.options));
    const [found] = findStackChanges({ before, after, gone: [] });
    const findings = found === undefined ? [] : [{ ...found, remedy: `${found.remedy}${lossesIfMoved(lost)}` }];
    return { own, compared: { findings, notes: [], file: undefined, problems: emptied(before, after, guard) } };
  }

  /** A push that was refused is on the branch all the same, and the next one begins where it ended. */
  private beforePush(
    {
      guard,
      configuration,
      surroundings,
      provider,
    }: Pick<ComparedSynthesis, "guard" | "configuration" | "surroundings" | "provider">,
    baseline: StackBaseline,
    after: Lock,
    findings: readonly Finding[],
  ): string[] {
    const earlier = baseline.file === undefined ? undefined : this.baselines.beforePush(guard, baseline.file);
    if (earlier === undefined) return [];
    const { lock, commit } = earlier;
    if (lock.backend !== after.backend || lock.stack !== after.stack) return [];
    const keyOf = (finding: Finding): string => `${finding.rule} ${subjectName(finding)}`;
    const known = new Set(findings.map(keyOf));
    const lost = new StackComparisons()
      .compare({ before: lock, after, configuration, surroundings, provider })
      .findings.filter((finding) => isBlocking(finding, guard.options) && !known.has(keyOf(finding)));
    if (lost.length === 0) return [];
    return [
      `The last commit of this branch that changed the lock (${commit.slice(0, 12)}) replaced or removed ${addressesOf(lost)}. If the pipeline of ` +
        `that push was refused, this run does not make up for it: compare with what is deployed, KAPSULE_GUARD_BASE=${commit.slice(0, 12)}^.`,
    ];
  }
}

const DRAFT = 'Take state: "none" out with the first apply: from then on, what an edit loses is not found.';

function draftBaseline(baseline: StackBaseline): StackBaseline {
  return {
    ...baseline,
    lock: undefined,
    from: NOTHING_YET,
  };
}

/** Where a stack's lock is kept: where the author says, else where the base has it, from whichever folder the app runs. */
function fileOf({ lockFile, options }: GuardedStack, { file, lock }: StackBaseline): string {
  const isElsewhere = file !== undefined && file !== lockFile && existsSync(file);
  return isElsewhere && options.lockFile === undefined && lock?.stack !== options.renamedFrom ? file : lockFile;
}

/** What moves a lock has to take the old file away, or two files say what is deployed. */
function movedLockNote({ options }: GuardedStack, { file, lock }: StackBaseline, kept: string): string[] {
  if (file === undefined || file === kept || !existsSync(file) || lock?.stack === options.renamedFrom) return [];
  return [`The lock of this stack has moved to ${shown(kept)}: remove ${shown(file)}.`];
}

function lossesIfMoved(lost: readonly Finding[]): string {
  return lost.length === 0 ? "" : ` If it moved, this edit would replace or remove ${addressesOf(lost)}.`;
}

function addressesOf(findings: readonly Finding[]): string {
  return listed([...new Set(findings.map(subjectName))]);
}

function emptied(before: Lock, after: Lock, { approvals }: GuardedStack): string[] {
  const lost = emptiedIn(before, after, approvals);
  if (lost.length === 0) return [];
  return [
    `${lost.join(", ")}: the lock has a value, and this synth has none. The likeliest cause is a variable of the environment that is not ` +
      'set here. No lock was written. Where a name is left out on purpose, say so: allowReplacement with attribute: "name" and to: null.',
  ];
}
