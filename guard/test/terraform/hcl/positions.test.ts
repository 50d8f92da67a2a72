import { type BlockPositions, positionsOf } from "../../../lib/terraform/hcl/positions";

/** Attributes as `name line:column` and blocks as `type(labels) line:column [...]`. */
function outlineOf({ attributes, blocks }: BlockPositions): string {
  return [
    ...[...attributes].map(([name, { line, column }]) => `${name} ${line}:${column}`),
    ...blocks.map((block) => {
      const { line, column } = block.start;
      return `${block.type}(${block.labels.join(",")}) ${line}:${column} [${outlineOf(block)}]`;
    }),
  ].join(" ");
}

const lines = (...text: string[]): string => text.join("\n");

test("tells where blocks and attributes stand, from 1", () => {
  const file = positionsOf(lines('resource "a" "b" {', "  name = 1", "  inner {", "    x = 2", "  }", "}"));
  expect(file).toMatchObject({ type: "", labels: [], start: { line: 1, column: 1 } });
  expect(file.attributes.size).toBe(0);
  const [block] = file.blocks;
  expect(block).toMatchObject({ type: "resource", labels: ["a", "b"], start: { line: 1, column: 1 } });
  expect(block?.attributes).toEqual(new Map([["name", { line: 2, column: 3 }]]));
  expect(block?.blocks).toEqual([
    {
      type: "inner",
      labels: [],
      start: { line: 3, column: 3 },
      attributes: new Map([["x", { line: 4, column: 5 }]]),
      blocks: [],
    },
  ]);
});

test.each<[string, string, string]>([
  ["nothing", "", ""],
  ["attributes alone", "a = 1\n  b=2\n", "a 1:1 b 2:3"],
  ["the last line without a line break", "a = 1\nb = 2", "a 1:1 b 2:1"],
  ["an empty block", "x {}\ny {\n}\n", "x() 1:1 [] y() 2:1 []"],
  ["a block of one line", "x { a = 1 }\nb = 2", "b 2:1 x() 1:1 [a 1:5]"],
  ["a block of one line whose value has braces", "x { a = { k = 1 } }\nb = 2", "b 2:1 x() 1:1 [a 1:5]"],
  ["a block of one line whose value is a text", 'x { a = "}" }\nb = 2', "b 2:1 x() 1:1 [a 1:5]"],
  ["blocks of the same type", "x {\n}\nx {\n}\n", "x() 1:1 [] x() 3:1 []"],
  [
    "the content of a dynamic block",
    'dynamic "x" {\n  content {\n    a = 1\n  }\n}',
    "dynamic(x) 1:1 [content() 2:3 [a 3:5]]",
  ],
  ["the first of two attributes with a name", "a = 1\na = 2", "a 1:1"],
  ["a name in two bodies", "a = 1\nx {\n  a = 2\n}", "a 1:1 x() 2:1 [a 3:3]"],
])("finds %s", (_, text, expected) => {
  expect(outlineOf(positionsOf(text))).toBe(expected);
});

test.each<[string, string, string]>([
  ["bare", "x a b-c {\n}", "x(a,b-c) 1:1 []"],
  ["quoted", 'x "a" "b c" {\n}', "x(a,b c) 1:1 []"],
  ["both", 'x "a" b{\n}', "x(a,b) 1:1 []"],
  ["with a brace", 'x "{" {\n  a = 1\n}', "x({) 1:1 [a 2:3]"],
  ["with escapes", String.raw`x "\"\\\n\t\u00e9\U0001F600" {}`, 'x("\\\n\té😀) 1:1 []'],
  ["with what is no template", 'x "$${a}%%{b}$${" {}', "x(${a}%{b}${) 1:1 []"],
  ["with an escaped escape", String.raw`x "\\n" {}`, "x(\\n) 1:1 []"],
  ["with an escape of no character", String.raw`x "\UFFFFFFFF" {}`, "x(\\UFFFFFFFF) 1:1 []"],
])("reads labels that are %s", (_, text, expected) => {
  expect(outlineOf(positionsOf(text))).toBe(expected);
});

