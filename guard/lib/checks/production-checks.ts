import { rangeOf } from "../provider";
import type { PlatformCheck } from "./check";
import type { Platform } from "./platform";
import type { CheckedResource } from "./resource";

const LEAST_NODES = 2;

/** What a cluster that is said to be in production should not be without. */
export const PRODUCTION_CHECKS: readonly PlatformCheck[] = [
  {
    id: "production-node-type",
    level: "error",
    title: "Shared vCPUs in production",
    explanation:
      "Their speed depends on what others do on the same machine; Scaleway advises dedicated ones for production (Choosing between " +
      "shared or dedicated vCPUs, 2025; ranges of its Instances datasheet of 2025-03-03).",
    find: (platform) =>
      inProduction(platform).flatMap((cluster) =>
        poolsOf(platform, cluster)
          .filter((pool) => rangeOf(pool.text("node_type") ?? "")?.isShared === true)
          .map((resource) => ({
            resource,
            message: `has nodes of type ${resource.text("node_type") ?? ""}, whose vCPUs are shared, in a cluster in production`,
            fix: "Take, for example, a type of the POP2 range.",
          })),
      ),
  },
  {
    id: "production-single-node",
    level: "error",
    title: "A single node in production",
    explanation: "An upgrade or a failure of the only node stops everything that runs in the cluster.",
    find: (platform) =>
      inProduction(platform).flatMap((resource) => {
        const pools = poolsOf(platform, resource);
        const sizes = pools.map((pool) => pool.number("size") ?? LEAST_NODES);
        const nodes = sizes.reduce((sum, size) => sum + size, 0);
        if (pools.length === 0 || nodes >= LEAST_NODES) return [];
        return [
          {
            resource,
            message: `is in production, and has ${nodes === 0 ? "no node" : "one node"}`,
            fix: `Give a pool size = ${LEAST_NODES}, or add one in another zone.`,
          },
        ];
      }),
  },
];

/** Clusters that `production: true` has marked, beside the arguments, where Terraform reads nothing. */
function inProduction(platform: Platform): CheckedResource[] {
  return platform
    .mentioning("production", "scaleway_k8s_cluster")
    .filter(({ body }) => (body["//"] as { production?: boolean } | undefined)?.production === true);
}

function poolsOf(platform: Platform, cluster: CheckedResource): CheckedResource[] {
  return platform.of("scaleway_k8s_pool").filter((pool) => platform.referred(pool, "cluster_id") === cluster);
}
