import type { PlatformCheck } from "../check";
import { uuid } from "../examples";

export const replicaEndpoint: PlatformCheck = {
  id: "replica-endpoint",
  level: "error",
  title: "A read replica that nobody reaches",
  explanation:
    "A replica needs an endpoint. A private endpoint needs an address from IPAM or a static address. The provider checks neither.",
  example: {
    wrong: { scaleway_rdb_read_replica: { r: { instance_id: `fr-par/${uuid}` } } },
    right: { scaleway_rdb_read_replica: { r: { instance_id: `fr-par/${uuid}`, direct_access: {} } } },
  },
  appliesTo: ["scaleway_rdb_read_replica"],
  judge: (resource) => {
    const [endpoint] = resource.blocks("private_network");
    if (endpoint === undefined) {
      if (resource.has("private_network") || resource.has("direct_access")) return [];
      return [{ message: "has no endpoint", fix: "Add private_network, with enable_ipam = true." }];
    }
    if (endpoint.flag("enable_ipam") !== "unset" || endpoint.has("service_ip")) return [];
    return [{ message: "has an endpoint without an address", fix: "Set enable_ipam = true." }];
  },
};
