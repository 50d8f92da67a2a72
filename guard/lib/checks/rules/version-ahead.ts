import { isNewerVersion } from "../../provider";
import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";

export const versionAhead: PlatformCheck = {
  id: "version-ahead",
  level: "error",
  title: "Nodes that are ahead of their cluster",
  explanation:
    'A node must not be newer than its control plane (Kubernetes, "Version Skew Policy"). The API refuses the pool.',
  example: { wrong: clusterWith({ version: "1.36.0" }), right: clusterWith({ version: "1.35.3" }) },
  appliesTo: ["scaleway_k8s_pool"],
  mentioning: '"version"',
  judge: (resource, platform) => {
    const cluster = platform.referred(resource, "cluster_id");
    if (cluster === undefined || [resource, cluster].some((each) => each.ignores("version"))) return [];
    const [own, of] = [resource.string("version"), cluster.string("version")];
    if (own === undefined || of === undefined || !isNewerVersion(own, of)) return [];
    return [{ message: `has version ${own}, and its cluster ${of}`, fix: "Upgrade the cluster first." }];
  },
};
