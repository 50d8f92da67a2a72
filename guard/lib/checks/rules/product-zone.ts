import { isDocumentedZone, PRODUCT_ZONES } from "../../provider";
import type { PlatformCheck } from "../check";
import { gateway } from "../examples";

export const productZone: PlatformCheck = {
  id: "product-zone",
  level: "warning",
  title: "A product that its zone does not have",
  explanation:
    "The API refuses a product in such a zone. The zones come from Scaleway's availability guide of 2025-12-04.",
  example: { wrong: gateway({ zone: "fr-par-3" }), right: gateway({ zone: "fr-par-2" }) },
  appliesTo: Object.keys(PRODUCT_ZONES),
  judge: ({ type, zone = "" }) => {
    const zones = PRODUCT_ZONES[type] ?? [];
    if (!isDocumentedZone(zone) || zones.includes(zone)) return [];
    return [{ message: `is in ${zone}, which does not have this product`, fix: `Take one of ${zones.join(", ")}.` }];
  },
};
