import type { PlatformCheck } from "../check";

export const loadBalancerIpv6Only: PlatformCheck = {
  id: "load-balancer-ipv6-only",
  level: "warning",
  title: "A load balancer with an IPv6 address alone",
  explanation:
    "Scaleway adds an IPv4 address that is in no state, and bills it. The address remains after the load balancer is destroyed " +
    "(terraform-provider-scaleway#4262).",
  example: {
    wrong: {
      scaleway_lb_ip: { a: { is_ipv6: true } },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}"] } },
    },
    right: {
      scaleway_lb_ip: { a: { is_ipv6: true }, b: {} },
      scaleway_lb: { l: { type: "LB-S", ip_ids: ["${scaleway_lb_ip.a.id}", "${scaleway_lb_ip.b.id}"] } },
    },
  },
  appliesTo: ["scaleway_lb"],
  judge: (resource, platform) => {
    const addresses = platform.allReferred(resource, "ip_ids");
    const isAlone = addresses.length > 0 && addresses.every((ip) => ip.flag("is_ipv6") === true);
    // An id that is written out may be that of an IPv4 address.
    if (!isAlone || (resource.strings("ip_ids")?.length ?? 0) > 0 || resource.has("ip_id")) return [];
    return [{ message: "has no IPv4 address among its ip_ids", fix: "Reserve a scaleway_lb_ip for it, too." }];
  },
};
