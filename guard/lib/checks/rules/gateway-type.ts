import type { PlatformCheck } from "../check";
import { gateway } from "../examples";
import { unknownType } from "../unknown-type";

export const gatewayType: PlatformCheck = {
  id: "gateway-type",
  level: "warning",
  title: "A gateway of an unknown type",
  explanation:
    "The API refuses types that do not exist. The provider does not check them. The warning gives the date of the list of known types. " +
    "If Scaleway added the type after that date, you can keep it.",
  example: { wrong: gateway({ type: "VPC-GW-XXL" }), right: gateway({ type: "VPC-GW-XL" }) },
  appliesTo: ["scaleway_vpc_public_gateway"],
  judge: (resource) => unknownType(resource, "type", "gateway"),
};
