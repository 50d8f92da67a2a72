import { SyntaxNotUnderstood } from "../../../lib/terraform/language/lexer";
import type { TemplatePart } from "../../../lib/terraform/language/template-parts";
import { expressionOf, withoutIndentation } from "../../../lib/terraform/language/template-tree";

const literal = (text: string): TemplatePart => ({ kind: "literal", text });
const value: TemplatePart = { kind: "interpolation", expression: { kind: "name", name: "a" } };
const indented = (...parts: TemplatePart[]): string[] =>
  withoutIndentation(parts).map((part) => (part.kind === "literal" ? part.text : "<>"));

test("lines lose what all of them begin with, and empty ones do not count", () => {
  expect(indented(literal("    a\n"), literal("\n"), literal(" \n"), literal("      b\n"))).toEqual([
    "a\n",
    "\n",
    " \n",
    "  b\n",
  ]);
});

test("what begins with a value has no indentation, and neither have the others then", () => {
  expect(indented(literal("  a\n"), value, literal("\n"))).toEqual(["  a\n", "<>", "\n"]);
});

test("what follows a value is in no line of its own", () => {
  expect(indented(literal("  "), value, literal("   a\n"))).toEqual(["", "<>", "   a\n"]);
});

test("a single value keeps its type, and one beside an empty text does not", () => {
  expect(expressionOf([value])).toEqual({ kind: "name", name: "a" });
  expect(expressionOf([value, literal("")])).toMatchObject({ kind: "template" });
  expect(expressionOf([literal("a"), literal("b")])).toEqual({ kind: "literal", value: "ab" });
});

test.each<[string, TemplatePart["kind"][]]>([
  ["an end of nothing", ["endif"]],
  ["an else of nothing", ["else"]],
  ["two elses", ["if", "else", "else", "endif"]],
  ["an if that is not closed", ["if", "else"]],
  ["another end", ["if", "endfor"]],
  ["an else of a loop", ["for", "else", "endfor"]],
])("%s is not understood", (_, kinds) => {
  const name = { kind: "name", name: "a" } as const;
  const parts = kinds.map((kind) => ({ kind, condition: name, in: name, valueName: "v" }) as TemplatePart);
  expect(() => expressionOf(parts)).toThrow(SyntaxNotUnderstood);
});
