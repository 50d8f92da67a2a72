import { IPv4 } from "ipaddr.js";

import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";
import { networkOf } from "../relations";

export const fullNetwork: PlatformCheck = {
  id: "full-network",
  level: "error",
  title: "More nodes than the network has addresses",
  explanation:
    "Each node takes an address of the network. Gateways, load balancers and databases also take addresses of the network.",
  example: {
    wrong: clusterWith({ size: 1, max_size: 64, autoscaling: true }, {}, { ipv4_subnet: { subnet: "172.16.0.0/26" } }),
    right: clusterWith({ size: 1, max_size: 60, autoscaling: true }, {}, { ipv4_subnet: { subnet: "172.16.0.0/26" } }),
  },
  appliesTo: ["scaleway_vpc_private_network"],
  mentioning: "ipv4_subnet",
  judge: (resource, platform) => {
    const subnet = resource.blocks("ipv4_subnet")[0]?.string("subnet");
    if (subnet === undefined || !IPv4.isValidCIDR(subnet)) return [];
    const room = 2 ** (32 - IPv4.parseCIDR(subnet)[1]);
    const nodes = platform
      .of("scaleway_k8s_pool")
      .filter((pool) => networkOf(platform, pool) === resource)
      .reduce((sum, pool) => sum + Math.max(pool.number("size") ?? 0, pool.number("max_size") ?? 0), 0);
    if (nodes < room) return [];
    return [
      {
        message: `has ${room} addresses, and its pools may have ${nodes} nodes`,
        fix: "Make the network larger, down to a /20, or the pools smaller.",
      },
    ];
  },
};
