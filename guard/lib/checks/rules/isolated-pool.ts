import { EGRESS_TYPES } from "../../provider";
import type { Configuration, JsonObject } from "../../terraform";
import type { PlatformCheck } from "../check";
import { clusterWith, uuid } from "../examples";
import type { Platform } from "../platform";
import { networkOf } from "../relations";
import type { CheckedResource } from "../resource";

export const isolatedPool: PlatformCheck = {
  id: "isolated-pool",
  level: "error",
  title: "Nodes without a public address, and without egress",
  explanation: "Such nodes cannot reach the control plane or a registry, and never become ready.",
  example: {
    wrong: clusterWith({ public_ip_disabled: true }),
    right: clusterWith(
      { public_ip_disabled: true },
      {
        scaleway_vpc_gateway_network: {
          g: { gateway_id: `fr-par-1/${uuid}`, private_network_id: "${scaleway_vpc_private_network.n.id}" },
        },
      },
    ),
  },
  appliesTo: ["scaleway_k8s_pool"],
  mentioning: "public_ip_disabled",
  judge: (resource, platform) =>
    resource.flag("public_ip_disabled") === true && hasNoEgress(platform, resource)
      ? [
          {
            message: "has no public addresses, and nothing leads out of its network",
            fix: "Attach a Public Gateway with a default route to the network of the cluster.",
          },
        ]
      : [],
};

/** Only of a network that is in the stack can be told what leads out of it. */
function hasNoEgress(platform: Platform, pool: CheckedResource): boolean {
  const network = networkOf(platform, pool);
  if (network === undefined || platform.of("scaleway_vpc_route").length > 0 || platform.others.some(mayLeadOut))
    return false;
  return !platform
    .of("scaleway_vpc_gateway_network")
    .some((gateway) => [undefined, network].includes(platform.referred(gateway, "private_network_id")));
}

/** Whether another stack may lead out of a network of this one: by a gateway or a route that names none of its own, or in a module. */
function mayLeadOut({ resources, modules }: Configuration): boolean {
  const namesOwn = ({ private_network_id: network, vpc_id: vpc }: JsonObject): boolean =>
    JSON.stringify(network ?? vpc ?? null).includes("${scaleway_vpc");
  return (
    modules.size > 0 ||
    [...resources.values()].some(({ address, body }) => EGRESS_TYPES.includes(address.type) && !namesOwn(body))
  );
}
