import { fits, isTemplate, typeInWords } from "../../../lib/provider/arguments/value-fits";

test.each([
  ["string", "a"],
  ["string", 5],
  ["string", true],
  ["number", 5],
  ["number", "5"],
  ["number", "1e3"],
  ["bool", true],
  ["bool", "false"],
  ["bool", "1"],
  ["list(string)", ["a", 1]],
  ["set(string)", []],
  ["map(string)", { a: 1 }],
  ["list(string)", "${var.list}"],
  ["number", "${var.a}0"],
  ["bool", "%{ if a }true%{ endif }"],
  ["list(string)", ["${var.a}"]],
  ["string", null],
])("%s takes %j, as Terraform converts it", (type, value) => {
  expect(fits(type, value)).toBe(true);
});

test.each([
  ["string", ["a"]],
  ["string", {}],
  ["number", "many"],
  ["number", ""],
  ["number", true],
  ["bool", "yes"],
  ["bool", 1],
  ["list(string)", "a"],
  ["list(string)", { a: "b" }],
  ["list(string)", [["a"]]],
  ["map(string)", ["a"]],
  ["map(number)", { a: "many" }],
  ["number", "$${var.a}"],
])("%s does not take %j", (type, value) => {
  expect(fits(type, value)).toBe(false);
});

test.each([
  ["${a}", true],
  ["a${b}c", true],
  ["%{ if a }b%{ endif }", true],
  ["$${a}", false],
  ["$$${a}", true],
  ["%%{a}", false],
  ["$a {b}", false],
  [5, false],
])("%j is a template: %p", (value, expected) => {
  expect(isTemplate(value)).toBe(expected);
});

test.each([
  ["string", "a string"],
  ["number", "a number"],
  ["bool", "true or false"],
  ["list(string)", "a list of strings"],
  ["set(number)", "a list of numbers"],
  ["map(string)", "an object whose values are strings"],
])("%s is %s", (type, words) => {
  expect(typeInWords(type)).toBe(words);
});
