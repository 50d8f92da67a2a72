import { ProviderRelease, type ReleaseTables } from "../lib/provider";
import { releaseEffects } from "../lib/recreation";

/** The line of the changelog of a release of this library that raises the provider: what the upgrade does with code that nobody edits. */
export function changelogLine(from: ReleaseTables, to: ReleaseTables): string {
  const [older, newer] = [new ProviderRelease(from), new ProviderRelease(to)];
  const { replaces, mayReplace, updates, gone } = releaseEffects(older, newer);
  const parts = [
    listed("replaces resources for", replaces) ?? "replaces nothing",
    listed("may replace resources for", mayReplace),
    listed("changes in place", updates),
    listed("no longer takes", gone),
  ];
  const told = parts.filter((part) => part !== undefined).join("; ");
  return `- Provider ${newer.version} instead of ${older.version}: with code that nobody edits, it ${told}.`;
}

function listed(verb: string, places: readonly string[]): string | undefined {
  return places.length === 0 ? undefined : `${verb} ${places.map((place) => `\`${place}\``).join(", ")}`;
}
