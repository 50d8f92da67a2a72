import type { PlatformCheck } from "../check";
import { cluster, uuid } from "../examples";

export const manifestBesideCluster: PlatformCheck = {
  id: "manifest-beside-cluster",
  level: "warning",
  title: "A kubernetes_manifest in the stack that makes its cluster",
  explanation:
    "A kubernetes_manifest asks the API of the cluster during the plan. Before the cluster exists, and whenever the cluster is replaced, " +
    'the plan fails with "Failed to construct REST client". At other times, the plan works.',
  example: {
    wrong: {
      scaleway_k8s_cluster: { c: { ...cluster, private_network_id: `fr-par/${uuid}` } },
      kubernetes_manifest: { m: { manifest: {} } },
    },
    right: {
      scaleway_k8s_cluster: { other: { ...cluster, private_network_id: `fr-par/${uuid}` } },
      kubernetes_manifest: { m: { manifest: {} } },
    },
  },
  find: (platform) => {
    if (platform.blocks("kubernetes_manifest").length === 0) return [];
    const reached = platform.providersOf("kubernetes").map((body) => JSON.stringify(body));
    return platform
      .of("scaleway_k8s_cluster")
      .filter(({ address }) => reached.some((text) => text.includes(`${address}.`)))
      .map((resource) => ({
        resource,
        message: "is reached by the provider of Kubernetes in its own stack, which has a kubernetes_manifest",
        fix: "Move what runs in the cluster to a stack of its own.",
      }));
  },
};
