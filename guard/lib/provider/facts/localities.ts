/** Regions of Scaleway, as the provider 2.81 knows them (scaleway-sdk-go, `scw.AllRegions`). */
export const REGIONS = ["fr-par", "nl-ams", "pl-waw", "it-mil"] as const;
/** A Scaleway region. */
export type Region = (typeof REGIONS)[number];

/** Availability zones of Scaleway, as the provider 2.81 knows them (scaleway-sdk-go, `scw.AllZones`). */
export const ZONES = [
  "fr-par-1",
  "fr-par-2",
  "fr-par-3",
  "nl-ams-1",
  "nl-ams-2",
  "nl-ams-3",
  "pl-waw-1",
  "pl-waw-2",
  "pl-waw-3",
  "it-mil-1",
] as const;
/** A Scaleway availability zone. */
export type Zone = (typeof ZONES)[number];

/** The region that a zone lies in. */
export function regionOfZone(zone: string): string {
  return zone.replace(/-\d+$/, "");
}

/** Whether two regions or zones are both known, and are not the same. */
export function areApart(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
