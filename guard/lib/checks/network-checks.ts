import { IPv4 } from "ipaddr.js";

import { areApart, GATEWAY_TYPES } from "../provider";
import type { PlatformCheck } from "./check";
import { localityIn } from "./relations";

/** Mistakes with networks and the gateways out of them. */
export const NETWORK_CHECKS: readonly PlatformCheck[] = [
  {
    id: "gateway-network-zone",
    level: "error",
    title: "A gateway is attached from another zone",
    explanation:
      "The provider takes the zone of an attachment from the provider block, not from the gateway's id, and the apply fails: " +
      '"resource gateway with ID ... is not found".',
    find: (platform) =>
      platform.of("scaleway_vpc_gateway_network").flatMap((resource) => {
        const zone = platform.referred(resource, "gateway_id")?.zone ?? localityIn(resource.text("gateway_id"));
        if (!areApart(resource.zone, zone)) return [];
        return [
          {
            resource,
            message: `is in zone ${resource.zone ?? ""}, and its gateway in ${zone ?? ""}`,
            fix: `Set zone = "${zone ?? ""}" on the attachment.`,
          },
        ];
      }),
  },
  {
    id: "gateway-type",
    level: "warning",
    title: "A gateway of an unknown type",
    explanation:
      "The API refuses types that it does not have; the provider does not check them (Scaleway's offers, 2026).",
    find: (platform) =>
      platform.of("scaleway_vpc_public_gateway").flatMap((resource) => {
        const type = resource.text("type");
        if (type === undefined || (GATEWAY_TYPES as readonly string[]).includes(type.toUpperCase())) return [];
        return [{ resource, message: `has the type ${type}`, fix: `Write one of ${GATEWAY_TYPES.join(", ")}.` }];
      }),
  },
  {
    id: "open-bastion",
    level: "warning",
    title: "A bastion that is open to everybody by default",
    explanation: "Without allowed_ip_ranges, Scaleway lets the whole internet try its keys.",
    find: (platform) =>
      platform
        .of("scaleway_vpc_public_gateway")
        .filter((resource) => resource.flag("bastion_enabled") === true && !resource.has("allowed_ip_ranges"))
        .map((resource) => ({
          resource,
          message: "has a bastion, and does not say who may reach it",
          fix: 'Set allowed_ip_ranges, to ["0.0.0.0/0"] where everybody is meant.',
        })),
  },
  {
    id: "overlapping-networks",
    level: "error",
    title: "Networks of one VPC overlap",
    explanation: "A VPC routes between its Private Networks, whose blocks must differ; the API refuses the second one.",
    find: (platform) => {
      const networks = platform.mentioning("ipv4_subnet", "scaleway_vpc_private_network").flatMap((resource) => {
        const subnet = resource.blocks("ipv4_subnet")[0]?.text("subnet");
        return subnet === undefined || !IPv4.isValidCIDR(subnet)
          ? []
          : [{ resource, subnet, vpc: resource.references("vpc_id")[0] ?? resource.text("vpc_id") }];
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
  },
];

function overlap(one: string, other: string): boolean {
  const [[a, bitsOfA], [b, bitsOfB]] = [IPv4.parseCIDR(one), IPv4.parseCIDR(other)];
  return a.match(b, Math.min(bitsOfA, bitsOfB));
}
