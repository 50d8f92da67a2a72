import { type Surroundings, withinLimits } from "../terraform";
import { type PlatformCheck, type Problem, problemsOf } from "./check";
import { Platform } from "./platform";
import { PLATFORM_CHECKS } from "./rules";

/** A problem, and the check that found it. */
export interface FoundProblem extends Problem {
  readonly check: PlatformCheck;
}

/**
 * What the checks find in a configuration.
 *
 * @param surroundings What it is evaluated with.
 * @param others Configurations of the other stacks of the app.
 * @throws RecreationInputError for what is no configuration
 */
export function findProblems(
  configuration: unknown,
  surroundings: Surroundings = {},
  others: readonly unknown[] = [],
): FoundProblem[] {
  return withinLimits("the configuration", () => {
    const platform = Platform.of(configuration, surroundings, others);
    return PLATFORM_CHECKS.flatMap((check) => problemsOf(check, platform).map((problem) => ({ ...problem, check })));
  });
}

/** A problem as a line, with the place of the resource. */
export function describeProblem({ check, resource, message, fix }: FoundProblem): string {
  const { address, path } = resource;
  const place = path === undefined ? address : `${path} (${address})`;
  return `${place} ${message}. ${fix} [${check.id}]`;
}
