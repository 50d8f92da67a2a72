import { redisClusterSize } from "../../../../lib/recreation/prediction/predicates/redis-cluster-size";
import { Unknown, type Value } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { byDefault, changeOf, doubtful, inDoubt, opaque } from "./changes";

test.each<[Value, Value, string]>([
  [1, 3, "replaces"],
  [1, null, "replaces"],
  [5, 3, "replaces"],
  [3, new Unknown(at("t.x")), "replaces"],
  [3, 5, "updates"],
  [3, "5", "updates"],
  [null, 1, "updates"],
])("a size that goes from %p to %p: %s", (before, after, verdict) => {
  expect(redisClusterSize.decide(changeOf(before, after))).toBe(verdict);
});

test("a size that nobody knows leaves a doubt, the default of a variable does not", () => {
  expect(redisClusterSize.decide(changeOf(3, opaque, {}, doubtful))).toEqual(inDoubt);
  expect(redisClusterSize.decide(changeOf(5, 3, {}, byDefault))).toBe("replaces");
});
