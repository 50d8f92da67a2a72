import { numberOf } from "../../../../lib/recreation/prediction/predicates/number";
import { Marked, OpaqueValue, Unknown, type Value } from "../../../../lib/terraform/values/value";
import { at } from "../../../terraform/addresses/at";

test.each<[string, Value, number | undefined]>([
  ["a number", 20, 20],
  ["its text", "20", 20],
  ["a number with marks", new Marked(20, { fromVariableDefault: "v" }), 20],
  ["nothing, which the provider reads as zero", null, 0],
  ["an empty text", "", 0],
  ["what is known after apply", new Unknown(at("t.x")), 0],
  ["what nobody knows", new OpaqueValue("x"), undefined],
  ["a word", "big", undefined],
  ["a flag", true, undefined],
])("the number of %s", (_, value, expected) => {
  expect(numberOf(value)).toBe(expected);
});
