import type { PlatformCheck } from "../check";
import { database, uuid } from "../examples";

export const restoredEndpoint: PlatformCheck = {
  id: "restored-endpoint",
  level: "warning",
  title: "A public endpoint of an instance from a snapshot",
  explanation:
    "A restored instance already has its own public endpoint. Up to provider 2.81, the second endpoint, which the load_balancer block " +
    "requests, fails (terraform-provider-scaleway#4193).",
  example: {
    wrong: {
      ...database({ snapshot_id: `fr-par/${uuid}`, load_balancer: [{}] }),
      scaleway_rdb_acl: { a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] } },
    },
    right: database({ snapshot_id: `fr-par/${uuid}` }),
  },
  appliesTo: ["scaleway_rdb_instance"],
  judge: (resource) =>
    resource.has("snapshot_id") && resource.has("load_balancer")
      ? [
          {
            message: "has a snapshot_id, and a load_balancer",
            fix: "Leave load_balancer out until it is restored.",
          },
        ]
      : [],
};
