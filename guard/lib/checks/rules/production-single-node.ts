import type { PlatformCheck } from "../check";
import { production } from "../examples";
import { isInProduction, poolsOf } from "../relations";

const LEAST_NODES = 2;

export const productionSingleNode: PlatformCheck = {
  id: "production-single-node",
  level: "error",
  title: "A single node in production",
  explanation: "If the only node fails or is upgraded, everything that runs in the cluster stops.",
  example: {
    wrong: production({ node_type: "POP2-2C-8G", size: 1 }),
    right: production({ node_type: "POP2-2C-8G", size: 2 }),
  },
  appliesTo: ["scaleway_k8s_cluster"],
  mentioning: "production",
  judge: (resource, platform) => {
    if (!isInProduction(resource)) return [];
    const pools = poolsOf(platform, resource);
    const sizes = pools.map((pool) => pool.number("size") ?? LEAST_NODES);
    const nodes = sizes.reduce((sum, size) => sum + size, 0);
    if (pools.length === 0 || nodes >= LEAST_NODES) return [];
    return [
      {
        message: `is in production, and has ${nodes === 0 ? "no node" : "one node"}`,
        fix: `Give a pool size = ${LEAST_NODES}, or add one in another zone.`,
      },
    ];
  },
};
