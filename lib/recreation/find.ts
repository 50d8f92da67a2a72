import { type Baseline, baselineOf } from "./baseline/baseline";
import { baselineOfLock, isLock, type Lock } from "./baseline/lock/lock";
import { checkLock } from "./baseline/lock/parse";
import { prune } from "./evaluation/prune";
import { predictionOfPlan } from "./prediction/from-plan";
import { predict } from "./prediction/predict";
import type { Prediction } from "./prediction/prediction";
import { predictStack } from "./prediction/stack";
import { findingsOf } from "./rules";
import type { Finding } from "./rules/finding";
import { type Configuration, readConfiguration } from "./terraform/configuration";
import { readState } from "./terraform/state";
import { withinLimits } from "./values/errors";

/** What to compare. */
export interface FindRecreationsInput {
  /** The deployed configuration: parsed Terraform JSON, or a parsed lock file. */
  readonly before: unknown;
  /** The new configuration: parsed Terraform JSON. */
  readonly after: unknown;
  /** Parsed state v4, or the output of `terraform show -json`. With it, fewer findings are `may`. */
  readonly state?: unknown;
}

/**
 * Tells which Scaleway resources a `terraform apply` of `after` would destroy or replace.
 *
 * Reads nothing but its arguments, and changes none of them.
 *
 * @throws RecreationInputError when an argument is not what it claims to be.
 */
export function findRecreations(input: FindRecreationsInput): Finding[] {
  return withinLimits("the configuration", () => findingsOf(predictionOf(input)));
}

/**
 * Tells which Scaleway resources a real plan destroys or replaces.
 *
 * @param plan Parsed output of `terraform show -json PLAN`.
 * @throws RecreationInputError when it is no plan.
 */
export function findRecreationsInPlan(plan: unknown): Finding[] {
  return withinLimits("the plan", () => findingsOf(predictionOfPlan(plan)));
}

/**
 * Tells whether a stack's state would be looked for where it is not.
 *
 * @param before The stack's lock as it was; undefined when it has none.
 * @param gone Locks of stacks that are no longer there.
 */
export function findStackChanges(before: Lock | undefined, after: Lock, gone: readonly Lock[]): Finding[] {
  return findingsOf(predictStack(before, after, gone));
}

function predictionOf({ before, after, state }: FindRecreationsInput): Prediction {
  const deployed = deployedOf(before);
  const configuration = readConfiguration(after, "after");
  if (state !== undefined && state !== null) {
    // What exists may have drifted from a block that nobody edited, so that a state is compared whole.
    return predict(deployed.baseline ?? baselineOf(deployed.configuration, ""), configuration, readState(state));
  }
  if (deployed.baseline !== undefined) return predict(deployed.baseline, configuration, undefined);
  const [from, to] = prune(deployed.configuration, configuration);
  return predict(baselineOf(from, ""), to, undefined);
}

type Deployed = { baseline: Baseline; configuration?: never } | { baseline?: never; configuration: Configuration };

function deployedOf(before: unknown): Deployed {
  if (isLock(before)) return { baseline: baselineOfLock(checkLock(before)) };
  return { configuration: readConfiguration(before, "before") };
}
