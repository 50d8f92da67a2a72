import type { PlatformCheck } from "../check";
import { gateway } from "../examples";
import { unknownType } from "../unknown-type";

export const gatewayType: PlatformCheck = {
  id: "gateway-type",
  level: "warning",
  title: "A gateway of an unknown type",
  explanation:
    "The API refuses types that it does not have; the provider does not check them. The warning names the day of the list; what " +
    "came since then can stay.",
  example: { wrong: gateway({ type: "VPC-GW-XXL" }), right: gateway({ type: "VPC-GW-XL" }) },
  appliesTo: ["scaleway_vpc_public_gateway"],
  judge: (resource) => unknownType(resource, "type", "gateway"),
};
