import { mostSimilar } from "../../lib/text/most-similar";

const KNOWN = ["cilium", "calico", "kilo", "none"] as const;

test.each([
  ["cilum", "cilium"],
  ["CALICO", "calico"],
  ["kil", "kilo"],
])("%s was meant to be %s", (word, meant) => {
  expect(mostSimilar(word, KNOWN, 2)).toBe(meant);
});

test("nothing is similar beyond the edits that are allowed, and something is without a limit", () => {
  expect(mostSimilar("flannel", KNOWN, 2)).toBeUndefined();
  expect(mostSimilar("flannel", KNOWN)).toBeDefined();
  expect(mostSimilar<string>("cilium", [])).toBeUndefined();
});

test("the first of equals counts", () => {
  expect(mostSimilar("ab", ["ac", "ad"])).toBe("ac");
});
