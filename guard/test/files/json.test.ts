import fc from "fast-check";

import { JsonError, parseJson } from "../../lib/files/json";

test("JSON is what JSON.parse makes of it", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['{"a":1,\n "a":2}', 'the key "a" is there twice (line 2, column 2)'],
  ['{"resource":{"a":{}},"resource":{"b":{}}}', 'the key "resource" is there twice (line 1, column 22)'],
  ['[{"x":{"a":1,"a":null}}]', 'the key "a" is there twice (line 1, column 14)'],
  ['{"a\\u0062":1,"ab":2}', 'the key "ab" is there twice'],
  ['{"__proto__":1,"__proto__":2}', 'the key "__proto__" is there twice'],
])("%s is refused, with the key and its place", (text, message) => {
  expect(() => parseJson(text)).toThrow(JsonError);
  expect(() => parseJson(text)).toThrow(message);
});

test.each(['{"a":{"b":1},"b":1}', '{"a\\"":":","a":1}', '[{"a":1},{"a":2}]', '{"a":"\\"a\\":","b":1}'])(
  "%s says nothing twice",
  (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  },
);

test("what is said twice in the same words is what it says", () => {
  expect(parseJson('{"a":[1],"a":[1]}')).toEqual({ a: [1] });
});

test.each([
  ["", "(line 1, column 1)"],
  ['{"password":"hunter2', "(line 1, column 21)"],
  ['{\n  "password": hunter2\n}', "(line 2, column"],
  ["{'password':'hunter2'}", "(line 1, column 2)"],
])("%j is refused by its place, and nothing of the text is said", (text, place) => {
  expect(() => parseJson(text)).toThrow(place);
  expect(() => parseJson(text)).toThrow(/^not JSON \(line \d+, column \d+\)$/);
});

test("a text with millions of escapes in one string is read", () => {
  const text = JSON.stringify({ a: "\\".repeat(3_000_000) });
  expect((parseJson(text) as { a: string }).a).toHaveLength(3_000_000);
});
