import type { PlatformCheck } from "../check";
import { cluster, uuid } from "../examples";
import type { CheckedResource } from "../resource";

export const clusterNetwork: PlatformCheck = {
  id: "cluster-network",
  level: "error",
  title: "A Kapsule cluster that names no Private Network",
  explanation:
    "Since October 2023 the API refuses to create a Kapsule cluster without a Private Network, and every existing cluster has one. If " +
    "the code names no network, a refreshed plan removes the network of the cluster. This replaces the cluster.",
  example: {
    wrong: { scaleway_k8s_cluster: { c: cluster } },
    right: { scaleway_k8s_cluster: { c: { ...cluster, private_network_id: `fr-par/${uuid}` } } },
  },
  appliesTo: ["scaleway_k8s_cluster"],
  judge: (resource) => {
    const type = resource.has("type") ? resource.string("type") : "kapsule";
    if (resource.has("private_network_id") || type?.startsWith("kapsule") !== true || ignoresNetwork(resource))
      return [];
    return [
      {
        message: "has no private_network_id",
        fix: "Name the network that it has, which `scw k8s cluster get <id>` and a state show, or a new one for a new cluster.",
      },
    ];
  },
};

/** What ignores changes of the network keeps the one that there is. */
function ignoresNetwork({ body }: CheckedResource): boolean {
  return /"(?:all|private_network_id)"/.exec(JSON.stringify(body.lifecycle ?? null)) !== null;
}
