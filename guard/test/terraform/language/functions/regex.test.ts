import { EvaluationError, NotComputed } from "../../../../lib/terraform/language/errors";
import { regexFunctions, replacedPattern } from "../../../../lib/terraform/language/functions/regex";
import type { Value } from "../../../../lib/terraform/values/value";

const found = (pattern: string, text: string): Value | undefined => regexFunctions.regexall?.(pattern, text);

/** Results are those of `terraform console`. */
test.each<[string, string, Value[]]>([
  ["[a-z]+", "1ab2c", ["ab", "c"]],
  ["a*", "baaac", ["", "aaa", ""]],
  [
    "(\\w)(\\d)?",
    "a1b",
    [
      ["a", "1"],
      ["b", null],
    ],
  ],
  [".", "a\u2028\n", ["a", "\u2028"]],
  ["(?s).", "\n", ["\n"]],
  ["(?m)^b$", "a\nb\nc", ["b"]],
  ["\\s", "\v\t", ["\t"]],
  ["[\\s\\S]", "\v", ["\v"]],
  ["[]a]", "]a", ["]", "a"]],
  ["a{,2}", "a{,2}", ["a{,2}"]],
  ["[[:punct:]]", "a-/", ["-", "/"]],
  ["\\Aa\\z", "a", ["a"]],
])("%s finds in %j %j", (pattern, text, expected) => {
  expect(Array.from(found(pattern, text) as Value[])).toEqual(expected);
});

test("named groups are an object", () => {
  expect(regexFunctions.regex?.("(?P<h>[^/]+)/(?<t>.*)", "a/b")).toEqual(
    new Map([
      ["h", "a"],
      ["t", "b"],
    ]),
  );
});

test.each([
  ["what looks ahead", "(?=a)"],
  ["what looks behind", "(?<!a)b"],
  ["a reference to a group", "(a)\\1"],
  ["groups with and without names", "(a)(?P<n>b)"],
  ["a group that is not closed", "(a"],
  ["a group that closes nothing", "a)"],
  ["a class that is not closed", "[a"],
  ["a range that goes backwards", "[b-a]"],
  ["a repetition of nothing", "*a"],
])("Go refuses %s", (_, pattern) => {
  let thrown: unknown;
  try {
    found(pattern, "ab");
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EvaluationError);
  expect(thrown).not.toBeInstanceOf(NotComputed);
});

test.each([
  ["a group that is forgotten at each repetition", "(?:(a)|b)*", "ab"],
  ["a repetition of what may be empty", "(a*)+", "a"],
  ["an empty group that may be left out", "(a*)?b", "b"],
  ["a character of two halves", "$", "🤷"],
  ["case beyond ASCII", "(?i)é", "É"],
  ["properties of characters beyond Latin", "\\pL", "日"],
  ["flags in the middle", "a(?i)b", "ab"],
  ["a lazy pattern", "(?U)a+", "aa"],
  ["two repetitions", "a**", "a"],
  ["a script", "\\p{Greek}", "a"],
  ["quoted text", "\\Qa.b\\E", "a.b"],
  ["two groups of one name", "(?P<n>a)(?P<n>b)", "ab"],
])("%s is not computed", (_, pattern, text) => {
  expect(() => found(pattern, text)).toThrow(NotComputed);
});

test("a pattern that JavaScript may take for ever with is not tried", () => {
  expect(() => found("(?:a+)+b", "a".repeat(25))).toThrow(NotComputed);
  expect(() => found("a*a*b", "a".repeat(1001))).toThrow(NotComputed);
});

test.each([
  ["(a)(b)", "$2-$1", "b-a"],
  ["(?P<x>a)", "${x}$xy", "ab"],
  ["a", "$$", "$b"],
  ["a", "$0$1$", "a$b"],
  ["(a)", "$01", "b"],
  ["a*", "-", "-b-"],
])("what %s finds is replaced with %s", (pattern, replacement, expected) => {
  expect(replacedPattern("ab", pattern, replacement)).toBe(expected);
});
