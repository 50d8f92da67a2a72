import type { PlatformCheck } from "./check";
import type { Platform } from "./platform";
import type { Arguments, CheckedResource } from "./resource";

/** Where the network of a resource stands: in a block, or in the resource itself. */
const NETWORK_OF: Readonly<Record<string, readonly [block: string | undefined, argument: string]>> = {
  scaleway_rdb_instance: ["private_network", "pn_id"],
  scaleway_redis_cluster: ["private_network", "id"],
  scaleway_mongodb_instance: ["private_network", "pn_id"],
  scaleway_lb: ["private_network", "private_network_id"],
  scaleway_vpc_gateway_network: [undefined, "private_network_id"],
};

/** What cannot be reached from where it is meant to be. */
export const REACH_CHECKS: readonly PlatformCheck[] = [
  {
    id: "unreachable-network",
    level: "warning",
    title: "A database, load balancer or gateway in another VPC than every cluster of its stack",
    explanation: "A VPC routes between its Private Networks, and not to those of other VPCs.",
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
  },
  {
    id: "shut-out-load-balancer",
    level: "error",
    title: "A load balancer that the nodes' security group shuts out",
    explanation:
      "Security groups filter what comes to the public addresses of nodes. A load balancer that forwards to those needs a rule; by the " +
      'private addresses it needs none ("Securing a cluster with a regional Private Network").',
    find: (platform) =>
      platform.mentioning("public_ip", "scaleway_lb_backend").flatMap((resource) => {
        const port = resource.number("forward_port");
        const named = JSON.stringify(resource.body.server_ips ?? "");
        const pools = platform.of("scaleway_k8s_pool").filter(({ address }) => named.includes(`${address}.nodes`));
        const group = pools
          .flatMap((pool) => platform.referred(pool, "security_group_id") ?? [])
          .find((each) => port !== undefined && dropsAll(each, port));
        if (group === undefined) return [];
        return [
          {
            resource,
            message: `forwards to port ${port} of the nodes' public addresses, where ${group.address} lets nothing in`,
            fix: "Forward to their private addresses, with the load balancer on the network, or add an inbound rule.",
          },
        ];
      }),
  },
];

/** The networks of a resource that are in the stack. */
function networksOf(platform: Platform, resource: CheckedResource): CheckedResource[] {
  const [block, argument] = NETWORK_OF[resource.type] ?? [undefined, ""];
  const holders: readonly Arguments[] = block === undefined ? [resource] : resource.blocks(block);
  return holders.flatMap((holder) => platform.allReferred(holder, argument));
}

/** Which VPC a network is in: the default one where it says none. Undefined where it is not known. */
function vpcOf(platform: Platform, network: CheckedResource | undefined): string | undefined {
  if (network === undefined) return undefined;
  if (!network.has("vpc_id")) return "default";
  return platform.referred(network, "vpc_id")?.address ?? network.text("vpc_id");
}

/** Whether a group lets nothing in by TCP at a port, as far as its rules are known. */
function dropsAll(group: CheckedResource, port: number): boolean {
  if (group.text("inbound_default_policy") !== "drop" || group.flag("external_rules") === true) return false;
  return !group.blocks("inbound_rule").some((rule) => mayAccept(rule, port));
}

function mayAccept(rule: Arguments, port: number): boolean {
  if (rule.text("action") === "drop") return false;
  if (!["TCP", "ANY", undefined].includes(rule.text("protocol")?.toUpperCase())) return false;
  const single = rule.number("port");
  if (single !== undefined && single !== 0) return single === port;
  const [first, last] = (rule.text("port_range") ?? "").split("-").map(Number);
  return first === undefined || last === undefined || (port >= first && port <= last);
}
