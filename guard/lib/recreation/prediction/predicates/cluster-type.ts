import { askApi, type Predicate } from "./predicate";

/** The API says which types a cluster can take in place; the others replace it. */
export const clusterType: Predicate = {
  name: "cluster-type",
  type: "scaleway_k8s_cluster",
  attribute: "type",
  decide: () => askApi,
};
