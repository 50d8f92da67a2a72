import { findProblems } from "../checks";
import { configurationErrors, type ReleaseInUse } from "../provider";
import type { ReportedProblem } from "../recreation";
import { Address, type Location, type Locations, type Root } from "../terraform";
import type { Suppression } from "./guard-file";

/**
 * What a root says that the provider or Scaleway refuses, and mistakes that a plan lets through.
 *
 * @param locations Tell where the root says it.
 * @throws RecreationInputError for what is no configuration
 */
export function problemsIn(root: Root, inUse: ReleaseInUse, locations: Locations): ReportedProblem[] {
  const found = [...refusedArguments(root, inUse, locations), ...mistakes(root, locations)];
  return found.filter(({ location }) => !isFetched(location?.file ?? ""));
}

/** Those that nobody suppressed. */
export function unsuppressed(
  problems: readonly ReportedProblem[],
  suppressions: readonly Suppression[],
): ReportedProblem[] {
  return problems.filter(({ id, address }) =>
    suppressions.every(
      (each) =>
        each.check !== id ||
        (each.address !== undefined &&
          each.address !== address &&
          each.address !== Address.parse(address).declaration.toString()),
    ),
  );
}

/** What others wrote is not for this change to mend. */
function isFetched(file: string): boolean {
  return /(?:^|[\\/])\.terraform[\\/]/.test(file);
}

/** Those that the base revision has not. */
export function newProblems(now: readonly ReportedProblem[], before: readonly ReportedProblem[]): ReportedProblem[] {
  const known = new Set(before.map(({ message }) => message));
  return now.filter(({ message }) => !known.has(message));
}

function refusedArguments(root: Root, inUse: ReleaseInUse, locations: Locations): ReportedProblem[] {
  const modules = Object.entries(root.surroundings.modules ?? {}).map(
    ([folder, { configuration }]) => [folder, configuration] as const,
  );
  return [["", root.configuration] as const, ...modules].flatMap(([folder, configuration]) =>
    configurationErrors(configuration ?? {}, inUse).map(({ address, property, message }) =>
      located(
        { id: "refused-argument", address: address.toString(), title: REFUSED, level: "error", message },
        locations.inFolder(folder, address, property),
      ),
    ),
  );
}

const REFUSED = "The provider or Scaleway's API refuses an argument";

function mistakes({ configuration, surroundings }: Root, locations: Locations): ReportedProblem[] {
  return findProblems(configuration, surroundings).map(({ check: { id, title, level }, resource, message, fix }) =>
    located(
      { id, address: resource.address.toString(), title, level, message: `${resource.address} ${message}. ${fix}` },
      locations.of(resource.address, /^has (\w+)/.exec(message)?.[1]),
    ),
  );
}

function located(problem: ReportedProblem, location: Location | undefined): ReportedProblem {
  return location === undefined ? problem : { ...problem, location };
}
