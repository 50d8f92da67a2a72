import { isInside, moduleOf, parseManaged, parseTarget, targetIn } from "../../../lib/terraform/addresses";
import { at, moduleAt } from "./at";

test("a target is a resource or a module", () => {
  expect(parseTarget("module.m[0].t.a")).toBe(at("module.m[0].t.a"));
  expect(parseTarget("module.m[0]")).toBe(moduleAt("module.m[0]"));
  for (const text of ["", "t", "module.m.t", "local.x.y.z"]) expect(parseTarget(text)).toBeUndefined();
});

test("what a block moves or removes is no data source", () => {
  expect(parseManaged("module.m[0].t.a")).toBe(at("module.m[0].t.a"));
  expect(parseManaged("module.m")).toBe(moduleAt("module.m"));
  for (const text of ["data.t.a", "ephemeral.t.a", "t.a.id"]) expect(parseManaged(text)).toBeUndefined();
});

test("its module is itself, or the one that it lies in", () => {
  expect(moduleOf(at("module.m[0].t.a"))).toBe(moduleAt("module.m[0]"));
  expect(moduleOf(moduleAt("module.m[0]"))).toBe(moduleAt("module.m[0]"));
});

test("what a module names has the module before it", () => {
  expect(targetIn(at("t.a"), moduleAt("module.m"))).toBe(at("module.m.t.a"));
  expect(targetIn(moduleAt("module.n"), moduleAt("module.m"))).toBe(moduleAt("module.m.module.n"));
});

test.each([
  ["module.m.t.a", "module.m", true],
  ["module.m[0]", "module.m", true],
  ['module.m["x"].module.n.t.a', "module.m", true],
  ["module.m[0].t.a", "module.m[1]", true],
  ["module.mm.t.a", "module.m", false],
  ["module.n.module.m.t.a", "module.m", false],
  ["t.a", "module.m", false],
])("%s is inside %s, whatever the keys: %p", (text, call, expected) => {
  expect(isInside(parseTarget(text)!, moduleAt(call))).toBe(expected);
});
