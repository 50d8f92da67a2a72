import { type Zone, ZONES } from "./localities";

/** The zones that the documents know but for some; Milan came after them. */
function documentedZonesExcept(...lacking: readonly Zone[]): readonly Zone[] {
  return ZONES.filter((zone) => !zone.startsWith("it-mil") && !lacking.includes(zone));
}

/** Zones that have a product which not all have. Source: Scaleway, "Product availability guide" (validated 2025-12-04). */
export const PRODUCT_ZONES: Readonly<Record<string, readonly string[]>> = {
  scaleway_redis_cluster: ["fr-par-1", "fr-par-2", "nl-ams-1", "nl-ams-2", "pl-waw-1"],
  scaleway_vpc_public_gateway: documentedZonesExcept("fr-par-3"),
};

const DOCUMENTED_ZONES: readonly string[] = documentedZonesExcept();

/** Whether the documents say what a zone has. */
export function isDocumentedZone(zone: string): boolean {
  return DOCUMENTED_ZONES.includes(zone);
}
