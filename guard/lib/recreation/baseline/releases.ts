import { type ProviderRequirement, releaseBy, type ReleaseInUse, releaseNamed, releaseOf } from "../../provider";
import { admits, compareVersions, type ModuleFiles, providerConstraint } from "../../terraform";
import { isLock } from "./lock/lock";
import { checkLock } from "./lock/parse";

/** Releases of the Scaleway provider, such as "2.77.1". */
export interface ProviderVersions {
  /** What made what exists. @default - what the lock says, or the newest that `required_providers` of `before` takes */
  readonly before?: string | undefined;
  /** What plans the new configuration. @default - the newest that its `required_providers` takes */
  readonly after?: string | undefined;
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
  given: ProviderVersions = {},
  modules: { readonly before?: ModuleFiles | undefined; readonly after?: ModuleFiles | undefined } = {},
): ReleasesInUse {
  const planning =
    given.after === undefined ? releaseOf(after, undefined, contentsOf(modules.after)) : releaseNamed(given.after);
  if (given.before !== undefined) return { before: releaseNamed(given.before), after: planning };
  const known: ProviderRequirement | undefined = isLock(before)
    ? checkLock(before).provider
    : { required: providerConstraint(before, contentsOf(modules.before)) };
  const deployed = releaseBy(known ?? {});
  const isTold = known !== undefined && (known.required !== undefined || deployed.isNamed);
  // A range that has the planning release in it, too, tells of no other one.
  const isInRange = !deployed.isNamed && admits(known?.required ?? "", planning.version) && isKnownTo(known, planning);
  return { before: isTold && !isInRange ? deployed : planning, after: planning };
}

function contentsOf(modules: ModuleFiles = {}): unknown[] {
  return Object.values(modules).map(({ configuration }) => configuration);
}

/** Whether whoever wrote a requirement down may have run with a release. */
function isKnownTo(requirement: ProviderRequirement | undefined, { version }: ReleaseInUse): boolean {
  return requirement?.known === undefined || compareVersions(version, requirement.known) <= 0;
}

/** Whether what exists was made by another release than that which plans. */
export function isUpgrade({ before, after }: ReleasesInUse): boolean {
  return before.release !== after.release;
}

/** Whether what a lock or a configuration tells of was made by another release than that which plans a configuration. */
export function isProviderUpgrade(before: unknown, after: unknown, given?: ProviderVersions): boolean {
  return isUpgrade(releasesOf(before, after, given));
}

/** For people: "provider 2.81.0", "provider 2.76.0 -> 2.77.1". */
export function describeReleases({ before, after }: ReleasesInUse): string {
  const from = before.version === after.version || !isUpgrade({ before, after }) ? "" : `${before.version} -> `;
  return `provider ${from}${after.version}`;
}
