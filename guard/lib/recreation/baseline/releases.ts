import {
  chosenAmong,
  type ProviderRequirement,
  releaseBy,
  type ReleaseInUse,
  releaseNamed,
  releaseOf,
} from "../../provider";
import { admits, compareVersions, providerConstraint, type Surroundings } from "../../terraform";
import { isLock } from "./lock/lock";
import { checkLock } from "./lock/parse";

/** Releases of the Scaleway provider, such as "2.77.1". */
export interface ProviderVersions {
  /** What made what exists. @default - what the lock says, or the newest that `required_providers` of `before` takes */
  readonly before?: string | undefined;
  /** What plans the new configuration. @default - the newest that its `required_providers` takes */
  readonly after?: string | undefined;
  /** What `terraform init` chose of them, which counts as long as the constraint takes it. @default - nobody knows it */
  readonly chosen?: { readonly before?: string | undefined; readonly after?: string | undefined };
}

/** What two configurations are evaluated with, or the second alone. */
interface BothSurroundings {
  readonly before?: Surroundings | undefined;
  readonly after?: Surroundings | undefined;
}

/** The releases of the provider before and after an edit. */
export interface ReleasesInUse {
  /** What made what exists. */
  readonly before: ReleaseInUse;
  /** What plans the new configuration. */
  readonly after: ReleaseInUse;
}

/**
 * The releases by which two configurations are compared, or a lock and a configuration. What nobody tells of the first is as of the second:
 * one range that takes several releases tells of no upgrade.
 */
export function releasesOf(
  before: unknown,
  after: unknown,
  { chosen = {}, ...given }: ProviderVersions = {},
  surroundings: BothSurroundings = {},
): ReleasesInUse {
  const planning =
    given.after === undefined ? releaseOf(after, chosen.after, surroundings.after) : releaseNamed(given.after);
  if (given.before !== undefined) return { before: releaseNamed(given.before), after: planning };
  const requirement = requirementOf(before, chosen.before, surroundings.before);
  const deployed = releaseBy(requirement);
  const isTold = requirement.required !== undefined || deployed.isNamed;
  // A range that has the planning release in it, too, tells of no other one.
  const isInRange =
    !deployed.isNamed && admits(requirement.required ?? "", planning.version) && isKnownTo(requirement, planning);
  return { before: isTold && !isInRange ? deployed : planning, after: planning };
}

/** What is known of the provider that made what a lock or a configuration tells of. */
function requirementOf(
  before: unknown,
  chosen: string | undefined,
  surroundings: Surroundings | undefined,
): ProviderRequirement {
  if (!isLock(before)) return { required: providerConstraint(before, surroundings?.modules), resolved: chosen };
  const { provider } = checkLock(before);
  return { ...provider, resolved: chosenAmong(provider?.required, chosen) ?? provider?.resolved };
}

/** Whether whoever wrote a requirement down may have run with a release. */
function isKnownTo({ known }: ProviderRequirement, { version }: ReleaseInUse): boolean {
  return known === undefined || compareVersions(version, known) <= 0;
}

/** Whether what exists was made by another release than that which plans. */
export function isUpgrade({ before, after }: ReleasesInUse): boolean {
  return before.release !== after.release;
}

/** Whether what a lock or a configuration tells of was made by another release than that which plans a configuration. */
export function isProviderUpgrade(...compared: Parameters<typeof releasesOf>): boolean {
  return isUpgrade(releasesOf(...compared));
}

/** For people: "provider 2.81.0", "provider 2.76.0 -> 2.77.1". */
export function describeReleases({ before, after }: ReleasesInUse): string {
  const from = before.version === after.version || !isUpgrade({ before, after }) ? "" : `${before.version} -> `;
  return `provider ${from}${after.version}`;
}
