import { isSamePlace } from "../../provider";
import type { JsonObject } from "../../terraform";
import type { PlatformCheck } from "../check";
import { gateway, uuid } from "../examples";
import { localityIn } from "../relations";

const attached = (zone: JsonObject): JsonObject => ({
  ...gateway({ zone: "fr-par-2" }),
  scaleway_vpc_gateway_network: {
    n: { gateway_id: "${scaleway_vpc_public_gateway.g.id}", private_network_id: `fr-par/${uuid}`, ...zone },
  },
});

export const gatewayNetworkZone: PlatformCheck = {
  id: "gateway-network-zone",
  level: "error",
  title: "A gateway is attached from another zone",
  explanation:
    "The provider takes the zone of an attachment from the provider block, not from the id of the gateway. If the gateway is in another " +
    'zone, the apply fails: "resource gateway with ID ... is not found".',
  example: { wrong: attached({}), right: attached({ zone: "fr-par-2" }) },
  appliesTo: ["scaleway_vpc_gateway_network"],
  judge: (resource, platform) => {
    const zone = platform.referred(resource, "gateway_id")?.zone ?? localityIn(resource.string("gateway_id"));
    if (resource.zone === undefined || zone === undefined || isSamePlace(resource.zone, zone)) return [];
    return [
      {
        message: `is in zone ${resource.zone}, and its gateway in ${zone}`,
        fix: `Set zone = "${zone}" on the attachment.`,
      },
    ];
  },
};
