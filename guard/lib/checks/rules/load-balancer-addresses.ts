import type { PlatformCheck } from "../check";

export const loadBalancerAddresses: PlatformCheck = {
  id: "load-balancer-addresses",
  level: "error",
  title: "Two IPv4 addresses of one load balancer",
  explanation: "A load balancer has one IPv4 address. It can also have one IPv6 address.",
  example: {
    wrong: {
      scaleway_lb_ip: { a: {}, b: {} },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}", "${scaleway_lb_ip.b.id}"] } },
    },
    right: {
      scaleway_lb_ip: { a: {}, b: { is_ipv6: true } },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}", "${scaleway_lb_ip.b.id}"] } },
    },
  },
  appliesTo: ["scaleway_lb"],
  judge: (resource, platform) => {
    const addresses = platform.allReferred(resource, "ip_ids").filter((ip) => ip.flag("is_ipv6") !== true);
    if (addresses.length < 2) return [];
    return [
      {
        message: `has ${addresses.length} IPv4 addresses, ${addresses.map(({ address }) => address).join(" and ")}`,
        fix: "Keep one of them.",
      },
    ];
  },
};
