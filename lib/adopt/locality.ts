import type { Baseline } from "../recreation/baseline/baseline";
import { type Adoptee, textOf } from "./adoptee";

/** What the provider block of the new stack says, so that no resource has to. */
export interface Locality {
  readonly region?: string | undefined;
  readonly zone?: string | undefined;
  readonly project_id?: string | undefined;
}

/** What the old configuration's provider says, and else the region, zone and project that most resources have. */
export function usualLocality(adoptees: readonly Adoptee[], baseline: Baseline | undefined): Locality {
  const stated = Object.fromEntries(baseline?.providers.get("scaleway") ?? []);
  const most = (name: string, fits: (value: string) => boolean = () => true): string | undefined => {
    const counts = new Map<string, number>();
    for (const { values } of adoptees) {
      const value = textOf(values, name);
      if (value !== undefined && fits(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  };
  const region = most("region") ?? most("zone")?.replace(/-\d+$/, "");
  const zone = most("zone", (value) => region === undefined || value.startsWith(`${region}-`));
  return {
    region,
    zone: zone ?? (region === undefined ? undefined : `${region}-1`),
    project_id: most("project_id"),
    ...stated,
  };
}
