import { type Baseline, baselineOf } from "./baseline/baseline";
import { baselineOfLock, isLock } from "./baseline/lock/lock";
import { checkLock } from "./baseline/lock/parse";
import { prune } from "./evaluation/prune";
import { planOf } from "./prediction/prediction";
import { rules } from "./rules";
import { type Finding, sortFindings } from "./rules/finding";
import { type Configuration, readConfiguration } from "./terraform/configuration";
import { readState, type State } from "./terraform/state";
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
export function findRecreations({ before, after, state }: FindRecreationsInput): Finding[] {
  return withinLimits("the configuration", () => compareConfigurations(before, after, state));
}

function compareConfigurations(before: unknown, after: unknown, state: unknown): Finding[] {
  const deployed = isLock(before) ? baselineOfLock(checkLock(before)) : readConfiguration(before, "before");
  const configuration = readConfiguration(after, "after");
  const known = state === undefined || state === null ? undefined : readState(state);
  if ("instances" in deployed) return findingsOf(deployed, configuration, known);
  // What exists may have drifted from a block that nobody edited, so that a state is compared whole.
  const [from, to] = known === undefined ? prune(deployed, configuration) : [deployed, configuration];
  return findingsOf(baselineOf(from, ""), to, known);
}

function findingsOf(inventory: Baseline, configuration: Configuration, state: State | undefined): Finding[] {
  const plan = planOf(inventory, configuration, state);
  return sortFindings(rules.flatMap((rule) => rule.find(plan)));
}
