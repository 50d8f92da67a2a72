import { groupedBy } from "../../../lib/terraform/values/grouped";

test("items are with those of their key, both in the order in which they come", () => {
  const groups = groupedBy(["bb", "a", "cc", "d"], ({ length }) => length);
  expect([...groups]).toEqual([
    [2, ["bb", "cc"]],
    [1, ["a", "d"]],
  ]);
  expect(groupedBy([], String)).toEqual(new Map());
});
