import { SyntaxNotUnderstood } from "../../../lib/terraform/language/lexer";
import { ExpressionReader } from "../../../lib/terraform/language/parse";
import {
  type TemplateEnd,
  type TemplatePart,
  TemplatePartsReader,
} from "../../../lib/terraform/language/template-parts";

const read = (text: string, end: TemplateEnd = "end of text"): { parts: TemplatePart[]; end: number } =>
  new TemplatePartsReader(text, 0, end, (position) => ExpressionReader.at(text, position, 0)).read();
const shown = (text: string, end?: TemplateEnd): string[] =>
  read(text, end).parts.map((part) => (part.kind === "literal" ? part.text : `<${part.kind}>`));

test("a text is split at the ends of its lines, and a quoted one is not", () => {
  expect(shown("a\nb\r\nc")).toEqual(["a\n", "b\r\n", "c"]);
  expect(shown('a\\nb"', "quote")).toEqual(["a\nb"]);
});

test("a strip marker takes the white space of one part", () => {
  expect(shown("a \n b ${~ 1 ~} \n c")).toEqual(["a \n", " b", "<interpolation>", "", " c"]);
  expect(shown('a\\n b ${~ 1 ~} \\n c"', "quote")).toEqual(["a\n b", "<interpolation>", "c"]);
  expect(shown("a %{~ if b ~} c %{~ endif ~}\t")).toEqual(["a", "<if>", "c", "<endif>", ""]);
});

test("doubled signs are signs, of which only the last two escape a brace", () => {
  expect(shown("$${a} %%{b} $$${c} $ % 5%")).toEqual(["${a} %{b} $${c} $ % 5%"]);
});

test("a heredoc ends at a line with its marker alone, before the end of that line", () => {
  expect(read("a EOT\n EOT \nb", { marker: "EOT" })).toEqual({
    parts: [{ kind: "literal", text: "a EOT\n" }],
    end: 11,
  });
  expect(shown("${1}EOT\nEOT\n", { marker: "EOT" })).toEqual(["<interpolation>", "EOT\n"]);
});

test.each<[string, string, TemplateEnd]>([
  ["a string that is not closed", "a", "quote"],
  ["a string of two lines", 'a\nb"', "quote"],
  ["half a character", '\\ud800"', "quote"],
  ["a heredoc that is not closed", "a\nEOT", { marker: "EOT" }],
  ["a carriage return inside of a line", "a\rb", "end of text"],
  ["a sign and white space before a strip marker", "$ ${~ 1}", "end of text"],
  ["a directive that there is not", "%{ unless a }", "end of text"],
  ["more than a directive", "%{ else a }", "end of text"],
])("%s is not understood", (_, text, end) => {
  expect(() => read(text, end)).toThrow(SyntaxNotUnderstood);
});
