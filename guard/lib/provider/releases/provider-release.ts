import { compareVersions } from "../../terraform";
import { Behaviours, type ResourceBehaviour } from "../behaviour";
import { RELEASES, type ReleaseTables, type ResourceArguments, tablesAt } from "../tables";

/** What one release of the Scaleway provider does, and what it takes. */
export class ProviderRelease {
  /** Such as "2.81.0". */
  public readonly version: string;
  private readonly behaviours: Behaviours;

  public constructor(public readonly tables: ReleaseTables) {
    this.version = tables.behaviour.version;
    this.behaviours = new Behaviours(tables.behaviour);
  }

  /** What it does with a resource type. Of a type that it does not have, nothing is known, so that any change may replace. */
  public behaviourOf(type: string): ResourceBehaviour {
    return this.behaviours.of(type);
  }

  /** What a resource type takes; undefined for a type that it does not have. */
  public argumentsOf(type: string): ResourceArguments | undefined {
    const { resources } = this.tables.arguments;
    return Object.hasOwn(resources, type) ? resources[type] : undefined;
  }

  /** Its resource types, sorted. */
  public types(): string[] {
    return Object.keys(this.tables.behaviour.resources).sort();
  }
}

const known = new Map<number, ProviderRelease>();

function releaseAt(index: number): ProviderRelease {
  let release = known.get(index);
  if (release === undefined) known.set(index, (release = new ProviderRelease(tablesAt(index))));
  return release;
}

/** The newest release whose behaviour is known. */
export const newestRelease = releaseAt(0);

/** Every release whose behaviour is known, the newest first. */
export function knownReleases(): ProviderRelease[] {
  return RELEASES.map((_, index) => releaseAt(index));
}

const guarded = new Map<string, boolean>();

/** Whether some release that is known has a resource type. */
export function isGuardedType(type: string): boolean {
  let found = guarded.get(type);
  if (found === undefined) {
    found = knownReleases().some((release) => release.behaviourOf(type).attributes.size > 0);
    guarded.set(type, found);
  }
  return found;
}

/** Whether the behaviour of a release itself is known. */
export function isKnownRelease(version: string): boolean {
  return RELEASES.some((each) => compareVersions(each, version) === 0);
}

/** The release by which another one is judged: itself, else the nearest newer one that is known, else the newest. */
export function releaseFor(version: string): ProviderRelease {
  const newer = RELEASES.filter((each) => compareVersions(each, version) >= 0).length;
  return releaseAt(Math.max(0, newer - 1));
}
