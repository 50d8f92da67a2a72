import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";
import { minorOf } from "../relations";

/** Minor versions that a node may be behind its control plane (Kubernetes, "Version Skew Policy"). */
const LARGEST_SKEW = 3;

export const versionSkew: PlatformCheck = {
  id: "version-skew",
  level: "warning",
  title: "Nodes that are too far behind their cluster",
  explanation: `Kubernetes supports nodes that are up to ${LARGEST_SKEW} minor versions behind their control plane.`,
  example: { wrong: clusterWith({ version: "1.31.9" }), right: clusterWith({ version: "1.32.0" }) },
  appliesTo: ["scaleway_k8s_pool"],
  mentioning: '"version"',
  judge: (resource, platform) => {
    const cluster = platform.referred(resource, "cluster_id");
    if (cluster === undefined || [resource, cluster].some((each) => each.ignores("version"))) return [];
    const [own, of] = [minorOf(resource.string("version")), minorOf(cluster.string("version"))];
    if (own === undefined || of === undefined || of - own <= LARGEST_SKEW) return [];
    return [
      {
        message: `has version ${resource.string("version") ?? ""}, and its cluster ${cluster.string("version") ?? ""}`,
        fix: "Upgrade the pool.",
      },
    ];
  },
};
