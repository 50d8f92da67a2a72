import { listed } from "../../lib/text";

test.each([
  [["a"], "a"],
  [["a", "b", "c", "d", "e"], "a, b, c, d, e"],
  [["a", "b", "c", "d", "e", "f", "g"], "a, b, c, d, e and 2 more"],
])("%j is %s", (addresses, text) => {
  expect(listed(addresses)).toBe(text);
});
