import type { JsonObject } from "../../terraform";
import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";

const balanced = (network: string): JsonObject =>
  clusterWith(
    {},
    {
      scaleway_vpc_private_network: { n: { name: "n" }, other: { name: "other" } },
      scaleway_lb: { l: { type: "LB-S", private_network: [{ private_network_id: network }] } },
      scaleway_lb_backend: {
        b: {
          lb_id: "${scaleway_lb.l.id}",
          forward_protocol: "tcp",
          forward_port: 80,
          server_ips: "${scaleway_k8s_pool.p.nodes[*].private_ips[0].address}",
        },
      },
    },
  );

export const otherNetwork: PlatformCheck = {
  id: "other-network",
  level: "error",
  title: "A load balancer on another network than its servers",
  explanation:
    "The load balancer reaches the nodes by their private addresses. Only the network of the nodes knows these addresses.",
  example: {
    wrong: balanced("${scaleway_vpc_private_network.other.id}"),
    right: balanced("${scaleway_vpc_private_network.n.id}"),
  },
  appliesTo: ["scaleway_lb_backend"],
  mentioning: "private_ip",
  judge: (resource, platform) => {
    const balancer = platform.referred(resource, "lb_id");
    const networks = balancer?.blocks("private_network") ?? [];
    const own = networks.flatMap((network) => network.references("private_network_id"));
    const servers = poolsIn(JSON.stringify(resource.body.server_ips ?? "")).flatMap((address) =>
      platform.of("scaleway_k8s_pool").filter((pool) => pool.address.toString() === address),
    );
    const others = servers.flatMap((pool) => {
      const cluster = platform.referred(pool, "cluster_id");
      const network = cluster && platform.referred(cluster, "private_network_id");
      return network === undefined || own.length === 0 || own.includes(network.address) ? [] : [network.address];
    });
    return others.slice(0, 1).map((network) => ({
      message: `forwards to nodes on ${network}, and its load balancer is on ${own.join(" and ")}`,
      fix: "Attach the load balancer to the network of the cluster.",
    }));
  },
};

/** The pools that an expression names. */
function poolsIn(expression: string): string[] {
  return [...new Set(expression.match(/scaleway_k8s_pool\.[\w-]+/g) ?? [])];
}
