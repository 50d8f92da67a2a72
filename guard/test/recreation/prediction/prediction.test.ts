import { certaintyOf, nothingHappens } from "../../../lib/recreation/prediction/prediction";

test("what is in doubt may happen, and everything else will", () => {
  expect(certaintyOf(undefined)).toBe("will");
  expect(certaintyOf({ reason: "data-source" })).toBe("may");
});

test("where nothing happens, no part of a prediction says anything", () => {
  expect(Object.values(nothingHappens).flat()).toEqual([]);
});
