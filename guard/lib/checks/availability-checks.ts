import { rangeOf } from "../provider";
import type { PlatformCheck } from "./check";

/** Zones that have a product which not all have. Source: Scaleway, "Product availability guide" (validated 2025-12-04). */
const PRODUCT_ZONES: Readonly<Record<string, readonly string[]>> = {
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

/** Regions that the data is about; it is older than others. */
const JUDGED = /^(?:fr-par|nl-ams|pl-waw)-/;

/** What a zone does not have. Data of Scaleway's documentation, which is older than what it sells: hence warnings. */
export const AVAILABILITY_CHECKS: readonly PlatformCheck[] = [
  {
    id: "node-type-zone",
    level: "warning",
    title: "A node type that its zone does not have",
    explanation:
      "The nodes are refused when they are made. Ranges and zones are those of Scaleway's Instances datasheet of 2025-03-03, and for " +
      "GPUs of its availability guide of 2025-12-04; ranges that are not in them are not judged.",
    find: (platform) =>
      platform.of("scaleway_k8s_pool").flatMap((resource) => {
        const [type, { zone }] = [resource.text("node_type"), resource];
        const range = type === undefined ? undefined : rangeOf(type);
        if (
          range === undefined ||
          zone === undefined ||
          !JUDGED.test(zone) ||
          (range.zones as readonly string[]).includes(zone)
        )
          return [];
        return [
          {
            resource,
            message: `has nodes of type ${type ?? ""}, which ${zone} does not have`,
            fix: `Take another type, or one of ${range.zones.join(", ")}.`,
          },
        ];
      }),
  },
  {
    id: "product-zone",
    level: "warning",
    title: "A product that its zone does not have",
    explanation: "The API refuses it. Zones are those of Scaleway's availability guide of 2025-12-04.",
    find: (platform) =>
      Object.entries(PRODUCT_ZONES).flatMap(([type, zones]) =>
        platform
          .of(type)
          .filter(({ zone = "" }) => JUDGED.test(zone) && !zones.includes(zone))
          .map((resource) => ({
            resource,
            message: `is in ${resource.zone ?? ""}, which does not have this product`,
            fix: `Take one of ${zones.join(", ")}.`,
          })),
      ),
  },
];
