import { nodesOf, referencesOf, rootOf } from "../../../lib/terraform/language/syntax";
import { parseTemplate } from "../../../lib/terraform/language/template";

const read = (expression: string) => parseTemplate(`\${${expression}}`);
const roots = (expression: string) => referencesOf(read(expression)).map(rootOf);

test.each<[string, string, string[]]>([
  ["both sides of an operator", "a.x + b.y", ["a", "b"]],
  ["all parts of a conditional", "a.x ? b.y : c.z", ["a", "b", "c"]],
  ["keys and values of an object", "{ (a.x) = b.y }", ["a", "b"]],
  ["arguments of a call", "f(a.x, [b.y])", ["a", "b"]],
  ["what a splat goes through", "a.x[*].id", ["a"]],
  ["an index that is computed, and what it is taken of", "a.x[b.y]", ["a", "b"]],
  ["what a loop goes through and uses, not what it binds", "[for k, v in a.x : b.y[k] if v.z]", ["a", "b"]],
  ["a name that a loop binds, outside of the loop", "[[for v in a.x : v], v.y]", ["a", "v"]],
  ["what a loop goes through under the name that it binds", "[for v in v.x : v]", ["v"]],
])("references are in %s", (_, expression, expected) => {
  expect(roots(expression)).toEqual(expected);
});

test("a reference is the longest chain of names and constant keys", () => {
  expect(referencesOf(read('a.b["k"].c[0]'))).toEqual([read('a.b["k"].c[0]')]);
  expect(referencesOf(read("a.b[c.d].e"))).toEqual([read("a.b"), read("c.d")]);
});

test("what is no reference has no root", () => {
  expect(rootOf(read("f(a).b"))).toBe("");
  expect(rootOf(read("a.b[0]"))).toBe("a");
});

test("the nodes of an expression are itself and all inside it", () => {
  expect([...nodesOf(read("a.b ? 1 : [c]"))].map(({ kind }) => kind)).toEqual([
    "conditional",
    "attribute",
    "name",
    "literal",
    "list",
    "name",
  ]);
});
