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

/** Whether one of two regions or zones lies in the other, or is the same. What is none of either says nothing. */
export function isSamePlace(one: string, other: string): boolean {
  if (!LOCALITY.test(one) || !LOCALITY.test(other)) return true;
  return one === other || regionOfZone(one) === other || one === regionOfZone(other);
}

const LOCALITY = /^[a-z]{2}-[a-z]{3}(?:-\d+)?$/;
