import type { PlatformCheck } from "../check";
import { database } from "../examples";

export const openDatabase: PlatformCheck = {
  id: "open-database",
  level: "warning",
  title: "A database that the whole internet reaches",
  explanation: "A public endpoint without its own allow list lets everybody try passwords.",
  example: {
    wrong: database({ load_balancer: {} }),
    right: {
      ...database({ load_balancer: {} }),
      scaleway_rdb_acl: {
        a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
      },
    },
  },
  appliesTo: ["scaleway_rdb_instance"],
  judge: (resource, platform) => {
    const limited = platform.of("scaleway_rdb_acl").flatMap((acl) => acl.references("instance_id"));
    if (!resource.has("load_balancer") || limited.includes(resource.address)) return [];
    return [
      {
        message: "has a public endpoint, and no scaleway_rdb_acl in this stack",
        fix: "Remove load_balancer, or say who may connect.",
      },
    ];
  },
};
