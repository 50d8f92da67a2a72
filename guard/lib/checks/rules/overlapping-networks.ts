import { IPv4 } from "ipaddr.js";

import type { JsonObject } from "../../terraform";
import type { PlatformCheck } from "../check";

const networks = (second: string): JsonObject => ({
  scaleway_vpc: { v: { name: "v" } },
  scaleway_vpc_private_network: {
    a: { vpc_id: "${scaleway_vpc.v.id}", ipv4_subnet: { subnet: "172.16.0.0/22" } },
    b: { vpc_id: "${scaleway_vpc.v.id}", ipv4_subnet: { subnet: second } },
  },
});

export const overlappingNetworks: PlatformCheck = {
  id: "overlapping-networks",
  level: "error",
  title: "Networks of one VPC overlap",
  explanation:
    "A VPC routes between its Private Networks, so their blocks must not overlap. The API refuses the second network.",
  example: { wrong: networks("172.16.2.0/23"), right: networks("172.16.4.0/22") },
  find: (platform) => {
    const networks = platform.mentioning("ipv4_subnet", "scaleway_vpc_private_network").flatMap((resource) => {
      const subnet = resource.blocks("ipv4_subnet")[0]?.string("subnet");
      return subnet === undefined || !IPv4.isValidCIDR(subnet)
        ? []
        : [{ resource, subnet, vpc: resource.references("vpc_id")[0] ?? resource.string("vpc_id") }];
    });
    return networks.flatMap(({ resource, subnet, vpc }, i) =>
      networks
        .slice(0, i)
        .filter((other) => other.vpc === vpc && vpc !== undefined && overlap(subnet, other.subnet))
        .map((other) => ({
          resource,
          message: `has the block ${subnet}, which overlaps ${other.subnet} of ${other.resource.address} in the same VPC`,
          fix: "Move one of the two to other addresses.",
        })),
    );
  },
};

function overlap(one: string, other: string): boolean {
  const [[a, bitsOfA], [b, bitsOfB]] = [IPv4.parseCIDR(one), IPv4.parseCIDR(other)];
  return a.match(b, Math.min(bitsOfA, bitsOfB));
}
