import { NotComputed } from "../../../../lib/terraform/language/errors";
import { filesMatching } from "../../../../lib/terraform/language/functions/glob";
import { treeOf } from "../tree";

const paths = ["x.txt", "y.md", ".dot", "a/x.txt", "a/ax", "a/bx", "a/b-x", "a/b/y.txt", "a/b/c/z.tf", "d/é.txt"];
const files = treeOf(Object.fromEntries(paths.map((path) => [path, ""])));

/** Results are those of `terraform console` in a folder with such files. */
test.each<[string, string, string[]]>([
  [".", "*.txt", ["x.txt"]],
  [".", "./*.md", ["y.md"]],
  [".", "a/*", ["a/ax", "a/b-x", "a/bx", "a/x.txt"]],
  [".", "a/**", ["a/ax", "a/b-x", "a/b/c/z.tf", "a/b/y.txt", "a/bx", "a/x.txt"]],
  [".", "a/**/y.txt", ["a/b/y.txt"]],
  [".", "a/**/x.txt", ["a/x.txt"]],
  [".", "a/?x", ["a/ax", "a/bx"]],
  [".", "a/[ab]x", ["a/ax", "a/bx"]],
  [".", "a/[^a]x", ["a/bx"]],
  [".", "a/[a-b]x", ["a/ax", "a/bx"]],
  [".", "{x,y}.*", ["x.txt", "y.md"]],
  [".", "{a,d}/*.txt", ["a/x.txt", "d/é.txt"]],
  [".", "a/../x.txt", ["x.txt"]],
  [".", "a/b?x", ["a/b-x"]],
  [".", "nothing/*", []],
  [".", "", []],
  ["a", "**", ["ax", "b-x", "b/c/z.tf", "b/y.txt", "bx", "x.txt"]],
  ["./a/", "b/*", ["b/y.txt"]],
  ["nope", "**", []],
])("in %j, %j finds %j", (folder, pattern, expected) => {
  expect(filesMatching(files, folder, pattern).sort()).toEqual(expected);
});

test.each([
  ["what Terraform keeps beside the configuration", "*"],
  ["the same in any folder", "**/*.tf"],
  ["the same in its own", "*/modules"],
  ["the same by its name", ".*"],
  ["alternatives of several folders", "{a/b,d}/*.txt"],
  ["a class that some versions negate", "a/[!a]x"],
  ["a class that is not closed", "a/["],
  ["a brace that is not closed", "a/{x"],
  ["a brace that closes nothing", "a/x}"],
  ["an escape", "d/\\[w]"],
  ["what leads out of the folder", "../*"],
  ["a range that goes backwards", "a/[z-a]"],
  ["classes in alternatives", "{[a],b}"],
])("%s is not computed", (_, pattern) => {
  expect(() => filesMatching(files, ".", pattern)).toThrow(NotComputed);
});

test("a folder whose name is a pattern is not computed", () => {
  expect(() => filesMatching(files, "[a]", "*")).toThrow(NotComputed);
});
