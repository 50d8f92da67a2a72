import type { Judged, NotJudged } from "./judge";
import { type Disagreement, isToldByDoubt, type Problem, tellsOfLoss } from "./verdict";

/** An edit of a root in a history. */
export interface Place {
  readonly repository: string;
  readonly commit: string;
  readonly root: string;
}

/** A disagreement, and where it is. */
export interface Found extends Place {
  readonly disagreement: Disagreement;
}

/** How many edits there are of a kind, and of how many a loss is told, without a state. */
export interface Told {
  edits: number;
  byGuard: number;
  byOther: number;
}

/** Figures of one history or of several. */
export class Tally {
  /** Edits of roots. */
  steps = 0;
  judged = 0;
  /** How often each reason was in the way. */
  readonly notJudged = new Map<string, number>();
  /** Edits that were judged with stand-ins for something, by what that was. */
  readonly standIns = new Map<string, number>();
  lost = 0;
  /** Losses that the guard says no more of than `may`, without the state. */
  toldByDoubt = 0;
  /** Edits that lose nothing and that the guard doubts. */
  readonly doubtedSteps = { withState: 0, withoutState: 0 };
  /** Edits that lose something, and edits that lose nothing: how many there are, and of how many a loss is told. */
  readonly losing: Told = { edits: 0, byGuard: 0, byOther: 0 };
  readonly harmless: Told = { edits: 0, byGuard: 0, byOther: 0 };
  readonly found: Found[] = [];

  /** Counts an edit, and returns its disagreements. */
  add(place: Place, result: Judged | NotJudged): Found[] {
    this.steps += 1;
    if ("reason" in result) {
      count(this.notJudged, reasonOf(result.reason));
      return [];
    }
    this.judged += 1;
    this.lost += result.lost.size;
    for (const source of [...result.absent.providers, ...result.absent.modules]) count(this.standIns, source);
    for (const opinion of result.opinions.filter(({ withState }) => !withState))
      this.toldByDoubt += [...result.lost.keys()].filter((address) => isToldByDoubt(opinion, address)).length;
    const told = result.lost.size > 0 ? this.losing : this.harmless;
    told.edits += 1;
    if (result.opinions.some((opinion) => !opinion.withState && tellsOfLoss(opinion))) told.byGuard += 1;
    if (result.otherTells === true) told.byOther += 1;
    const doubts = result.disagreements.filter(({ problem }) => problem === "doubt");
    if (result.lost.size === 0 && doubts.some(({ withState }) => withState)) this.doubtedSteps.withState += 1;
    if (result.lost.size === 0 && doubts.some(({ withState }) => !withState)) this.doubtedSteps.withoutState += 1;
    const found = result.disagreements.map((disagreement) => ({ ...place, disagreement }));
    this.found.push(...found);
    return found;
  }

  /** How many objects have a problem, without and with a state. */
  problems(problem: Problem): { withoutState: number; withState: number } {
    const all = this.found.map(({ disagreement }) => disagreement).filter((each) => each.problem === problem);
    const withState = all.filter((each) => each.withState).length;
    return { withState, withoutState: all.length - withState };
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The first fault that an engine names, without the place, so that the same reason is counted as one. */
export function reasonOf(reason: string): string {
  const [first = ""] = reason.split("\n");
  const text = first.replace(/^\S+:\d+: /, "").replaceAll(/\s+/g, " ");
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
