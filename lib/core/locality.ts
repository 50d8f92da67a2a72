import type { IConstruct } from "constructs";
import { type Region, regionOfZone, REGIONS, type Zone, ZONES } from "kapsule-guard/provider";

import { checkOneOf, isToken } from "./check";
import { InvalidPropertyError } from "./invalid-property";

export { type Region, regionOfZone, REGIONS, type Zone, ZONES };

/** The region of a regional id such as `fr-par/11111111-…`, where it is written out. */
export function regionOfId(id: string): Region | undefined {
  if (isToken(id)) return undefined;
  return REGIONS.find((region) => id.startsWith(`${region}/`));
}

/** The zone of a zonal id such as `fr-par-1/11111111-…`, where it is written out. */
export function zoneOfId(id: string | undefined): Zone | undefined {
  if (id === undefined || isToken(id)) return undefined;
  return ZONES.find((zone) => id.startsWith(`${zone}/`));
}

/** Refuses a region that Scaleway does not have. */
export function checkRegion(scope: IConstruct, region: string | undefined): void {
  checkOneOf(scope, "region", region, REGIONS);
}

/** Refuses a zone that Scaleway does not have, or one outside the region, where both are known. */
export function checkZone(scope: IConstruct, zone: string | undefined, region: string | undefined): void {
  checkOneOf(scope, "zone", zone, ZONES);
  if (zone === undefined || region === undefined || isToken(zone) || isToken(region)) return;
  if (regionOfZone(zone) === region) return;
  throw new InvalidPropertyError(scope, {
    property: "zone",
    value: zone,
    requirement: `lie in the region ${region}`,
    suggestion: `Write one of ${ZONES.filter((candidate) => regionOfZone(candidate) === region).join(", ")}.`,
  });
}
