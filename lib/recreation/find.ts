import { readConfiguration } from "./configuration/configuration";
import { withinLimits } from "./errors";
import { type Finding, sortFindings } from "./finding";
import { inventoryOfLock, isLock } from "./lock/lock";
import { checkLock } from "./lock/parse";
import { inventoryOf } from "./planning/inventory";
import { planOf } from "./planning/plan";
import { readState } from "./planning/state";
import { rules } from "./rules";

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
  const inventory = isLock(before)
    ? inventoryOfLock(checkLock(before))
    : inventoryOf(readConfiguration(before, "before"), "");
  const configuration = readConfiguration(after, "after");
  const plan = planOf(inventory, configuration, state === undefined || state === null ? undefined : readState(state));
  return sortFindings(rules.flatMap((rule) => rule.find(plan)));
}
