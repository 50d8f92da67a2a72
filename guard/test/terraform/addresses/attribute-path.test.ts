import { AttributePath, type PathStep } from "../../../lib/terraform/addresses";
import { RecreationInputError } from "../../../lib/terraform/errors";
import { pathTo } from "./at";

test.each<[string, PathStep[]]>([
  ["name", ["name"]],
  ["private_network[0].zone", ["private_network", 0, "zone"]],
  ['labels["a.b"]', ["labels", "a.b"]],
  ['labels["say \\"x\\""].y', ["labels", 'say "x"', "y"]],
  ["été[1][2]", ["été", 1, 2]],
])("%s has the steps %j, and back", (text, steps) => {
  const path = pathTo(text);
  expect(path.steps).toEqual(steps);
  expect(path.toString()).toBe(text);
  expect(JSON.stringify([path])).toBe(JSON.stringify([text]));
});

test.each([
  ["private_network.0.zone", "private_network[0].zone"],
  ['labels["key"]', "labels.key"],
])("%s is another notation of %s", (text, other) => {
  expect(pathTo(text)).toBe(pathTo(other));
});

test.each(["", ".name", "[0]", "a b", "a..b", "a[x]", "a[", 'a["x]', "a-1b.", "0"])("%j is no path", (text) => {
  expect(AttributePath.tryParse(text)).toBeUndefined();
  expect(() => pathTo(text)).toThrow(
    new RecreationInputError(`expected the path of an attribute, got ${JSON.stringify(text)}`),
  );
});

test("there is one object for each path, so that sets and maps know it", () => {
  expect(AttributePath.of("a", 0, "b")).toBe(pathTo("a[0].b"));
  expect(pathTo("a").child(0).child("b")).toBe(pathTo("a[0].b"));
  expect(AttributePath.of("a", "0")).not.toBe(pathTo("a[0]"));
});

test("a path has a root, which it may be itself", () => {
  expect(pathTo("a[0].b").root).toBe("a");
  expect(pathTo("a[0].b").isRoot).toBe(false);
  expect(pathTo("a").isRoot).toBe(true);
});

test("without indices it is what a schema has", () => {
  expect(pathTo("a[0].b[1].c").withoutIndices).toBe(pathTo("a.b.c"));
});
