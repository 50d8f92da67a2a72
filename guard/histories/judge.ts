import { cpSync } from "node:fs";

import { type Absences, replaceAbsent } from "./absent";
import type { FolderEngine } from "./engine-folder";
import type { Loss } from "./losses";
import { opinionsOn, type Revisions } from "./opinions";
import { type KnownStates, planAlone, type Planned, planTogether, type Refusal } from "./planner";
import { type Disagreement, disagreementsOf, type Opinion } from "./verdict";

/** What real plans and the guard say of an edit. */
export interface Judged {
  readonly lost: ReadonlyMap<string, Loss>;
  readonly opinions: readonly Opinion[];
  readonly disagreements: readonly Disagreement[];
  /** What the plan and the guard had stand-ins for. */
  readonly absent: Absences;
  /** Whether another tool tells of a loss, where one is asked. */
  readonly otherTells?: boolean | undefined;
}

/** Another tool that is asked of the same texts. */
export interface OtherTool {
  /** Whether it tells of a loss. */
  tells(revisions: Revisions): boolean;
}

/** An edit that nobody can judge, and why. */
export interface NotJudged {
  readonly reason: string;
}

/** Texts of which both the plan and the guard are asked. */
interface Copy {
  readonly tree: string;
  readonly absent: Absences;
}

/**
 * Judges edits of folders: the guard is asked of the same texts that an engine plans.
 *
 * What is of absent providers has stand-ins in the texts of both, and the judgement says so.
 */
export class Judge {
  private readonly copies = new Map<string, Copy>();
  private readonly states: KnownStates = new Map();

  constructor(
    private readonly engine: FolderEngine,
    private readonly other?: OtherTool,
  ) {}

  /** Judges an edit of a root where it is in its tree. */
  async judge(given: Revisions): Promise<Judged | NotJudged> {
    const { revisions, absent } = this.withoutAbsent(given);
    return this.compared(revisions, absent, await planAlone(this.engine, revisions, this.states));
  }

  /** Judges edits of trees that are roots themselves, all of them in one plan. */
  async judgeTogether(all: readonly Revisions[]): Promise<(Judged | NotJudged)[]> {
    const ready = all.map((each) => this.withoutAbsent(each));
    const plans = await planTogether(
      this.engine,
      ready.map(({ revisions }) => revisions),
    );
    const judged: (Judged | NotJudged)[] = [];
    for (const [index, { revisions, absent }] of ready.entries())
      judged.push(await this.compared(revisions, absent, plans[index] ?? { refusal: "no plan" }));
    return judged;
  }

  private withoutAbsent(given: Revisions): { revisions: Revisions; absent: Absences } {
    const [before, after] = [this.copyOf(given.before, given.root), this.copyOf(given.after, given.root)];
    const of = (kind: keyof Absences): string[] => [...new Set([...before.absent[kind], ...after.absent[kind]])].sort();
    return {
      revisions: { ...given, before: before.tree, after: after.tree },
      absent: { providers: of("providers"), modules: of("modules") },
    };
  }

  private copyOf(tree: string, root: string): Copy {
    const key = JSON.stringify([tree, root]);
    const known = this.copies.get(key);
    if (known !== undefined) return known;
    const copy = this.engine.newFolder();
    cpSync(tree, copy, { recursive: true });
    const made = { tree: copy, absent: replaceAbsent(copy, root, this.engine.providers) };
    this.copies.set(key, made);
    return made;
  }

  private async compared(
    revisions: Revisions,
    absent: Absences,
    planned: Planned | Refusal,
  ): Promise<Judged | NotJudged> {
    if ("refusal" in planned) return { reason: planned.refusal };
    const opinions = await opinionsOn(revisions, planned.state);
    const disagreements = opinions.flatMap((opinion) => disagreementsOf(opinion, planned.lost));
    return { lost: planned.lost, opinions, disagreements, absent, otherTells: this.other?.tells(revisions) };
  }
}
