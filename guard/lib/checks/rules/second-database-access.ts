import type { PlatformCheck } from "../check";
import { database, endpoint, rdb } from "../examples";
import { repeated } from "../relations";

export const secondDatabaseAccess: PlatformCheck = {
  id: "second-database-access",
  level: "error",
  title: "Two allow lists of one database",
  explanation: "At every apply, each list replaces all rules of the other list.",
  example: {
    wrong: {
      ...database({}),
      scaleway_rdb_acl: {
        a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
        b: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "198.51.100.0/24" }] },
      },
    },
    right: {
      scaleway_rdb_instance: { d: { ...rdb, private_network: [endpoint] }, e: { ...rdb, private_network: [endpoint] } },
      scaleway_rdb_acl: {
        a: { instance_id: "${scaleway_rdb_instance.d.id}", acl_rules: [{ ip: "203.0.113.0/24" }] },
        b: { instance_id: "${scaleway_rdb_instance.e.id}", acl_rules: [{ ip: "198.51.100.0/24" }] },
      },
    },
  },
  find: (platform) => repeated(platform, "scaleway_rdb_acl", ["instance_id"], "Put all rules into one of the two."),
};
