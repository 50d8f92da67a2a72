import type { PlatformCheck } from "../check";
import { clusterWith } from "../examples";

export const versionAhead: PlatformCheck = {
  id: "version-ahead",
  level: "error",
  title: "Nodes that are ahead of their cluster",
  explanation:
    'A node is never newer than its control plane (Kubernetes, "Version Skew Policy"); the API refuses the pool.',
  example: { wrong: clusterWith({ version: "1.36.0" }), right: clusterWith({ version: "1.35.3" }) },
  appliesTo: ["scaleway_k8s_pool"],
  mentioning: '"version"',
  judge: (resource, platform) => {
    const cluster = platform.referred(resource, "cluster_id");
    if (cluster === undefined || [resource, cluster].some((each) => each.ignores("version"))) return [];
    const [own, of] = [resource.string("version"), cluster.string("version")];
    if (own === undefined || of === undefined || !isNewer(own, of)) return [];
    return [{ message: `has version ${own}, and its cluster ${of}`, fix: "Upgrade the cluster first." }];
  },
};

/** Whether a version is newer than another one, as far as both say it: `1.35` says nothing of patches. */
function isNewer(version: string, than: string): boolean {
  const [parts, others] = [version, than].map((text) => text.split(".").map(Number));
  const differing = parts?.findIndex((part, index) => part !== others?.[index]) ?? -1;
  return (parts?.[differing] ?? 0) > (others?.[differing] ?? Infinity);
}
