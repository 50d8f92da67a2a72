import { SyntaxNotUnderstood } from "../../../lib/terraform/language/lexer";
import { ExpressionReader, readTemplate } from "../../../lib/terraform/language/parse";
import type { Expression } from "../../../lib/terraform/language/syntax";

const read = (text: string): Expression => ExpressionReader.at(text, 0, 0).expression();

/** An expression with all its parentheses, so that a test reads how it binds. */
function shapeOf(node: Expression): string {
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "template":
      return `"${node.parts.map(shapeOf).join("+")}"`;
    case "name":
      return node.name;
    case "attribute":
      return `${shapeOf(node.of)}.${node.name}`;
    case "index":
      return `${shapeOf(node.of)}[${shapeOf(node.key)}]`;
    case "splat":
      return `(each of ${shapeOf(node.of)}: ${shapeOf(node.each)})`;
    case "call":
      return `${node.name}(${node.args.map(shapeOf).join(", ")}${node.expand ? "..." : ""})`;
    case "unary":
      return `(${node.operator}${shapeOf(node.operand)})`;
    case "binary":
      return `(${shapeOf(node.left)} ${node.operator} ${shapeOf(node.right)})`;
    case "conditional":
      return `(${shapeOf(node.if)} ? ${shapeOf(node.then)} : ${shapeOf(node.else)})`;
    case "list":
      return `[${node.items.map(shapeOf).join(", ")}]`;
    case "object":
      return `{${node.items.map((pair) => pair.map(shapeOf).join(" = ")).join(", ")}}`;
    case "join":
      return `(join ${shapeOf(node.of.value)})`;
    case "for":
    case "opaque":
      return node.kind;
  }
}

test.each([
  ["1 + 2 * 3", "(1 + (2 * 3))"],
  ["1 - 2 - 3", "((1 - 2) - 3)"],
  ["(1 + 2) * 3", "((1 + 2) * 3)"],
  ["a || b && c == d < e", "(a || (b && (c == (d < e))))"],
  ["-a * !b", "((-a) * (!b))"],
  ["!!a", "(!(!a))"],
  ["a ? b : c ? d : e", "(a ? b : (c ? d : e))"],
  ["a > 0 ? b : c", "((a > 0) ? b : c)"],
  ["a.b[0].c", "a.b[0].c"],
  ["a.0.1", "a[0][1]"],
  ['a["k"][b]', 'a["k"][b]'],
  ["a[*].b.c", "(each of a: *.b.c)"],
  ["a.*.b[0]", "(each of a: *.b)[0]"],
  ["a[*].b[0]", "(each of a: *.b[0])"],
  ["f()", "f()"],
  ["f(a, [1, 2,]...)", "f(a, [1, 2]...)"],
  ["[1, [2]]", "[1, [2]]"],
  ['{ a = 1, "b" : 2\n (c) = 3 }', '{"a" = 1, "b" = 2, c = 3}'],
  ["{ a = b\n (c) = d }", '{"a" = b, c = d}'],
  ["{ null = 1, true = f(\n1,\n2\n)\n }", '{"null" = 1, "true" = f(1, 2)}'],
  ["a[*].b[*].c", "(each of a: (each of *.b: *.c))"],
  ["[true, false, null]", "[true, false, null]"],
  ['"a${b}c"', '""a"+b+"c""'],
  ['"${a}"', "a"],
  ['""', '""'],
])("%s reads as %s", (text, expected) => {
  expect(shapeOf(read(text))).toBe(expected);
});

describe("a for expression", () => {
  test("has what it goes through, what it binds, a result and a condition", () => {
    expect(read("[for v in a : v if v]")).toEqual({
      kind: "for",
      valueName: "v",
      in: { kind: "name", name: "a" },
      value: { kind: "name", name: "v" },
      condition: { kind: "name", name: "v" },
      group: false,
    });
  });

  test("with two names binds the key first, and with => is an object that may group", () => {
    const found = read("{for k, v in a : k => v...}");
    expect(found).toMatchObject({
      keyName: "k",
      valueName: "v",
      key: { name: "k" },
      value: { name: "v" },
      group: true,
    });
  });
});

