import { numberOf } from "./number";
import { opaqueVerdict, type Predicate, undecidedUnlessDefault } from "./predicate";

/** A Redis cluster grows in place; a single node does not become a cluster, and no cluster shrinks. */
export const redisClusterSize: Predicate = {
  name: "redis-cluster-size",
  type: "scaleway_redis_cluster",
  attribute: "cluster_size",
  decide({ outcome, before, after }) {
    const [prior, wanted] = [numberOf(before), numberOf(after)];
    if (prior === undefined || wanted === undefined) return opaqueVerdict(outcome);
    const replaces = (prior === 1 && wanted !== 1) || wanted < prior;
    return undecidedUnlessDefault(outcome) ?? (replaces ? "replaces" : "updates");
  },
};
