import type { Judgement, Shown } from "./judge";
import type { Refusal } from "./planner";
import { type Disagreement, isFoundByDoubt } from "./verdict";

/** The smallest edit that was found to show a disagreement. */
export interface Found extends Shown {
  readonly disagreement: Disagreement;
}

/** Figures of a trial. */
export class Tally {
  edits = 0;
  /** Edits that the provider or the engine does not accept, which are compared with nothing. */
  refused = 0;
  /** Edits of configurations that the provider does not accept to begin with. */
  notDeployable = 0;
  /** Resources that plans destroy, for good or to create them again. */
  losses = 0;
  /** Losses that the guard says no more of than `may`, without the state. */
  foundByDoubt = 0;
  /** Edits that lose nothing and that the guard doubts without the state. */
  doubted = 0;
  /** How often each reason to refuse was given. */
  readonly reasons = new Map<string, number>();
  readonly found: Found[] = [];

  get compared(): number {
    return this.edits - this.refused - this.notDeployable;
  }

  refuse({ refusal }: Refusal, count: "refused" | "notDeployable"): void {
    this[count] += 1;
    this.reasons.set(refusal, (this.reasons.get(refusal) ?? 0) + 1);
  }

  compare({ lost, opinions }: Judgement): void {
    this.losses += lost.length;
    for (const opinion of opinions.filter(({ withState }) => !withState)) {
      this.foundByDoubt += lost.filter((address) => isFoundByDoubt(opinion, address)).length;
      if (lost.length === 0 && opinion.findings.length > 0) this.doubted += 1;
    }
  }
}
