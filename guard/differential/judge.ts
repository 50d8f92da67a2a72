import { objectAt } from "../lib/engine";
import type { Planner, Refusal } from "./planner";
import { type Case, type Disagreement, disagreements, type Opinion, opinionsOn } from "./verdict";

/** What the plan and the guard say of one edit. */
export interface Judgement {
  readonly lost: readonly string[];
  readonly opinions: readonly Opinion[];
  readonly disagreements: readonly Disagreement[];
}

/** An edit, and what is said of it. */
export interface Shown {
  readonly case: Case;
  readonly judgement: Judgement;
}

/** Judges edits, all of them in one plan. */
export async function judge(planner: Planner, cases: readonly Case[]): Promise<(Shown | Refusal)[]> {
  const parts = cases.map(({ before, after, state }) => ({
    configuration: after,
    state,
    provider: objectAt(before, "provider"),
  }));
  const plans = await planner.plan(parts);
  return cases.map((each, index) => {
    const plan = plans[index] ?? noPlan;
    return "refusal" in plan ? plan : { case: each, judgement: judgementOf(each, plan.lost) };
  });
}

const noPlan: Refusal = { refusal: "no plan" };

function judgementOf(each: Case, lost: readonly string[]): Judgement {
  const opinions = opinionsOn(each);
  return { lost, opinions, disagreements: disagreements(opinions, lost) };
}

/** Judges edits of configurations whose states are not known yet. */
export async function judgeAnew(planner: Planner, edits: readonly Omit<Case, "state">[]): Promise<(Shown | Refusal)[]> {
  const states = await planner.simulate(edits.map(({ before }) => before));
  const cases = edits.flatMap((edit, index): Case[] => {
    const state = states[index];
    return state === undefined || "refusal" in state ? [] : [{ ...edit, state }];
  });
  const judged = await judge(planner, cases);
  return states.map((state) => ("refusal" in state ? state : (judged.shift() ?? noPlan)));
}
