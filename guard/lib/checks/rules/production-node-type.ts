import { hasSharedCpus } from "../../provider";
import type { PlatformCheck } from "../check";
import { production } from "../examples";
import { isInProduction } from "../relations";

export const productionNodeType: PlatformCheck = {
  id: "production-node-type",
  level: "error",
  title: "Shared vCPUs in production",
  explanation:
    "The speed of shared vCPUs depends on the other workloads on the same machine. Scaleway recommends dedicated vCPUs for production " +
    "(Choosing between shared or dedicated vCPUs, 2025; ranges of its Instances datasheet of 2025-03-03).",
  example: {
    wrong: production({ node_type: "PRO2-XS", size: 2 }),
    right: production({ node_type: "POP2-2C-8G", size: 2 }),
  },
  appliesTo: ["scaleway_k8s_pool"],
  judge: (resource, platform) => {
    const cluster = platform.referred(resource, "cluster_id");
    const type = resource.string("node_type") ?? "";
    if (cluster === undefined || !isInProduction(cluster) || !hasSharedCpus(type)) return [];
    return [
      {
        message: `has nodes of type ${type}, whose vCPUs are shared, in a cluster in production`,
        fix: "Take, for example, a type of the POP2 range.",
      },
    ];
  },
};
