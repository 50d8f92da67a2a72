import { GATEWAY_TYPES } from "../../provider";
import type { PlatformCheck } from "../check";
import { gateway } from "../examples";

export const gatewayType: PlatformCheck = {
  id: "gateway-type",
  level: "warning",
  title: "A gateway of an unknown type",
  explanation:
    "The API refuses types that it does not have; the provider does not check them (Scaleway's offers, 2026).",
  example: { wrong: gateway({ type: "VPC-GW-XXL" }), right: gateway({ type: "VPC-GW-XL" }) },
  appliesTo: ["scaleway_vpc_public_gateway"],
  judge: (resource) => {
    const type = resource.string("type");
    if (type === undefined || (GATEWAY_TYPES as readonly string[]).includes(type.toUpperCase())) return [];
    return [{ message: `has the type ${type}`, fix: `Write one of ${GATEWAY_TYPES.join(", ")}.` }];
  },
};
