import { volumeSize } from "../../../../lib/recreation/prediction/predicates/volume-size";
import { Unknown, type Value } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { byDefault, changeOf, doubtful, inDoubt, opaque } from "./changes";

test.each<[Value, Value, string]>([
  [20, 10, "replaces"],
  [20, null, "replaces"],
  [20, new Unknown(at("t.x")), "replaces"],
  [20, 30, "updates"],
  [20, "20", "updates"],
  [null, 20, "updates"],
])("a size that goes from %p to %p: %s", (before, after, verdict) => {
  expect(volumeSize.decide(changeOf(before, after))).toBe(verdict);
});

test("a size that nobody knows leaves a doubt, the default of a variable does not", () => {
  expect(volumeSize.decide(changeOf(20, opaque, {}, doubtful))).toEqual(inDoubt);
  expect(volumeSize.decide(changeOf(20, 10, {}, byDefault))).toBe("replaces");
});
