import type { PlatformCheck } from "../check";
import { access, uuid } from "../examples";
import { repeated } from "../relations";

export const secondApiAccess: PlatformCheck = {
  id: "second-api-access",
  level: "error",
  title: "Two allow lists of one cluster",
  explanation: "At every apply, each list replaces all rules of the other list.",
  example: {
    wrong: {
      scaleway_k8s_acl: {
        a: { cluster_id: `fr-par/${uuid}`, acl_rules: [{ ip: "203.0.113.0/24" }] },
        b: { cluster_id: `fr-par/${uuid}`, acl_rules: [{ ip: "198.51.100.0/24" }] },
      },
    },
    right: access({ ip: "203.0.113.0/24" }, { ip: "198.51.100.0/24" }),
  },
  find: (platform) => repeated(platform, "scaleway_k8s_acl", ["cluster_id"], "Put all rules into one of the two."),
};
