import { clusterType } from "../../../../lib/recreation/prediction/predicates/cluster-type";
import { apiKnows, changeOf } from "./changes";

test("which types a cluster can take in place, only the API knows", () => {
  expect(clusterType.decide(changeOf("kapsule", "kapsule-dedicated-4"))).toEqual(apiKnows);
});