test.each<[string, string, string]>([
  ["a number sign", "# a = 1\nb = 2 # c = 3 {\nd = 4", "b 2:1 d 3:1"],
  ["a number sign in quotes", 'a = "# {"\nd = 4', "a 1:1 d 2:1"],
  ["slashes", '// a = 1 {\nb = 2 // " ${\nd = 4', "b 2:1 d 3:1"],
  ["one slash", "a = 4 / 2\nb = 2", "a 1:1 b 2:1"],
  ["slashes in quotes", 'a = "https://b"\nd = 4', "a 1:1 d 2:1"],
  ["several lines", '/* a = 1\nx { " */ b = 2\nc = 3', "b 2:10 c 3:1"],
  ["stars before the end", "/***/ b = 2 /* **/\nc = 3", "b 1:7 c 2:1"],
  ["a comment in a comment", "/* /* */ b = 2", "b 1:10"],
  ["one without an end", "a = 1\n/* b = 2", "a 1:1"],
  ["a comment between name and =", "a /* = { */ = 1\nb = 2", "a 1:1 b 2:1"],
  ["a comment between type and brace", 'x /* " */ "l" /* { */ {\n  a = 1\n}', "x(l) 1:1 [a 2:3]"],
  ["a comment behind a brace", "x { # }\n  a = 1\n} # {\nb = 2", "b 4:1 x() 1:1 [a 2:3]"],
  ["a comment in a list", "a = [ # ]\n  1, // ]\n  2 /* ] */\n]\nb = 2", "a 1:1 b 5:1"],
])("passes over comments: %s", (_, text, expected) => {
  expect(outlineOf(positionsOf(text))).toBe(expected);
});

test.each<[string, string]>([
  ["an escaped quote", String.raw`"\" = {"`],
  ["an escaped backslash", String.raw`"\\"`],
  ["quotes in an interpolation", '"${f("}", "${x["{"]}")}"'],
  ["braces in an interpolation", '"${{ a = 1 }["a"]}"'],
  ["an interpolation over lines", '"${[\n  c,\n"}"\n][0]}"'],
  ["a comment in an interpolation", '"${ x # } "\n}"'],
  ["directives", '"%{ if x == "}" }{%{ else }}%{ endif }"'],
  ["trimming", '"${~ x ~}%{~ if x ~}{%{ endif }"'],
  ["an escaped interpolation", '"$${"'],
  ["an escaped directive", '"%%{"'],
  ["an escaped interpolation behind a dollar", '"$$${"'],
  ["a directive behind a dollar", '"$%{ if x }}%{ endif }"'],
  ["a dollar at the end", '"$"'],
  ["a percent sign before an escape", String.raw`"%\"{"`],
])("ends a quoted value with %s where it ends", (_, value) => {
  const line = value.split("\n").length + 1;
  expect(outlineOf(positionsOf(`a = ${value}\nb = 2`))).toBe(`a 1:1 b ${line}:1`);
});

test.each<[string, string[]]>([
  ["plain", ["<<EOT", "b = 1", "EOT"]],
  ["empty", ["<<EOT", "EOT"]],
  ["with an indented marker", ["<<-EOT", "    b = 1", "  EOT"]],
  ["with an indented marker, without a hyphen", ["<<EOT", "b = {", "\tEOT "]],
  ["with lone quotes, braces and comments", ["<<EOT", '" { [ ( # /* \\', "EOT"]],
  ["with lines that only begin or end as the marker", ["<<EOT", "EOTA", "a EOT", "EOT = 1", "EOT"]],
  ["with an interpolation", ["<<EOT", '${f("}", {', '  k = "EOT" })} "', "EOT"]],
  ["with directives", ["<<EOT", '%{ for x in ["}"] ~}', "{", "%{ endfor ~}", "EOT"]],
  ["with escaped interpolations", ["<<EOT", '$${ " %%{ $$${', "EOT"]],
  ["with the marker behind an interpolation", ["<<EOT", "${x}EOT", "b = 1", "EOT"]],
  ["with the marker in an interpolation", ["<<EOT", "${", "EOT", "}", "b = 1", "EOT"]],
  ["with a heredoc in an interpolation", ["<<EOT", "${f(<<EOT", "b = 1", "EOT", ")}", "b = 1", "EOT"]],
  ["with a dollar at the end of a line", ["<<EOT", "$", "EOT"]],
  ["in a call", ["f(<<EOT", ") b = 1", "EOT", ", 1)"]],
  ["in an object", ["{", "  k = <<-EOT", "    }", "  EOT", "  l = 1", "}"]],
  ["twice in a call", ["f(<<A", "B", "A", ", <<B", "A", "B", ")"]],
  ["with a marker of any script", ["<<é-1", "é", "é-1"]],
])("ends a heredoc %s where it ends", (_, value) => {
  const next = value.length + 1;
  expect(outlineOf(positionsOf(lines(`a = ${value.join("\n")}`, "b = 2")))).toBe(`a 1:1 b ${next}:1`);
  expect(outlineOf(positionsOf(["x {", `a = ${value.join("\r\n")}`, "b = 2", "}"].join("\r\n")))).toBe(
    `x() 1:1 [a 2:1 b ${next + 1}:1]`,
  );
});

