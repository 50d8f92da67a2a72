import { Graph } from "../../../lib/terraform/order/graph";

const graphOf = (edges: Readonly<Record<string, readonly string[]>>) =>
  new Graph(new Map(Object.entries(edges).map(([name, targets]) => [name, new Set(targets)])));
const diamond = graphOf({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] });

test("a name leads to what it waits for, and to what that waits for", () => {
  expect(diamond.leads("a", "d")).toBe(true);
  expect(diamond.leads("d", "a")).toBe(false);
  expect(diamond.leads("a", "a")).toBe(false);
  expect(graphOf({ a: ["b"], b: ["a"] }).leads("a", "a")).toBe(true);
});

test("layers wait only for those before them, each in order of names", () => {
  expect(diamond.layers()).toEqual([["d"], ["b", "c"], ["a"]]);
  expect(graphOf({ a: [], b: ["c"], c: ["b"] }).layers()).toEqual([["a"]]);
});

test("two ways to one name are no cycle, and one back is", () => {
  expect(diamond.cycle()).toBeUndefined();
  expect(graphOf({ a: ["b"], b: ["c"], c: ["b"] }).cycle()).toEqual(["b", "c", "b"]);
});

test("what is not there waits for nothing", () => {
  expect(diamond.has("x")).toBe(false);
  expect([...diamond.targetsOf("x")]).toEqual([]);
  expect(diamond.names).toEqual(["a", "b", "c", "d"]);
});
