import { join } from "node:path";

import { readText } from "../../files";
import {
  admits,
  compareVersions,
  lowestVersion,
  pinnedVersion,
  providerConstraint,
  type Surroundings,
} from "../../terraform";
import { RELEASES } from "../tables";
import { newestRelease, type ProviderRelease, releaseFor } from "./provider-release";

/** Which release of the provider plans a configuration, as far as its files tell. */
export interface ReleaseInUse {
  /** Such as "2.77.1"; of a constraint that takes several, the newest that is known. */
  readonly version: string;
  /** The release whose rules it is judged by: itself, where its rules are known. */
  readonly release: ProviderRelease;
  /** Whether something names it, and not only a range that it is in. */
  readonly isNamed: boolean;
}

/** What is known of the provider that a configuration needs. */
export interface ProviderRequirement {
  /** What `required_providers` takes, such as ">= 2.81.0, < 3.0.0". @default - any */
  readonly required?: string | undefined;
  /** What `terraform init` chose of these. @default - nobody knows it */
  readonly resolved?: string | undefined;
  /** The newest release that there was, as far as whoever wrote it down knew. @default - the newest that is known */
  readonly known?: string | undefined;
}

/** No file of Terraform's that locks providers comes near this. */
const LARGEST_LOCK_FILE = 16 * 1024 * 1024;

/** Where `terraform init` writes the versions that it chose. */
export const LOCK_FILE = ".terraform.lock.hcl";

/** A release that something names: "2.77.1", or "v2.77.1". */
export function releaseNamed(name: string): ReleaseInUse {
  const version = name.replace(/^v(?=\d)/, "");
  return { version, release: releaseFor(version), isNamed: true };
}

/**
 * The release that a configuration runs with.
 *
 * @param resolved The version that `terraform init` chose. @default - nobody knows it
 * @param surroundings What it is evaluated with. @default - its text alone
 */
export function releaseOf(configuration: unknown, resolved?: string, surroundings?: Surroundings): ReleaseInUse {
  return releaseBy({ required: providerConstraint(configuration, surroundings?.modules), resolved });
}

/** The release by what is known of it: the one that was chosen, else the newest that is taken. */
export function releaseBy({ required = "", resolved, known }: ProviderRequirement): ReleaseInUse {
  const named = chosenAmong(required, resolved) ?? pinnedVersion(required);
  if (named !== undefined) return releaseNamed(named);
  const newest = RELEASES.find(
    (version) => admits(required, version) && (known === undefined || compareVersions(version, known) <= 0),
  );
  const version = newest ?? lowestVersion(required) ?? newestRelease.version;
  return { version, release: releaseFor(version), isNamed: false };
}

/** What `terraform init` chose, unless the constraint has changed since and no longer takes it: then the next init chooses another one. */
export function chosenAmong(required = "", resolved?: string): string | undefined {
  return resolved !== undefined && admits(required, resolved) ? resolved : undefined;
}

/** The version of the Scaleway provider that `terraform init` chose in a folder. */
export function resolvedIn(folder: string): string | undefined {
  const text = readText(join(folder, LOCK_FILE), { largest: LARGEST_LOCK_FILE });
  return text === undefined ? undefined : resolvedVersion(text);
}

/** The version of the Scaleway provider in the text of a `.terraform.lock.hcl`; undefined where it names none, or several. */
export function resolvedVersion(text: string): string | undefined {
  const versions = new Set<string>();
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^[ \t]*provider[ \t]/.test(line)) isInside = /"[^"]*\/scaleway\/scaleway"/.test(line);
    else if (/^[ \t]*\}/.test(line)) isInside = false;
    const version = isInside ? /^[ \t]*version[ \t]*=[ \t]*"([^"]+)"/.exec(line)?.[1] : undefined;
    if (version !== undefined) versions.add(version);
  }
  const [only, ...others] = versions;
  return others.length === 0 ? only : undefined;
}
