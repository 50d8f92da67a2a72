import { LOAD_BALANCER_TYPES } from "../provider";
import type { PlatformCheck } from "./check";

const HTTP_PORT = 80;

/** Mistakes with load balancers. */
export const LOAD_BALANCER_CHECKS: readonly PlatformCheck[] = [
  {
    id: "load-balancer-type",
    level: "warning",
    title: "A load balancer of an unknown type",
    explanation:
      "The API refuses types that it does not have; the provider does not check them (Scaleway's offers, 2026).",
    find: (platform) =>
      platform.of("scaleway_lb").flatMap((resource) => {
        const type = resource.text("type");
        if (type === undefined || (LOAD_BALANCER_TYPES as readonly string[]).includes(type.toUpperCase())) return [];
        return [{ resource, message: `has the type ${type}`, fix: `Write one of ${LOAD_BALANCER_TYPES.join(", ")}.` }];
      }),
  },
  {
    id: "load-balancer-addresses",
    level: "error",
    title: "Two IPv4 addresses of one load balancer",
    explanation: "A load balancer has one IPv4 address, and one IPv6 address beside it.",
    find: (platform) =>
      platform.of("scaleway_lb").flatMap((resource) => {
        const addresses = platform.allReferred(resource, "ip_ids").filter((ip) => ip.flag("is_ipv6") !== true);
        if (addresses.length < 2) return [];
        return [
          {
            resource,
            message: `has ${addresses.length} IPv4 addresses, ${addresses.map(({ address }) => address).join(" and ")}`,
            fix: "Keep one of them.",
          },
        ];
      }),
  },
  {
    id: "load-balancer-ipv6-only",
    level: "warning",
    title: "A load balancer with an IPv6 address alone",
    explanation:
      "Scaleway adds an IPv4 address that no state knows, bills it, and leaves it over when the load balancer is destroyed " +
      "(terraform-provider-scaleway#4262).",
    find: (platform) =>
      platform.of("scaleway_lb").flatMap((resource) => {
        const addresses = platform.allReferred(resource, "ip_ids");
        const isAlone = addresses.length > 0 && addresses.every((ip) => ip.flag("is_ipv6") === true);
        // An id that is written out may be that of an IPv4 address.
        if (!isAlone || (resource.texts("ip_ids")?.length ?? 0) > 0 || resource.has("ip_id")) return [];
        return [
          { resource, message: "has no IPv4 address among its ip_ids", fix: "Reserve a scaleway_lb_ip for it, too." },
        ];
      }),
  },
  {
    id: "load-balancer-network-address",
    level: "error",
    title: "A load balancer on a network without an address from IPAM",
    explanation: "The API takes an attachment only with an address from IPAM, in ipam_ip_ids, a list.",
    find: (platform) =>
      platform
        .of("scaleway_lb_private_network")
        .filter((resource) => !resource.has("ipam_ip_ids"))
        .map((resource) => ({
          resource,
          message: "has no ipam_ip_ids",
          fix: "Reserve a scaleway_ipam_ip, and name it.",
        })),
  },
  {
    id: "plain-port-certificate",
    level: "error",
    title: "Certificates on port 80",
    explanation: "Port 80 is for plain HTTP, and where Let's Encrypt is answered; the API refuses certificates there.",
    find: (platform) =>
      platform
        .of("scaleway_lb_frontend")
        .filter((resource) => resource.number("inbound_port") === HTTP_PORT && resource.has("certificate_ids"))
        .map((resource) => ({ resource, message: "has certificates on port 80", fix: "Listen on 443." })),
  },
  {
    id: "http-check-of-tcp",
    level: "warning",
    title: "An HTTP health check of a TCP backend",
    explanation: "It works where the servers speak HTTP behind TCP, and marks all of them down where they do not.",
    find: (platform) =>
      platform
        .of("scaleway_lb_backend")
        .filter((resource) => resource.text("forward_protocol") === "tcp" && resource.has("health_check_http"))
        .map((resource) => ({
          resource,
          message: "forwards TCP, and checks by HTTP",
          fix: "Take health_check_tcp where the servers do not speak plain HTTP.",
        })),
  },
  {
    id: "other-network",
    level: "error",
    title: "A load balancer on another network than its servers",
    explanation: "It reaches the nodes by their private addresses, which only their own network knows.",
    find: (platform) =>
      platform.mentioning("private_ip", "scaleway_lb_backend").flatMap((resource) => {
        const balancer = platform.referred(resource, "lb_id");
        const networks = balancer?.blocks("private_network") ?? [];
        const own = networks.flatMap((network) => network.references("private_network_id"));
        const servers = poolsIn(JSON.stringify(resource.body.server_ips ?? "")).flatMap((address) =>
          platform.of("scaleway_k8s_pool").filter((pool) => pool.address === address),
        );
        const others = servers.flatMap((pool) => {
          const cluster = platform.referred(pool, "cluster_id");
          const network = cluster && platform.referred(cluster, "private_network_id");
          return network === undefined || own.length === 0 || own.includes(network.address) ? [] : [network.address];
        });
        return others.slice(0, 1).map((network) => ({
          resource,
          message: `forwards to nodes on ${network}, and its load balancer is on ${own.join(" and ")}`,
          fix: "Attach the load balancer to the network of the cluster.",
        }));
      }),
  },
];

/** The pools that an expression names. */
function poolsIn(expression: string): string[] {
  return [...new Set(expression.match(/scaleway_k8s_pool\.[\w-]+/g) ?? [])];
}
