import fc from "fast-check";

import type { JsonObject } from "../lib/testing/plan/json";
import { type Base, bases } from "./configurations";
import { type Edit, editsOf } from "./edits";
import { judge, type Judgement } from "./judge";
import type { Planner, Refusal } from "./planner";
import { type Shown, smallest } from "./shrink";
import { type Case, type Disagreement, doubts } from "./verdict";

/** What to try. */
export interface Trial {
  readonly seed: number;
  /** How many edits. */
  readonly edits: number;
  /** Configurations of examples, as they are synthesized. */
  readonly examples: readonly JsonObject[];
  /** Plans at a time. @default 2 */
  readonly jobs?: number;
}

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
  /** Edits that lose nothing and are doubted, with the state and without it. */
  doubted = 0;
  doubtedWithoutState = 0;
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
}

/** Edits that are tried on one configuration, and configurations that share a plan. */
const editsOfEach = 10;
const basesAtOnce = 12;

interface Scenario {
  readonly base: Base;
  readonly edits: readonly Edit[];
}

/** The edits of a seed, always the same ones. */
export function scenariosOf({ seed, edits, examples }: Trial): Scenario[] {
  const scenario = bases(examples).chain((base) =>
    fc
      .array(editsOf(base), { minLength: editsOfEach, maxLength: editsOfEach })
      .map((list): Scenario => ({ base, edits: list })),
  );
  return fc.sample(scenario, { seed, numRuns: Math.ceil(edits / editsOfEach) });
}

/** Tries edits on the guard and on the provider, and shrinks each that they disagree on. */
export async function run(planner: Planner, trial: Trial, onFound: (found: Found) => void): Promise<Tally> {
  const tally = new Tally();
  const scenarios = scenariosOf(trial);
  const pending = Array.from({ length: Math.ceil(scenarios.length / basesAtOnce) }, (_, index) =>
    scenarios.slice(index * basesAtOnce, (index + 1) * basesAtOnce),
  );
  const worker = async (): Promise<void> => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      for await (const found of tried(planner, next, tally)) {
        tally.found.push(found);
        onFound(found);
      }
    }
  };
  await Promise.all(Array.from({ length: trial.jobs ?? 2 }, worker));
  return tally;
}

async function* tried(planner: Planner, scenarios: readonly Scenario[], tally: Tally): AsyncGenerator<Found> {
  const states = await planner.simulate(scenarios.map(({ base }) => base.configuration));
  for (let round = 0; round < editsOfEach; round += 1) {
    const cases = scenarios.flatMap(({ base, edits }, index): Case[] => {
      const [edit, state] = [edits[round], states[index]];
      if (edit === undefined || state === undefined) return [];
      tally.edits += 1;
      if (!("refusal" in state)) return [{ ...edit, before: base.configuration, state }];
      tally.refuse(state, "notDeployable");
      return [];
    });
    yield* compared(planner, cases, tally);
  }
}

async function* compared(planner: Planner, cases: readonly Case[], tally: Tally): AsyncGenerator<Found> {
  const judgements = await judge(planner, cases);
  for (const [index, judgement] of judgements.entries()) {
    const one = cases[index];
    if (one === undefined) continue;
    if ("refusal" in judgement) {
      tally.refuse(judgement, "refused");
      continue;
    }
    count(tally, judgement);
    const [first] = judgement.disagreements;
    if (first === undefined) continue;
    const shown = await smallest(planner, { case: one, judgement }, first);
    yield { ...shown, disagreement: first };
  }
}

function count(tally: Tally, { lost, opinions }: Judgement): void {
  tally.losses += lost.length;
  for (const opinion of opinions) {
    if (lost.length > 0 || !doubts(opinion, lost)) continue;
    if (opinion.withState) tally.doubted += 1;
    else tally.doubtedWithoutState += 1;
  }
}
