import { moveOf, type MoveStatement } from "../../../lib/recreation/baseline/move-statement";
import { movesOf, type Repeats } from "../../../lib/recreation/baseline/moves";
import { ModuleAddress, parseTarget } from "../../../lib/terraform/addresses";
import { at, moduleAt } from "../../terraform/addresses/at";

type Move = readonly [from: string, to: string];

/** Where each object is that moves, by where it was. */
function moved(addresses: readonly string[], statements: readonly MoveStatement[], repeats?: Repeats) {
  const existing = addresses.map(at);
  const moves = movesOf(existing, statements, () => repeats);
  const moving = existing.filter((address) => moves.of(address) !== address);
  return Object.fromEntries(moving.map((address) => [address.toString(), moves.of(address).toString()]));
}

const moves = (addresses: string[], blocks: readonly Move[], repeats: Repeats) =>
  moved(
    addresses,
    blocks.map(([from, to]) => moveOf(ModuleAddress.root, { from: parseTarget(from)!, to: parseTarget(to)! })),
    repeats,
  );

test.each<[string, string[], Move[], Record<string, string>]>([
  ["an instance", ["t.a"], [["t.a", "t.b"]], { "t.a": "t.b" }],
  ["every instance of a resource", ["t.a[0]", "t.a[1]"], [["t.a", "t.b"]], { "t.a[0]": "t.b[0]", "t.a[1]": "t.b[1]" }],
  ["a key", ['t.a["x"]'], [['t.a["x"]', 't.a["y"]']], { 't.a["x"]': 't.a["y"]' }],
  [
    "a chain, in whatever order it is written",
    ["t.a"],
    [
      ["t.b", "t.c"],
      ["t.a", "t.b"],
    ],
    { "t.a": "t.c" },
  ],
  ["a module", ["module.m.t.a"], [["module.m", "module.n"]], { "module.m.t.a": "module.n.t.a" }],
  [
    "every instance of a module",
    ['module.m["x.y"].t.a', "module.m[0].t.a"],
    [["module.m", "module.n"]],
    { 'module.m["x.y"].t.a': 'module.n["x.y"].t.a', "module.m[0].t.a": "module.n[0].t.a" },
  ],
  [
    "a module into an instance of itself, once",
    ["module.m.t.a"],
    [["module.m", 'module.m["x"]']],
    { "module.m.t.a": 'module.m["x"].t.a' },
  ],
  [
    "a module into its first instance, once",
    ["module.m.t.a"],
    [["module.m", "module.m[0]"]],
    { "module.m.t.a": "module.m[0].t.a" },
  ],
  [
    "a nested module that is pulled up, with what is in it",
    ["module.a.module.b.t.a", "module.a.t.x", 'module.a.module.b["k"].module.c.t.y'],
    [["module.a.module.b", "module.b"]],
    {
      "module.a.module.b.t.a": "module.b.t.a",
      'module.a.module.b["k"].module.c.t.y': 'module.b["k"].module.c.t.y',
    },
  ],
  [
    "what is inside a module before the module itself",
    ["module.m.t.a"],
    [
      ["module.m", "module.n"],
      ["module.m.t.a", "module.m.t.b"],
    ],
    { "module.m.t.a": "module.n.t.b" },
  ],
  ["an object into a module", ["t.a"], [["t.a", "module.m.t.a"]], { "t.a": "module.m.t.a" }],
  ["nothing onto an address that is taken", ["t.a", "t.b"], [["t.a", "t.b"]], {}],
  ["nothing onto a resource that has instances", ["t.a[0]", "t.b[1]"], [["t.a", "t.b"]], {}],
  [
    "nothing onto an address that is still taken at its turn",
    ["t.a", "t.b"],
    [
      ["t.a", "t.b"],
      ["t.b", "t.c"],
    ],
    { "t.b": "t.c" },
  ],
  ["nothing that does not exist", ["t.a"], [["t.z", "t.b"]], {}],
  ["nothing of a module whose name only begins alike", ["module.mm.t.a"], [["module.m", "module.n"]], {}],
])("a moved block moves %s", (_, addresses, blocks, expected) => {
  expect(moves(addresses, blocks, "for_each")).toEqual(expected);
});

test("a block inside a module moves objects of every instance of it, and of no other module", () => {
  const inside = [moveOf(moduleAt("module.m"), { from: at("t.a"), to: at("t.b") })];
  expect(moved(['module.m["x"].t.a', "module.m[1].t.a", "module.n.t.a", "t.a"], inside)).toEqual({
    'module.m["x"].t.a': 'module.m["x"].t.b',
    "module.m[1].t.a": "module.m[1].t.b",
  });
});

test.each<[string, Move[], RegExp]>([
  ["onto itself", [["t.a", "t.a"]], /^Redundant move statement: t.a -> t.a/],
  [
    "in a circle",
    [
      ["t.a", "t.b"],
      ["t.b", "t.a"],
    ],
    /^Cyclic dependency in move statements: t.a -> t.b, t.b -> t.a$/,
  ],
  [
    "of one thing to two places",
    [
      ["t.a", "t.b"],
      ["t.a", "t.c"],
    ],
    /^Ambiguous move statements: t.a -> t.b, and t.a -> t.c$/,
  ],
  [
    "of two things to one place",
    [
      ["t.a", "t.b"],
      ["t.z", "t.b"],
    ],
    /^Ambiguous move statements: t.a -> t.b, and t.z -> t.b$/,
  ],
])("a move %s is an error, as in Terraform", (_, moved, message) => {
  expect(() => moves(["t.a"], moved, "for_each")).toThrow(message);
});

test("a resource and its only instance are two places, so that one move onto each is none too many", () => {
  const moved: [string, string][] = [
    ['t.b["x"]', "t.b"],
    ["t.a", "t.b"],
  ];
  expect(() => moves([], moved, "no")).not.toThrow();
});

test("a move that is written twice is one", () => {
  expect(
    moves(
      ["t.a"],
      [
        ["t.a", "t.b"],
        ["t.a", "t.b"],
      ],
      "no",
    ),
  ).toEqual({ "t.a": "t.b" });
});

test("x and x[0] are one when count comes or goes", () => {
  expect(moves(["t.a"], [], "count")).toEqual({ "t.a": "t.a[0]" });
  expect(moves(["t.a[0]"], [], "no")).toEqual({ "t.a[0]": "t.a" });
  expect(moves(["t.a", "t.a[0]"], [], "count")).toEqual({});
  expect(moves(["t.a"], [], "for_each")).toEqual({});
  expect(moves(["module.m.t.a"], [], "count")).toEqual({ "module.m.t.a": "module.m.t.a[0]" });
});

test("x and x[0] are not one where a move of the resource is written, because it may name another key", () => {
  const toNew: Move[] = [["t.a", "t.b"]];
  expect(moves(["t.a"], toNew, "count")).toEqual({ "t.a": "t.b" });
  expect(moves(["t.b"], toNew, "count")).toEqual({});
  expect(moves(["t.a[0]", "t.a[1]"], [["t.a[1]", "t.a"]], "no")).toEqual({ "t.a[1]": "t.a" });
  expect(moves(["t.c"], toNew, "count")).toEqual({ "t.c": "t.c[0]" });
});
