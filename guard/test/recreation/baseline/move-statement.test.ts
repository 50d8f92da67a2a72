import { keepsKeys, moveOf, movesModule, waitsFor } from "../../../lib/recreation/baseline/move-statement";
import { parseTarget } from "../../../lib/terraform/addresses";
import { RecreationInputError } from "../../../lib/terraform/errors";
import { moduleAt } from "../../terraform/addresses/at";

const move = (from: string, to: string, within = "") =>
  moveOf(moduleAt(within), { from: parseTarget(from)!, to: parseTarget(to)! });

test("a move has two ends, as its module names them", () => {
  expect(move('module.m["x"].t.a[0]', "t.b")).toEqual({
    within: "",
    from: 'module.m["x"].t.a[0]',
    to: "t.b",
    text: 'module.m["x"].t.a[0] -> t.b',
  });
});

test.each([
  ["t.a", "module.m"],
  ["module.m", "t.a"],
])("%s -> %s is no move", (from, to) => {
  expect(() => move(from, to)).toThrow(
    new RecreationInputError(`Invalid "moved" addresses: ${from} -> ${to}: both have to be resources, or both modules`),
  );
});

test.each([
  ["module.m", "module.n", true, true],
  ["module.m", "module.m[0]", true, false],
  ["module.m[0].module.n", "module.n", true, true],
  ["t.a", "t.b", false, true],
  ["t.a[0]", "t.b", false, false],
  ["t.a", 't.a["x"]', false, false],
  ["module.m[0].t.a", "t.a", false, true],
])("%s -> %s moves a module: %p, whatever the keys: %p", (from, to, module, whole) => {
  expect(movesModule(move(from, to))).toBe(module);
  expect(keepsKeys(move(from, to))).toBe(whole);
});

describe("a move waits for another", () => {
  test.each<[string, [string, string], [string, string]]>([
    ["that makes what it starts at", ["t.b", "t.c"], ["t.a", "t.b"]],
    ["that makes one instance of what it starts at", ["t.b", "t.c"], ["t.a", "t.b[0]"]],
    ["that makes the module which it starts in", ["module.n.t.a", "t.a"], ["module.m", "module.n"]],
    ["that makes the module which it ends in", ["t.a", "module.n.t.a"], ["module.m", "module.n"]],
    ["inside the module that it moves", ["module.m", "module.n"], ["module.m.t.a", "module.m.t.b"]],
  ])("%s", (_, one, other) => {
    expect(waitsFor(move(...one), move(...other))).toBe(true);
    expect(waitsFor(move(...other), move(...one))).toBe(false);
  });

  test.each<[string, [string, string], [string, string]]>([
    ["of another resource", ["t.a", "t.b"], ["t.c", "t.d"]],
    ["that makes another instance", ["t.b[0]", "t.c"], ["t.a", "t.b[1]"]],
    ["in a module whose name only begins alike", ["module.m", "module.n"], ["module.mm.t.a", "module.mm.t.b"]],
    ["that only ends at the same place", ["t.a", "t.c"], ["t.b", "t.c"]],
  ])("but not for one %s", (_, one, other) => {
    expect(waitsFor(move(...one), move(...other))).toBe(false);
    expect(waitsFor(move(...other), move(...one))).toBe(false);
  });

  test("in all instances of the module that it is written in", () => {
    const inside = move("t.b", "t.c", "module.m");
    expect(waitsFor(inside, move("module.m[0].t.a", "module.m[0].t.b"))).toBe(true);
    expect(waitsFor(inside, move("module.n[0].t.a", "module.n[0].t.b"))).toBe(false);
  });
});

test("what is written outside of a module that only gets an index waits for nothing inside it", () => {
  const reindex = move("module.m", "module.m[0]");
  const inside = move("t.a", "t.b", "module.m");
  expect(waitsFor(reindex, inside)).toBe(false);
  expect(waitsFor(inside, reindex)).toBe(true);
});