describe("a template with directives", () => {
  test.each([
    ['"%{ if a }b%{ else }${c}%{ endif }"', '"(a ? "b" : "c")"'],
    ['"%{ for k, v in a }${v},%{ endfor }"', '"(join "v+","")"'],
    ['"a ${~ b ~} c"', '""a"+b+"c""'],
    ['"${~ a ~} "', '"a+"""'],
    ["<<EOT\na ${b}\nEOT\n", '""a "+b+"\\n""'],
    ["<<-EOT\n    a\n      b\n  EOT\n", '"a\\n  b\\n"'],
    ["f(<<EOT\na\nEOT\n, b)", 'f("a\\n", b)'],
  ])("%j reads as %s", (text, expected) => {
    expect(shapeOf(read(text))).toBe(expected);
  });

  test("is not nested deeper than recursion survives", () => {
    const nested = (size: number): string => `"${"%{ if a }".repeat(size)}x${"%{ endif }".repeat(size)}"`;
    expect(() => read(nested(60))).not.toThrow();
    expect(() => read(nested(61))).toThrow(SyntaxNotUnderstood);
  });
});

describe("what is not understood", () => {
  test.each([
    ["a heredoc that is not closed", "<<EOT\na\nEOT"],
    ["an entry of an object in the line of another one", "{ a = 1 b = 2 }"],
    ["a key of several names", "{ a.b = 1 }"],
    ["a list of groups", "[for v in a : v...]"],
    ["an argument after an expansion", "f(a..., b)"],
    ["an operator without an operand", "1 +"],
    ["a list that is not closed", "[1, 2"],
    ["an object that is not closed", "{ a = 1"],
    ["a string that is not closed", '"a'],
    ["an escape that there is not", String.raw`"\x41"`],
    ["a conditional of two parts", "a ? b"],
    ["an object of a loop without keys", "{for v in a : v}"],
    ["a directive that is not closed", '"%{ if a }b"'],
    ["a line break in a string", '"a\nb"'],
    ["nothing", ""],
  ])("is %s", (_, text) => {
    expect(() => read(text)).toThrow(SyntaxNotUnderstood);
  });

  test.each<[string, (size: number) => string, number]>([
    ["parentheses", (size) => `${"(".repeat(size)}1${")".repeat(size)}`, 58],
    ["minuses", (size) => `${"-".repeat(size)}1`, 58],
    ["operators", (size) => `1${"+1".repeat(size)}`, 200],
    ["steps", (size) => `a${".b".repeat(size)}`, 200],
  ])("is more %s than recursion survives", (_, text, most) => {
    expect(() => read(text(most))).not.toThrow();
    expect(() => read(text(most + 1))).toThrow(SyntaxNotUnderstood);
  });
});

describe("readTemplate", () => {
  test("ends at the closing quote, and says where", () => {
    expect(readTemplate('a"b', 0, '"', 0)).toEqual({ expression: { kind: "literal", value: "a" }, end: 2 });
    expect(readTemplate('a"b', 0, undefined, 0)).toEqual({ expression: { kind: "literal", value: 'a"b' }, end: 3 });
  });

  test("reads escapes in a quoted string alone, since JSON has escapes of its own", () => {
    const text = String.raw`a\n\t\"\\`;
    expect(readTemplate(`${text}"`, 0, '"', 0).expression).toEqual({ kind: "literal", value: 'a\n\t"\\' });
    expect(readTemplate(text, 0, undefined, 0).expression).toEqual({ kind: "literal", value: text });
  });

  test("takes doubled signs for the signs themselves", () => {
    expect(readTemplate("$${a} %%{b} $a %b", 0, undefined, 0).expression).toEqual({
      kind: "literal",
      value: "${a} %{b} $a %b",
    });
  });

  test("keeps the type of a single interpolation, and joins several parts", () => {
    expect(shapeOf(readTemplate("${1}", 0, undefined, 0).expression)).toBe("1");
    expect(shapeOf(readTemplate("${1}${2}x", 0, undefined, 0).expression)).toBe('"1+2+"x""');
  });
});
