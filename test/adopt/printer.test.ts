import { call, list, literal, make, name, object, THIS } from "../../lib/adopt/code";
import { Printer } from "../../lib/adopt/printer";

const VPC = { module: "library", name: "Vpc" };
const made = (id: string, props = object({})) => make(VPC, THIS, literal(id), props);
const print = (...statements: { name?: string; code: ReturnType<typeof made> }[]) =>
  new Printer(statements.map(({ code }) => code)).statements(statements, "  ").join("\n");

test("names what a later statement uses, and nothing else", () => {
  const used = { name: "used", code: made("used") };
  expect(print(used, { name: "unused", code: made("unused", object({ vpc: name("used") })) })).toBe(
    '  const used = new Vpc(this, "used", {});\n  new Vpc(this, "unused", { vpc: used });',
  );
});

test("writes a property of its own name short, on one line and on several", () => {
  const long = literal("x".repeat(100));
  expect(print({ code: made("a", object({ vpc: name("vpc"), long })) })).toContain("\n    vpc,\n");
  expect(print({ code: made("a", object({ vpc: name("vpc") })) })).toContain("{ vpc }");
});

test("quotes keys that are no names, and escapes texts", () => {
  expect(print({ code: made("a", object({ "app.kubernetes.io/name": literal('a "b"\n') })) })).toContain(
    '{ "app.kubernetes.io/name": "a \\"b\\"\\n" }',
  );
});

test("has a key that would otherwise be a prototype", () => {
  const labels = { kind: "object", entries: { ["__proto__"]: literal("x") } } as const;
  expect(print({ code: made("a", labels) })).toContain('{ ["__proto__"]: "x" }');
});

test("breaks what is too long: lists, objects and arguments", () => {
  const long = literal("x".repeat(60));
  expect(print({ code: made("a", object({ tags: list([long, long]) })) })).toBe(
    [
      '  new Vpc(this, "a", {',
      "    tags: [",
      `      "${"x".repeat(60)}",`,
      `      "${"x".repeat(60)}",`,
      "    ],",
      "  });",
    ].join("\n"),
  );
  expect(print({ code: call(name("vpc"), "from", THIS, long, long) })).toBe(
    ["  vpc.from(", "    this,", `    "${"x".repeat(60)}",`, `    "${"x".repeat(60)}",`, "  );"].join("\n"),
  );
});

test("imports each class once, and two of one name under two", () => {
  const other = make({ module: "bindings", name: "Vpc" }, THIS, literal("b"));
  const printer = new Printer([made("a"), made("c"), other]);
  expect(printer.importLines()).toEqual([
    'import { Vpc as VpcResource } from "bindings";',
    'import { Vpc } from "library";',
  ]);
  expect(printer.statements([{ code: other }], "")).toEqual(['new VpcResource(this, "b");']);
});

test("imports types as types", () => {
  const cast = { kind: "cast", of: name("v"), type: { module: "library", name: "PatchVersion" } } as const;
  const printer = new Printer([made("a", object({ version: cast }))]);
  expect(printer.importLines()).toEqual(['import { type PatchVersion, Vpc } from "library";']);
});
