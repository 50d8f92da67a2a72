import { statementsOf, withoutStatements } from "../../histories/hcl-text";

const outline = (text: string) =>
  statementsOf(text).map(({ name, labels, value }) =>
    [name, ...labels, ...(value === undefined ? [] : [`= ${value}`])].join(" "),
  );

test("blocks have labels, with quotes and without, and arguments have values", () => {
  expect(outline(`resource "a_b" c {\n  x = 1\n}\nlocals {}\ny = [1,\n 2]\nz : "q"`)).toEqual([
    "resource a_b c",
    "locals",
    "y = [1,\n 2]",
    `z = "q"`,
  ]);
});

test.each([
  ["a string", `a {\n  x = "}"\n}`],
  ["a template in a string", 'a {\n  x = "${f("}")}}"\n}'],
  ["an escaped template", 'a {\n  x = "$${}"\n}'],
  ["a comment to the end of the line", "a {\n  # }\n  // }\n}"],
  ["a comment over lines", "a { /* } \n } */ }"],
  ["a heredoc", "a {\n  x = <<EOT\n}\nEOT\n}"],
  ["an indented heredoc", "a {\n  x = <<-EOT\n    }\n    EOT\n}"],
])("a brace in %s closes nothing", (_, block) => {
  expect(outline(`${block}\nb {}`)).toEqual(["a", "b"]);
});

test("statements are cut out of the text around them", () => {
  const text = "a {\n}\n# about b\nb {\n}\nc = 1\n";
  const gone = statementsOf(text).filter(({ name }) => name !== "b");
  expect(withoutStatements(text, gone)).toBe("\n# about b\nb {\n}\n\n");
});
