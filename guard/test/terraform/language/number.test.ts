import { EvaluationError, NotComputed } from "../../../lib/terraform/language/errors";
import {
  divided,
  fractionOf,
  minus,
  parseNumber,
  plus,
  remainder,
  textOf,
  times,
  valueOf,
  wholeNumber,
} from "../../../lib/terraform/language/number";
import { LongNumber } from "../../../lib/terraform/values/long-number";

const shown = (text: string): string => textOf(valueOf(parseNumber(text)));

test.each(["0", "1", "-1.5", "0.1", "9007199254740993", "123456789012345678901234567890", "0.0000001"])(
  "%s is itself",
  (text) => {
    expect(shown(text)).toBe(text);
  },
);

test.each([
  ["05", "5"],
  ["+7", "7"],
  [".5", "0.5"],
  ["5.", "5"],
  ["1e21", "1000000000000000000000"],
  ["1.50", "1.5"],
])("%s is %s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each(["", ".", "e5", "0x1F", "1_000", " 1", "NaN", "Infinity"])("%j is no number", (text) => {
  expect(() => parseNumber(text)).toThrow(EvaluationError);
  expect(() => parseNumber(text)).not.toThrow(NotComputed);
});

test.each(["-0", "1e5000"])("%s is a doubt", (text) => {
  expect(() => parseNumber(text)).toThrow(NotComputed);
});

test("a number that a double holds is one, and others keep their digits", () => {
  expect(valueOf(parseNumber("1.5"))).toBe(1.5);
  expect(valueOf(parseNumber("9007199254740993"))).toEqual(new LongNumber("9007199254740993"));
});

const of = fractionOf;
test.each([
  ["a sum that no double has", plus(of(0.1), of(0.2), true), "0.3"],
  ["a difference", minus(of(0.3), of(0.1), true), `0.2${"0".repeat(153)}2`],
  [
    "a product beyond doubles",
    times(of(9007199254740991), of(9007199254740991), true),
    "81129638414606663681390495662081",
  ],
  ["a third, three times", times(divided(of(1), of(3), true), of(3), true), "1"],
  ["a remainder", remainder(of(-5), of(3)), "-2"],
])("%s is Terraform's", (_, result, expected) => {
  expect(textOf(valueOf(result))).toBe(expected);
});

test("a third has 512 bits where it is written, and is a doubt where two lengths may have fewer", () => {
  expect(textOf(valueOf(divided(of(1), of(3), true)))).toMatch(/^0\.3+5$/);
  expect(() => divided(of(1), of(3), false)).toThrow(NotComputed);
  expect(textOf(valueOf(divided(of(1), of(4), false)))).toBe("0.25");
});

test.each<[string, () => unknown]>([
  ["a division by zero", () => divided(of(1), of(0), true)],
  ["a zero with a sign", () => times(of(0), of(-1), true)],
  ["a remainder of fractions", () => remainder(of(0.3), of(0.1))],
])("%s is a doubt", (_, run) => {
  expect(run).toThrow(NotComputed);
});

test("what counts is whole", () => {
  expect(wholeNumber(of(-3))).toBe(-3);
  expect(() => wholeNumber(of(1.5))).toThrow(EvaluationError);
});
