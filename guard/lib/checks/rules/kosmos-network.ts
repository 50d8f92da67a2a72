import type { PlatformCheck } from "../check";
import { cluster, uuid } from "../examples";

export const kosmosNetwork: PlatformCheck = {
  id: "kosmos-network",
  level: "error",
  title: "A Kosmos cluster on a Private Network",
  explanation: "Kosmos joins nodes of any provider in its own mesh. A Kosmos cluster accepts no Private Network.",
  example: {
    wrong: { scaleway_k8s_cluster: { c: { ...cluster, type: "multicloud", private_network_id: `fr-par/${uuid}` } } },
    right: { scaleway_k8s_cluster: { c: { ...cluster, type: "kapsule", private_network_id: `fr-par/${uuid}` } } },
  },
  appliesTo: ["scaleway_k8s_cluster"],
  mentioning: "multicloud",
  judge: (resource) =>
    resource.string("type")?.startsWith("multicloud") === true && resource.has("private_network_id")
      ? [
          {
            message: `is of type ${resource.string("type") ?? ""}, and has a private_network_id`,
            fix: "Leave private_network_id out, or make a Kapsule cluster.",
          },
        ]
      : [],
};
