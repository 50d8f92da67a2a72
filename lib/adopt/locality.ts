import { INHERITED } from "kapsule-guard/recreation";
import { OpaqueValue, unmark, type Value, type ValueMap } from "kapsule-guard/terraform";

import type { Input } from "./argument-value";
import { type ImportedResource, textOf } from "./imported-resource";
import { inputOfKey } from "./inputs";
import { type LocalityName, settingsOf } from "./provider-settings";

/** What the provider block of the new stack says; what it leaves out comes from the environment, as it did. */
export type Locality = Readonly<Partial<Record<LocalityName, string | Input>>>;

/** What the old configuration's provider says, and with a state what most of its resources have beside it. */
export function defaultLocality(
  importedResources: readonly ImportedResource[],
  providers: ReadonlyMap<string, ValueMap>,
  hasState: boolean,
): Locality {
  const configured = settingsOf(providers, "scaleway");
  if (!hasState) return localityOf((name) => writtenSetting(name, configured.get(name) ?? null));
  const known = localityOf((name) => textOf(configured, name));
  return { ...mostCommon(importedResources, textOf(configured, "region")), ...known };
}

function localityOf(find: (name: LocalityName) => string | Input | undefined): Locality {
  const found = INHERITED.map((name) => [name, find(name)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** @param configured The region that is known. */
function mostCommon(importedResources: readonly ImportedResource[], configured: string | undefined): Locality {
  const most = (name: string, fits: (value: string) => boolean = () => true): string | undefined => {
    const counts = new Map<string, number>();
    for (const { values } of importedResources) {
      const value = textOf(values, name);
      if (value !== undefined && fits(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  };
  const region = configured ?? most("region") ?? most("zone")?.replace(/-\d+$/, "");
  const zone = most("zone", (value) => region === undefined || value.startsWith(`${region}-`));
  const defaultZone = region === undefined ? undefined : `${region}-1`;
  const found = { region, zone: zone ?? defaultZone, project_id: most("project_id") };
  return localityOf((name) => found[name]);
}

/** A setting as it is written: a text, or what stands for one. */
function writtenSetting(name: LocalityName, value: Value): string | Input | undefined {
  const [plain, marks] = unmark(value);
  if (typeof plain === "string") return plain;
  if (!(plain instanceof OpaqueValue)) return undefined;
  const description = `${name} of provider scaleway`;
  return inputOfKey(plain.key, { type: "string", sensitive: marks?.sensitive === true, description });
}