test("ends a heredoc in the last line of a text, and begins none without a line break", () => {
  expect(outlineOf(positionsOf("a = <<EOT\nb = 1\nEOT"))).toBe("a 1:1");
  expect(outlineOf(positionsOf("a = 1 << EOT\nb = 1"))).toBe("a 1:1 b 2:1");
});

test.each<[string, string[]]>([
  ["an object", ["{", "  k = 1", '  "l" = { m = 2 }', "  n : 3,", "}"]],
  ["an object of one line", ["{ k = 1, l : 2 }"]],
  ["an object with computed keys", ["{", "  (x) = 1", '  "${x}-y" = 2', "}"]],
  ["a list of objects", ["[", "  { k = 1 },", "  {", "    l = 2", "  }", "]"]],
  ["a list of comparisons", ["[", "  x == 1,", "  x == 2", "]"]],
  ["a comprehension that makes a list", ["[", "  for x in y : {", "    k = x", "  }", "]"]],
  ["a comprehension that makes an object", ["{", "  for k, v in x :", "  k => v...", "  if v == 1", "}"]],
  ["a condition over lines", ["(", "  x", "  ? y", "  : z", ")"]],
  ["a call over lines", ["f(", "  b,", "  c...", ")"]],
  ["brackets without a line break before them", ["x[", "  0", "].y"]],
  ["comparisons", ["x == y || x != y || x <= y && x >= y"]],
])("takes nothing in %s for an attribute", (_, value) => {
  expect(outlineOf(positionsOf(lines(`a = ${value.join("\n")}`, "b = 2")))).toBe(`a 1:1 b ${value.length + 1}:1`);
});

test.each<[string, string, string]>([
  ["letters of any script", "  é = 1\n名前 = 2\n  x-é_1 {\n}", "é 1:3 名前 2:1 x-é_1() 3:3 []"],
  ["letters of two code units", "/*𝒜*/ 𝒜b = 1", "𝒜b 1:8"],
  ["letters of one code unit", "/*é*/ éb = 1", "éb 1:7"],
  ["a byte order mark, which has no column", "\uFEFFa = 1\nb = 2", "a 1:1 b 2:1"],
  ["line breaks of Windows", "a = 1\r\nx {\r\n  b = 2 # c\r\n}\r\n", "a 1:1 x() 2:1 [b 3:3]"],
  ["tabs, each as one column", "\t\ta = 1", "a 1:3"],
])("counts %s", (_, text, expected) => {
  expect(outlineOf(positionsOf(text))).toBe(expected);
});

test.each([
  'a = "',
  "a = <<E\n",
  "a = <<E\n${",
  "/*",
  'x "',
  "x {",
  "a = {",
  "}",
  "{ a = 1 }",
  ") ] } a = 1",
  "= =",
  '"\\',
  "x { a = 1",
  "\ud800",
])("reads on to the end of %j, which is no HCL", (text) => {
  expect(() => positionsOf(text)).not.toThrow();
});

test.each([
  "{",
  "x{",
  "a=[",
  '"${',
  "/*",
  "<<a",
  "a=<<a\n${",
  "a = 1\n",
  "b ",
  '"',
  "\\",
  "}",
  " E x\n",
  "<<E\n",
  "𝒜",
  "(]\t%{",
])("takes time in proportion to the text, of %j very often", (part) => {
  const started = performance.now();
  positionsOf(part.repeat(1_000_000 / part.length));
  positionsOf(`a = <<E\n${part.repeat(1_000_000 / part.length)}`);
  expect(performance.now() - started).toBeLessThan(20_000);
});
