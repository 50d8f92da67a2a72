import type { PlatformCheck } from "../check";
import { database, uuid } from "../examples";

export const databaseEndpoint: PlatformCheck = {
  id: "database-endpoint",
  level: "warning",
  title: "A private endpoint without an address, or with two",
  explanation:
    "The API requires either an address from IPAM or a static address. The apply fails if the endpoint has neither or both.",
  example: {
    wrong: database({ private_network: [{ pn_id: `fr-par/${uuid}` }] }),
    right: database({ private_network: [{ pn_id: `fr-par/${uuid}`, ip_net: "172.16.0.9/22" }] }),
  },
  appliesTo: ["scaleway_rdb_instance"],
  judge: (resource) =>
    resource.blocks("private_network").flatMap((endpoint) => {
      const [ipam, fixed] = [endpoint.flag("enable_ipam"), endpoint.has("ip_net")];
      if (ipam === undefined || (ipam === true) !== fixed) return [];
      return [
        {
          message: `has a private_network with ${fixed ? "both enable_ipam and ip_net" : "neither enable_ipam nor ip_net"}`,
          fix: "Set enable_ipam = true, and leave ip_net out.",
        },
      ];
    }),
};
