import { ofType } from "../../lib/adopt/of-type";

test.each([
  ["a number in quotes", "12", "number", 12],
  ["a string that is no number", "twelve", "number", "twelve"],
  ["an empty string", " ", "number", " "],
  ["a flag in quotes", "true", "bool", true],
  ["a string that is no flag", "yes", "bool", "yes"],
  ["a number for a text", 12, "string", "12"],
  ["a flag for a text", false, "string", "false"],
  ["a list of numbers in quotes", ["1", "2"], "list(number)", [1, 2]],
  ["a map of numbers for texts", { a: 1 }, "map(string)", { a: "1" }],
  ["what has no type", { a: ["1"] }, "any", { a: ["1"] }],
])("%s", (_, value, type, expected) => {
  expect(ofType(value, type)).toEqual(expected);
});
