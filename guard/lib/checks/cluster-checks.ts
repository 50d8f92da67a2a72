import { IPv4 } from "ipaddr.js";

import { areApart } from "../provider";
import type { PlatformCheck } from "./check";
import type { Platform } from "./platform";
import { localityIn, repeated } from "./relations";
import type { CheckedResource } from "./resource";

/** Most machines of a placement group that is enforced (Scaleway, "Placement groups"). */
const LARGEST_ENFORCED_GROUP = 20;
/** Minor versions that a node may be behind its control plane (Kubernetes, "Version Skew Policy"). */
const LARGEST_SKEW = 3;

/** Mistakes with clusters and their pools. */
export const CLUSTER_CHECKS: readonly PlatformCheck[] = [
  {
    id: "cluster-network",
    level: "error",
    title: "A Kapsule cluster that names no Private Network",
    explanation:
      "Since October 2023 the API refuses to make one, and every cluster that exists has one: where the code names none, a refreshed plan " +
      "takes it away, which replaces the cluster.",
    find: (platform) =>
      platform.of("scaleway_k8s_cluster").flatMap((resource) => {
        const type = resource.has("type") ? resource.text("type") : "kapsule";
        if (resource.has("private_network_id") || type?.startsWith("kapsule") !== true || ignoresNetwork(resource))
          return [];
        return [
          {
            resource,
            message: "has no private_network_id",
            fix: "Name the network that it has, which `scw k8s cluster get <id>` and a state show, or a new one for a new cluster.",
          },
        ];
      }),
  },
  {
    id: "placement-group-zone",
    level: "error",
    title: "A placement group of another zone than its pool",
    explanation:
      "Placement groups are zonal; the nodes are refused when they are made (terraform-provider-scaleway#1486).",
    find: (platform) =>
      platform.mentioning("placement_group_id", "scaleway_k8s_pool").flatMap((resource) => {
        const zone =
          platform.referred(resource, "placement_group_id")?.zone ?? localityIn(resource.text("placement_group_id"));
        if (!areApart(resource.zone, zone)) return [];
        return [
          {
            resource,
            message: `is in zone ${resource.zone ?? ""}, and its placement group in ${zone ?? ""}`,
            fix: "Name a placement group of the pool's zone.",
          },
        ];
      }),
  },
  {
    id: "placement-group-size",
    level: "error",
    title: "More nodes than an enforced placement group holds",
    explanation: `An enforced group takes ${LARGEST_ENFORCED_GROUP} machines; what comes after them is refused.`,
    find: (platform) =>
      platform.mentioning("placement_group_id", "scaleway_k8s_pool").flatMap((resource) => {
        const group = platform.referred(resource, "placement_group_id");
        const most = Math.max(resource.number("size") ?? 0, resource.number("max_size") ?? 0);
        if (group?.text("policy_mode") !== "enforced" || most <= LARGEST_ENFORCED_GROUP) return [];
        return [
          {
            resource,
            message: `may have ${most} nodes, in a group that holds ${LARGEST_ENFORCED_GROUP}`,
            fix: "Make several pools, each with a group, or leave policy_mode out.",
          },
        ];
      }),
  },
  {
    id: "isolated-pool",
    level: "error",
    title: "Nodes without a public address, and without a way out",
    explanation: "Such nodes reach neither the control plane nor a registry, and never become ready.",
    find: (platform) =>
      platform
        .mentioning("public_ip_disabled", "scaleway_k8s_pool")
        .filter((resource) => resource.flag("public_ip_disabled") === true && isShutIn(platform, resource))
        .map((resource) => ({
          resource,
          message: "has no public addresses, and nothing leads out of its network",
          fix: "Attach a Public Gateway with a default route to the network of the cluster.",
        })),
  },
  {
    id: "second-api-access",
    level: "error",
    title: "Two allow lists of one cluster",
    explanation: "Each replaces all rules of the other, in turn, at every apply.",
    find: (platform) => repeated(platform, "scaleway_k8s_acl", ["cluster_id"], "Put all rules into one of the two."),
  },
  {
    id: "api-access-rule",
    level: "error",
    title: "A rule that names addresses in two ways",
    explanation: "A rule of an allow list is either a block or Scaleway's own ranges; the API refuses both at once.",
    find: (platform) =>
      platform
        .mentioning("scaleway_ranges", "scaleway_k8s_acl")
        .filter((resource) =>
          resource.blocks("acl_rules").some((rule) => rule.has("ip") && rule.flag("scaleway_ranges") === true),
        )
        .map((resource) => ({
          resource,
          message: "has a rule with both ip and scaleway_ranges",
          fix: "Make two rules of it.",
        })),
  },
  {
    id: "api-access-ipv6",
    level: "warning",
    title: "An IPv6 block in an allow list",
    explanation: "Whether Scaleway's API takes IPv6 there is not documented; the provider plans it.",
    find: (platform) =>
      platform
        .mentioning("::", "scaleway_k8s_acl")
        .filter((resource) => resource.blocks("acl_rules").some((rule) => rule.text("ip")?.includes(":") === true))
        .map((resource) => ({ resource, message: "lets an IPv6 block in", fix: "Name IPv4 blocks." })),
  },
  {
    id: "kosmos-network",
    level: "error",
    title: "A Kosmos cluster on a Private Network",
    explanation: "Kosmos joins nodes of any provider in a mesh of its own, and takes no Private Network.",
    find: (platform) =>
      platform
        .mentioning("multicloud", "scaleway_k8s_cluster")
        .filter(
          (resource) => resource.text("type")?.startsWith("multicloud") === true && resource.has("private_network_id"),
        )
        .map((resource) => ({
          resource,
          message: `is of type ${resource.text("type") ?? ""}, and has a private_network_id`,
          fix: "Leave private_network_id out, or make a Kapsule cluster.",
        })),
  },
  {
    id: "version-skew",
    level: "warning",
    title: "Nodes that are too far behind their cluster",
    explanation: `Kubernetes supports nodes that are up to ${LARGEST_SKEW} minor versions behind, and none that are ahead.`,
    find: (platform) =>
      platform.mentioning('"version"', "scaleway_k8s_pool").flatMap((resource) => {
        const cluster = platform.referred(resource, "cluster_id");
        const [own, of] = [minorOf(resource.text("version")), minorOf(cluster?.text("version"))];
        if (own === undefined || of === undefined || (own <= of && of - own <= LARGEST_SKEW)) return [];
        return [
          {
            resource,
            message: `has version ${resource.text("version") ?? ""}, and its cluster ${cluster?.text("version") ?? ""}`,
            fix: own > of ? "Upgrade the cluster first." : "Upgrade the pool.",
          },
        ];
      }),
  },
  {
    id: "manifest-beside-cluster",
    level: "warning",
    title: "A kubernetes_manifest in the stack that makes its cluster",
    explanation:
      "It asks the cluster's API while it is planned: before the cluster is there, and whenever it is replaced, the plan fails with " +
      '"Failed to construct REST client". In between it works.',
    find: (platform) => {
      if (platform.blocks("kubernetes_manifest").length === 0) return [];
      const reached = platform.providersOf("kubernetes").map((body) => JSON.stringify(body));
      return platform
        .of("scaleway_k8s_cluster")
        .filter(({ address }) => reached.some((text) => text.includes(`${address}.`)))
        .map((resource) => ({
          resource,
          message: "is reached by the provider of Kubernetes in its own stack, which has a kubernetes_manifest",
          fix: "Move what runs in the cluster to a stack of its own.",
        }));
    },
  },
  {
    id: "full-network",
    level: "error",
    title: "More nodes than the network has addresses",
    explanation: "Each node takes an address of the network, beside those of gateways, load balancers and databases.",
    find: (platform) =>
      platform.mentioning("ipv4_subnet", "scaleway_vpc_private_network").flatMap((resource) => {
        const subnet = resource.blocks("ipv4_subnet")[0]?.text("subnet");
        if (subnet === undefined || !IPv4.isValidCIDR(subnet)) return [];
        const room = 2 ** (32 - IPv4.parseCIDR(subnet)[1]);
        const nodes = platform
          .of("scaleway_k8s_pool")
          .filter((pool) => networkOf(platform, pool) === resource)
          .reduce((sum, pool) => sum + Math.max(pool.number("size") ?? 0, pool.number("max_size") ?? 0), 0);
        if (nodes < room) return [];
        return [
          {
            resource,
            message: `has ${room} addresses, and its pools may have ${nodes} nodes`,
            fix: "Make the network larger, down to a /20, or the pools smaller.",
          },
        ];
      }),
  },
];

/** The network of a pool's cluster, where both are in the stack. */
function networkOf(platform: Platform, pool: CheckedResource): CheckedResource | undefined {
  const cluster = platform.referred(pool, "cluster_id");
  return cluster && platform.referred(cluster, "private_network_id");
}

/** Only of a network that is in the stack can be told what leads out of it. */
function isShutIn(platform: Platform, pool: CheckedResource): boolean {
  const network = networkOf(platform, pool);
  if (network === undefined || platform.of("scaleway_vpc_route").length > 0) return false;
  return !platform
    .of("scaleway_vpc_gateway_network")
    .some((gateway) => [undefined, network].includes(platform.referred(gateway, "private_network_id")));
}

function minorOf(version: string | undefined): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? "") ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}

/** What ignores changes of the network keeps the one that there is. */
function ignoresNetwork({ body }: CheckedResource): boolean {
  return /"(?:all|private_network_id)"/.exec(JSON.stringify(body.lifecycle ?? null)) !== null;
}
