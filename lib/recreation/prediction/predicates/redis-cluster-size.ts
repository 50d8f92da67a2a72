import { numberOf } from "./number";
import type { Predicate } from "./predicate";

/** A Redis cluster grows in place; a single node does not become a cluster, and no cluster shrinks. */
export const redisClusterSize: Predicate = {
  name: "redis-cluster-size",
  type: "scaleway_redis_cluster",
  attribute: "cluster_size",
  decide({ answer, before, after }) {
    const [prior, wanted] = [numberOf(before), numberOf(after)];
    if (prior === undefined || wanted === undefined) return "cannot tell";
    if (!((prior === 1 && wanted !== 1) || wanted < prior))
      return answer.is === "cannot tell" ? "cannot tell" : "updates";
    return answer.is === "cannot tell" ? "cannot tell" : "replaces";
  },
};
