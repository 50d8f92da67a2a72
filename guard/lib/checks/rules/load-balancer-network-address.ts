import type { PlatformCheck } from "../check";
import { uuid } from "../examples";

export const loadBalancerNetworkAddress: PlatformCheck = {
  id: "load-balancer-network-address",
  level: "error",
  title: "A load balancer on a network without an address from IPAM",
  explanation:
    "The API accepts an attachment only with an address from IPAM. You set the address in ipam_ip_ids, which is a list.",
  example: {
    wrong: { scaleway_lb_private_network: { n: { lb_id: `fr-par-1/${uuid}`, private_network_id: `fr-par/${uuid}` } } },
    right: {
      scaleway_lb_private_network: {
        n: { lb_id: `fr-par-1/${uuid}`, private_network_id: `fr-par/${uuid}`, ipam_ip_ids: [`fr-par/${uuid}`] },
      },
    },
  },
  appliesTo: ["scaleway_lb_private_network"],
  judge: (resource) =>
    !resource.has("ipam_ip_ids")
      ? [
          {
            message: "has no ipam_ip_ids",
            fix: "Reserve a scaleway_ipam_ip, and name it.",
          },
        ]
      : [],
};
