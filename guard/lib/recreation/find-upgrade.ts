import { type ConfigurationError, configurationErrors, type ProviderRelease, releaseNamed } from "../provider";
import {
  type Address,
  isLiteralNotation,
  type PriorState,
  readConfiguration,
  readState,
  type Surroundings,
  withinLimits,
} from "../terraform";
import { baselineOfLock, checkLock, evaluate, isLock, isUpgrade, type Lock, type ReleasesInUse } from "./baseline";
import { changesOf, changesUnchanged, predict, predictUnchanged, type ResourceChange } from "./prediction";
import { type Finding, findingsOf } from "./rules";
import { upgradeReason, withUpgrade } from "./upgrade";

/** What is upgraded, and from which release of the Scaleway provider to which one. At least one of what tells of it is given. */
export interface FindUpgradeInput {
  /** The release that made what exists, such as "2.76.0". */
  readonly from: string;
  /** The release that is to plan it. */
  readonly to: string;
  /** The configuration, which nobody edits: parsed Terraform JSON. */
  readonly configuration?: unknown;
  /** What it is evaluated with. @default - its text alone */
  readonly surroundings?: Surroundings;
  /** A lock, where the configuration is not given: parsed. */
  readonly lock?: unknown;
  /** Parsed state v4, or the output of `terraform show -json`. With it, less is in doubt. */
  readonly state?: unknown;
}

/** What an upgrade of the provider does by itself. */
export interface UpgradeEffects {
  /** What is lost. */
  readonly findings: Finding[];
  /** What is changed in place. */
  readonly updates: ResourceChange[];
  /** What the newer release refuses and the older one took. Only a configuration tells. */
  readonly refused: ConfigurationError[];
}

/**
 * Tells what an upgrade of the Scaleway provider does with code that nobody edits.
 *
 * What exists is what the older release made of it: its defaults, its choices. The newer one then plans the same code.
 *
 * @throws RecreationInputError when an argument is not what it claims to be.
 */
export function findUpgrade(input: FindUpgradeInput): UpgradeEffects {
  return withinLimits("the configuration", () => {
    const releases = { before: releaseNamed(input.from), after: releaseNamed(input.to) };
    const source = sourceOf(input);
    const findings = withUpgrade(releases, input.configuration, (each) => source.findings(each));
    return {
      findings: findings.filter(({ because }) => because?.reason === upgradeReason),
      ...harmlessEffects(source, input.configuration, releases),
    };
  });
}

/** What an upgrade does and loses nothing by. */
type HarmlessEffects = Omit<UpgradeEffects, "findings">;

function harmlessEffects(source: Source, configuration: unknown, releases: ReleasesInUse): HarmlessEffects {
  return {
    updates: isUpgrade(releases) ? updatesOf(source, releases) : [],
    refused: refusedBy(configuration, releases),
  };
}

/** What is changed in place, but for what the older release would change as well. */
function updatesOf(source: Source, releases: ReleasesInUse): ResourceChange[] {
  const known = new Set(source.changes({ ...releases, after: releases.before }).map(updateKey));
  return source.changes(releases).filter((change) => change.action === "update" && !known.has(updateKey(change)));
}

/** The same as sentences. @param to The release to go to. */
export function effectNotes({ updates, refused }: HarmlessEffects, to: string): string[] {
  return [
    ...refused.map(({ message }) => `Provider ${to} refuses ${message}`),
    ...updates.map(({ address, attributes }) => {
      const changed = attributes.map(({ path, before, after }) =>
        isLiteralNotation(before) ? `${path} ${before} -> ${after}` : `${path} -> ${after}`,
      );
      const isSure = attributes.some(({ sure }) => sure);
      return `${address} ${isSure ? "is" : "may be"} updated in place by ${to}: ${changed.join(", ")}.`;
    }),
  ];
}

/**
 * What such an upgrade does beside an edit; nothing where the release stays.
 *
 * @param before What exists: a lock or a configuration.
 * @param configuration As it is planned.
 */
export function upgradeNotes(
  releases: ReleasesInUse,
  before: unknown,
  configuration: unknown,
  surroundings: Surroundings,
): string[] {
  if (!isUpgrade(releases)) return [];
  const [from, to] = [releases.before.version, releases.after.version];
  const { updates, refused } = harmlessEffects(sourceOf({ configuration, surroundings }), configuration, releases);
  const existing = existingIn(before);
  return [
    ...(releases.before.isNamed ? [] : [guessNote(from)]),
    ...effectNotes({ updates: updates.filter(({ address }) => existing.has(address)), refused }, to),
  ];
}

function guessNote(from: string): string {
  return (
    `That provider ${from} made what exists is a guess from a range of releases: commit .terraform.lock.hcl, require one release, or ` +
    "name both to `kapsule-guard upgrade`."
  );
}

/** What exists. */
function existingIn(before: unknown): ReadonlySet<Address> {
  const { instances } = isLock(before)
    ? baselineOfLock(checkLock(before))
    : evaluate(readConfiguration(before, "before"));
  return new Set(instances.keys());
}

/** What tells of what exists. */
interface Source {
  findings(releases: ReleasesInUse): Finding[];
  changes(releases: ReleasesInUse): ResourceChange[];
}

function sourceOf({ configuration, surroundings, lock, state: given }: Omit<FindUpgradeInput, "from" | "to">): Source {
  const state = given === undefined ? undefined : readState(given);
  if (configuration === undefined) return withoutConfiguration(lock, state);
  const read = readConfiguration(configuration);
  const input = ({ before, after }: ReleasesInUse) => ({
    baseline: evaluate(read, { surroundings, release: before.release }),
    configuration: read,
    surroundings: surroundings ?? {},
    state,
    release: after.release,
  });
  return {
    findings: (releases) => findingsOf(predict(input(releases))),
    changes: (releases) => changesOf(input(releases)),
  };
}

function withoutConfiguration(lock: unknown, state: PriorState | undefined): Source {
  const deployed: Lock | undefined = lock === undefined ? undefined : checkLock(lock);
  const baselineBy = (release: ProviderRelease) =>
    deployed === undefined ? evaluate(readConfiguration({}), { release }) : baselineOfLock(deployed, release);
  const input = ({ before, after }: ReleasesInUse) => ({
    baseline: baselineBy(before.release),
    state,
    release: after.release,
  });
  return {
    findings: (releases) => findingsOf(predictUnchanged(input(releases))),
    changes: (releases) => changesUnchanged(input(releases)),
  };
}

function updateKey({ address, attributes }: ResourceChange): string {
  return [address, ...attributes.map(({ path }) => path)].join(" ");
}

function refusedBy(configuration: unknown, { before, after }: ReleasesInUse): ConfigurationError[] {
  if (configuration === undefined) return [];
  const known = new Set(configurationErrors(configuration, before).map(({ message }) => message));
  return configurationErrors(configuration, after).filter(({ message }) => !known.has(message));
}
