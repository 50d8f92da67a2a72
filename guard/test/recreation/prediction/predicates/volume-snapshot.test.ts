import { same } from "../../../../lib/recreation/diff/outcome";
import { volumeSnapshot } from "../../../../lib/recreation/prediction/predicates/volume-snapshot";
import { Unknown } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";
import { apiKnows, changeOf, doubtful, inDoubt, opaque } from "./changes";

test("another snapshot replaces, the same one does not", () => {
  expect(volumeSnapshot.decide(changeOf("a", "b"))).toBe("replaces");
  expect(volumeSnapshot.decide(changeOf(null, "b"))).toBe("replaces");
  expect(volumeSnapshot.decide(changeOf("a", "a", {}, same))).toBe("updates");
  expect(volumeSnapshot.decide(changeOf("a", opaque, {}, doubtful))).toEqual(inDoubt);
});

test("a snapshot that is no longer named may be gone, which the API knows", () => {
  for (const after of [null, "", new Unknown(at("t.x"))])
    expect(volumeSnapshot.decide(changeOf("a", after))).toEqual(apiKnows);
});

test("where there was none, none goes", () => {
  for (const after of [null, "", new Unknown(at("t.x"))])
    expect(volumeSnapshot.decide(changeOf(null, after))).toBe("updates");
});
