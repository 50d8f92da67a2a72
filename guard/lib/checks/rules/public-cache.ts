import type { PlatformCheck } from "../check";
import { uuid } from "../examples";

export const publicCache: PlatformCheck = {
  id: "public-cache",
  level: "warning",
  title: "A Redis or MongoDB without a Private Network",
  explanation: "Without a Private Network, Scaleway creates a public endpoint, which the whole internet can reach.",
  example: {
    wrong: { scaleway_redis_cluster: { r: { version: "7.2.4", node_type: "RED1-MICRO", user_name: "o" } } },
    right: {
      scaleway_redis_cluster: {
        r: { version: "7.2.4", node_type: "RED1-MICRO", user_name: "o", private_network: [{ id: `fr-par/${uuid}` }] },
      },
    },
  },
  appliesTo: ["scaleway_mongodb_instance", "scaleway_redis_cluster"],
  judge: (resource) =>
    !resource.has("private_network") && !resource.has("acl")
      ? [
          {
            message: "has no private_network",
            fix: "Add one, or an acl where a public endpoint is meant.",
          },
        ]
      : [],
};
