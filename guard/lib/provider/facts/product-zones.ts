import { ZONES } from "./localities";

/** Zones that have a product which not all have. Source: Scaleway, "Product availability guide" (validated 2025-12-04). */
export const PRODUCT_ZONES: Readonly<Record<string, readonly string[]>> = {
  scaleway_redis_cluster: ["fr-par-1", "fr-par-2", "nl-ams-1", "nl-ams-2", "pl-waw-1"],
  scaleway_vpc_public_gateway: [
    "fr-par-1",
    "fr-par-2",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3",
  ],
};

/** The zones that the documents know; Milan came after them. */
export const DOCUMENTED_ZONES = ZONES.filter((zone) => !zone.startsWith("it-mil"));

/** Whether the documents say what a zone has. */
export function isDocumentedZone(zone: string): boolean {
  return (DOCUMENTED_ZONES as readonly string[]).includes(zone);
}
