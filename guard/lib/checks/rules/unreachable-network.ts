import type { Address, JsonObject } from "../../terraform";
import type { PlatformCheck } from "../check";
import { clusterWith, rdb } from "../examples";
import type { Platform } from "../platform";
import type { Arguments, CheckedResource } from "../resource";

/** Where the network of a resource stands: in a block, or in the resource itself. */
const NETWORK_OF: Readonly<Record<string, readonly [block: string | undefined, argument: string]>> = {
  scaleway_rdb_instance: ["private_network", "pn_id"],
  scaleway_redis_cluster: ["private_network", "id"],
  scaleway_mongodb_instance: ["private_network", "pn_id"],
  scaleway_lb: ["private_network", "private_network_id"],
  scaleway_vpc_gateway_network: [undefined, "private_network_id"],
};

const inVpc = (vpc: string): JsonObject =>
  clusterWith(
    {},
    {
      scaleway_vpc: { v: { name: "v" }, w: { name: "w" } },
      scaleway_vpc_private_network: { n: { vpc_id: "${scaleway_vpc.v.id}" }, data: { vpc_id: vpc } },
      scaleway_rdb_instance: {
        d: { ...rdb, private_network: [{ pn_id: "${scaleway_vpc_private_network.data.id}", enable_ipam: true }] },
      },
    },
  );

export const unreachableNetwork: PlatformCheck = {
  id: "unreachable-network",
  level: "warning",
  title: "A database, load balancer or gateway in another VPC than every cluster of its stack",
  explanation:
    "A VPC routes between its own Private Networks. It does not route to the Private Networks of other VPCs.",
  example: { wrong: inVpc("${scaleway_vpc.w.id}"), right: inVpc("${scaleway_vpc.v.id}") },
  find: (platform) => {
    const clusters = platform.of("scaleway_k8s_cluster");
    const vpcs = clusters.map((cluster) => vpcOf(platform, platform.referred(cluster, "private_network_id")));
    if (clusters.length === 0 || vpcs.includes(undefined)) return [];
    return platform.of(...Object.keys(NETWORK_OF)).flatMap((resource) => {
      const networks = networksOf(platform, resource);
      const own = networks.map((network) => vpcOf(platform, network));
      if (own.length === 0 || own.some((vpc) => vpc === undefined || vpcs.includes(vpc))) return [];
      return [
        {
          resource,
          message: `is on ${networks.map(({ address }) => address).join(" and ")}, in a VPC without a cluster of this stack`,
          fix: "Put it on the network of the cluster, or on one of its VPC.",
        },
      ];
    });
  },
};

/** Which VPC a network is in: the default one where it says none. Undefined where it is not known. */
function vpcOf(platform: Platform, network: CheckedResource | undefined): Address | string | undefined {
  if (network === undefined) return undefined;
  if (!network.has("vpc_id")) return "default";
  return platform.referred(network, "vpc_id")?.address ?? network.string("vpc_id");
}

/** The networks of a resource that are in the stack. */
function networksOf(platform: Platform, resource: CheckedResource): CheckedResource[] {
  const [block, argument] = NETWORK_OF[resource.type] ?? [undefined, ""];
  const holders: readonly Arguments[] = block === undefined ? [resource] : resource.blocks(block);
  return holders.flatMap((holder) => platform.allReferred(holder, argument));
}
