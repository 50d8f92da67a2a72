import { toBoolean, toJson, toList, toMap, toNumber, toTerraformString } from "../../../lib/terraform/language/convert";
import { EvaluationError } from "../../../lib/terraform/language/errors";
import type { Value } from "../../../lib/terraform/values/value";

const map: Value = new Map([["k", "v"]]);

describe("a conversion", () => {
  test.each<[string, (value: Value) => Value, Value, Value]>([
    ["a text to text", toTerraformString, "a", "a"],
    ["a number to text", toTerraformString, 1.5, "1.5"],
    ["a flag to text", toTerraformString, true, "true"],
    ["a text to a number", toNumber, "1e3", 1000],
    ["a number to a number", toNumber, -2, -2],
    ["a text to a flag", toBoolean, "false", false],
    ["a flag to a flag", toBoolean, true, true],
    ["a list to a list", toList, ["a"], ["a"]],
    ["a map to a map", toMap, map, map],
  ])("takes %s", (_, convert, value, expected) => {
    expect(convert(value)).toEqual(expected);
  });

  test.each<[string, (value: Value) => Value, Value]>([
    ["null for text", toTerraformString, null],
    ["a list for text", toTerraformString, ["a"]],
    ["an empty text for a number", toNumber, ""],
    ["a word for a number", toNumber, "one"],
    ["infinity for a number", toNumber, "Infinity"],
    ["a flag for a number", toNumber, true],
    ["another spelling for a flag", toBoolean, "True"],
    ["null for a flag", toBoolean, null],
    ["a map for a list", toList, map],
    ["a list for a map", toMap, ["a"]],
  ])("does not take %s", (_, convert, value) => {
    expect(() => convert(value)).toThrow(EvaluationError);
  });
});

test("JSON is written as jsonencode does: keys in order, no spaces, nothing that ends a script", () => {
  const value: Value = new Map<string, Value>([["b", [1, null, true]]]).set("a", "<&>");
  expect(toJson(value)).toBe(String.raw`{"a":"\u003c\u0026\u003e","b":[1,null,true]}`);
});
