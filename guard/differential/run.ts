import fc from "fast-check";

import type { JsonObject } from "../lib/terraform";
import { type Progress, telling } from "../lib/text";
import { type Base, bases } from "./configurations";
import { type Edit, editsOf } from "./edits";
import { judge } from "./judge";
import type { Planner } from "./planner";
import { smallest } from "./shrink";
import { type Found, Tally } from "./tally";
import { type Case, isAlike } from "./verdict";

/** What to try. */
interface Trial {
  readonly seed: number;
  /** How many edits. */
  readonly edits: number;
  /** Configurations of examples, as they are synthesized. */
  readonly examples: readonly JsonObject[];
  /** Plans at a time. @default 2 */
  readonly jobs?: number;
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
  const all = fc.sample(scenario, { seed, numRuns: Math.ceil(edits / editsOfEach) });
  return all.map((each, index) => ({ ...each, edits: each.edits.slice(0, edits - index * editsOfEach) }));
}

/**
 * Tries edits on the guard and on the provider.
 *
 * @param onFound Is told of each disagreement as soon as its edit is shrunk.
 */
export function run(planner: Planner, trial: Trial, onFound: (found: Found) => void): Promise<Tally> {
  return telling((progress) => runTelling(planner, trial, onFound, progress));
}

async function runTelling(
  planner: Planner,
  trial: Trial,
  onFound: (found: Found) => void,
  progress: Progress,
): Promise<Tally> {
  const tally = new Tally();
  const scenarios = scenariosOf(trial);
  const pending = Array.from({ length: Math.ceil(scenarios.length / basesAtOnce) }, (_, index) =>
    scenarios.slice(index * basesAtOnce, (index + 1) * basesAtOnce),
  );
  const onRound = () => {
    progress.step(`${tally.edits} of ${trial.edits} edits`);
  };
  const worker = async (): Promise<void> => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      for await (const found of tried(planner, next, tally, onRound)) {
        tally.found.push(found);
        progress.clear();
        onFound(found);
      }
    }
  };
  await Promise.all(Array.from({ length: trial.jobs ?? 2 }, worker));
  return tally;
}

/** Tries the edits of configurations that share their plans: the first edit of each in one plan, then the second. */
async function* tried(
  planner: Planner,
  scenarios: readonly Scenario[],
  tally: Tally,
  onRound: () => void,
): AsyncGenerator<Found> {
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
    onRound();
    yield* compared(planner, cases, tally);
  }
}

async function* compared(planner: Planner, cases: readonly Case[], tally: Tally): AsyncGenerator<Found> {
  for (const judged of await judge(planner, cases)) {
    if ("refusal" in judged) {
      tally.refuse(judged, "refused");
      continue;
    }
    tally.compare(judged.judgement);
    const [first] = judged.judgement.disagreements;
    if (first === undefined) continue;
    const shown = await smallest(planner, judged, first);
    // What it is about may be gone from the smallest edit that shows it.
    const left = shown.judgement.disagreements.find((each) => isAlike(each, first));
    yield { ...shown, disagreement: left ?? first };
  }
}
