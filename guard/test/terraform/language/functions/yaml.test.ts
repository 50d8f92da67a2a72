import { NotComputed } from "../../../../lib/terraform/language/errors";
import { yamlDecoded } from "../../../../lib/terraform/language/functions/yaml-decode";
import { yamlOf } from "../../../../lib/terraform/language/functions/yaml-encode";
import { LongNumber } from "../../../../lib/terraform/values/long-number";
import type { Value } from "../../../../lib/terraform/values/value";

const map = (entries: Record<string, Value>): Value => new Map(Object.entries(entries));

/** Results are those of `terraform console`. */
test.each<[Value, string]>([
  [
    map({ a: "b", c: [1, true, null, []], d: map({ e: map({}) }) }),
    '"a": "b"\n"c":\n- 1\n- true\n- null\n- []\n"d":\n  "e": {}\n',
  ],
  [
    [["a"], map({ b: "c\nd" }), "e\n\n", " f\n g"],
    '- - "a"\n- "b": |-\n    c\n    d\n- |+\n  e\n\n- |2-\n   f\n   g\n',
  ],
  [null, "null\n...\n"],
  ['tab\t"q" \\ é 🤷 \u0007', '"tab\\t\\"q\\" \\\\ é \\U0001F937 \\a"\n'],
  ["a \nb", '"a \\nb"\n'],
])("%j is written as %j", (value, expected) => {
  expect(yamlOf(value)).toBe(expected);
});

test("a key of several lines is not written here", () => {
  expect(() => yamlOf(map({ "a\nb": 1 }))).toThrow(NotComputed);
  expect(() => yamlOf(map({ ["a".repeat(129)]: 1 }))).toThrow(NotComputed);
});

test.each<[string, Value]>([
  ["a: [x, yes, 'yes', ~]\nb: |\n  x\n   y\n", map({ a: ["x", true, "yes", null], b: "x\n y\n" })],
  ["- 012\n- 1e3\n- .5\n- +5\n- 1.2.3\n- 1,000", [12, 1000, 0.5, 5, "1.2.3", "1,000"]],
  ["a: http://x:80 # c\nb: c#d", map({ a: "http://x:80", b: "c#d" })],
  ["1: x\ntrue: y\n1.50: z", map({ "1": "x", true: true, "1.5": "z" })],
  ["{a: 1, a: 2}", map({ a: 2 })],
  ["---\na:\n- 1\n", map({ a: [1] })],
  ["123456789012345678901234567890", new LongNumber("123456789012345678901234567890")],
])("%j is read", (text, expected) => {
  expect(yamlDecoded(text)).toEqual(expected);
});

test.each([
  ["an anchor", "a: &x 1\nb: *x"],
  ["a tag", "a: !!str 1"],
  ["a merge", "<<: {a: 1}"],
  ["two documents", "a: 1\n---\nb: 2"],
  ["no document", ""],
  ["a time", "a: 2024-01-01"],
  ["a time of day", "a: 12:30"],
  ["a number of another base", "a: 0o7"],
  ["a number of base 16", "a: 0x1F"],
  ["a number with a line", "a: 1_000"],
  ["a number without end", "a: -.inf"],
  ["no number", "a: .NaN"],
  ["a key that is marked", "? a\n: b"],
  ["a tab", "a:\tb"],
  ["a folded text", "a: >-\n  one\n  two\n"],
  ["a block that stands for something else", "a: |-\n  true\n"],
  ["a block at the end of a text", "a: |\n  x"],
  ["half of a pair of characters", 'a: "\\ud83d\\ude00"'],
  ["a colon without a space", "{a:1}"],
  ["what is no YAML", "a: b: c"],
  ["a quote that is not closed", "'x''"],
  ["quotes of several lines", "a: 'x\n  y'"],
])("%s is not computed", (_, text) => {
  expect(() => yamlDecoded(text)).toThrow(NotComputed);
});
