import { movesOf } from "../../../lib/recreation/baseline/moves";
import { readConfiguration } from "../../../lib/recreation/terraform/configuration";

const moves = (
  addresses: string[],
  moved: { from: string; to: string }[],
  repeats: "no" | "count" | "for_each" | undefined,
) => Object.fromEntries(movesOf(addresses, readConfiguration({ moved }), () => repeats));

test.each([
  ["an instance", ["t.a"], [{ from: "t.a", to: "t.b" }], { "t.a": "t.b" }],
  [
    "every instance of a resource",
    ["t.a[0]", "t.a[1]"],
    [{ from: "t.a", to: "t.b" }],
    { "t.a[0]": "t.b[0]", "t.a[1]": "t.b[1]" },
  ],
  ["a key", ['t.a["x"]'], [{ from: 't.a["x"]', to: 't.a["y"]' }], { 't.a["x"]': 't.a["y"]' }],
  [
    "a chain",
    ["t.a"],
    [
      { from: "t.a", to: "t.b" },
      { from: "t.b", to: "t.c" },
    ],
    { "t.a": "t.c" },
  ],
  ["a module", ["module.m.t.a"], [{ from: "module.m", to: "module.n" }], { "module.m.t.a": "module.n.t.a" }],
  [
    "a module into an instance of itself, once",
    ["module.m.t.a"],
    [{ from: "module.m", to: 'module.m["x"]' }],
    { "module.m.t.a": 'module.m["x"].t.a' },
  ],
  [
    "a module into its first instance, once",
    ["module.m.t.a"],
    [{ from: "module.m", to: "module.m[0]" }],
    { "module.m.t.a": "module.m[0].t.a" },
  ],
  ["nothing onto an address that is taken", ["t.a", "t.b"], [{ from: "t.a", to: "t.b" }], {}],
  ["nothing that does not exist", ["t.a"], [{ from: "t.z", to: "t.b" }], {}],
  ["nothing in a circle that does not end", ["t.a"], [{ from: "t.a", to: "t.a" }], {}],
])("a moved block moves %s", (_, addresses, moved, expected) => {
  expect(moves(addresses, moved, "for_each")).toEqual(expected);
});

test("x and x[0] are one when count comes or goes", () => {
  expect(moves(["t.a"], [], "count")).toEqual({ "t.a": "t.a[0]" });
  expect(moves(["t.a[0]"], [], "no")).toEqual({ "t.a[0]": "t.a" });
  expect(moves(["t.a", "t.a[0]"], [], "count")).toEqual({});
  expect(moves(["t.a"], [], "for_each")).toEqual({});
});

test("x and x[0] are not one where a move of the resource is written, because it may name another key", () => {
  const toNew = [{ from: "t.a", to: "t.b" }];
  expect(moves(["t.a"], toNew, "count")).toEqual({ "t.a": "t.b" });
  expect(moves(["t.b"], toNew, "count")).toEqual({});
  expect(moves(["t.a[0]", "t.a[1]"], [{ from: "t.a[1]", to: "t.a" }], "no")).toEqual({ "t.a[1]": "t.a" });
  expect(moves(["t.c"], toNew, "count")).toEqual({ "t.c": "t.c[0]" });
});
