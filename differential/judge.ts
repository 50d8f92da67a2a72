import { objectAt } from "../lib/testing/plan/json";
import type { Planner, Refusal } from "./planner";
import { type Case, type Disagreement, disagreements, type Opinion, opinionsOn } from "./verdict";

/** What the plan and the guard say of one edit. */
export interface Judgement {
  readonly lost: readonly string[];
  readonly opinions: readonly Opinion[];
  readonly disagreements: readonly Disagreement[];
}

/** Judges edits, all of them in one plan. */
export async function judge(planner: Planner, cases: readonly Case[]): Promise<(Judgement | Refusal)[]> {
  const parts = cases.map(({ before, after, state }) => ({
    configuration: after,
    state,
    provider: objectAt(before, "provider"),
  }));
  const planned = await planner.plan(parts);
  return cases.map((each, index) => {
    const plan = planned[index] ?? { refusal: "no plan" };
    if ("refusal" in plan) return plan;
    const opinions = opinionsOn(each);
    return { lost: plan.lost, opinions, disagreements: disagreements(opinions, plan.lost) };
  });
}

/** Judges edits of configurations whose states are not known yet. */
export async function judgeAnew(
  planner: Planner,
  edits: readonly Omit<Case, "state">[],
): Promise<({ readonly case: Case; readonly judgement: Judgement } | Refusal)[]> {
  const states = await planner.simulate(edits.map(({ before }) => before));
  const cases = edits.flatMap((edit, index): Case[] => {
    const state = states[index];
    return state === undefined || "refusal" in state ? [] : [{ ...edit, state }];
  });
  const judgements = await judge(planner, cases);
  return states.map((state) => {
    if ("refusal" in state) return state;
    const [one, judgement] = [cases.shift(), judgements.shift()];
    if (one === undefined || judgement === undefined) return { refusal: "no plan" };
    return "refusal" in judgement ? judgement : { case: one, judgement };
  });
}
