import { EvaluationError } from "../../../lib/terraform/language/errors";
import { binaryOperation } from "../../../lib/terraform/language/operators";
import type { Value } from "../../../lib/terraform/values/value";

test.each<[Value, string, Value, Value]>([
  [1, "+", "2", 3],
  [1, "-", 2, -1],
  [3, "*", 2, 6],
  [3, "/", 2, 1.5],
  [-5, "%", 3, -2],
  [1, "<", 2, true],
  [2, "<", 2, false],
  [2, ">", 1, true],
  [2, ">", 2, false],
  [2, "<=", 2, true],
  [3, "<=", 2, false],
  [2, ">=", 2, true],
  [1, ">=", 2, false],
  [true, "&&", "false", false],
  [false, "||", true, true],
  ["a", "==", "a", true],
  [1, "==", "1", false],
  [null, "==", null, true],
  [["a"], "!=", ["b"], true],
  [new Map([["a", 1]]), "==", new Map([["a", 1]]), true],
])("%p %s %p is %p", (a, operator, b, expected) => {
  expect(binaryOperation(operator, a, b, true)).toBe(expected);
});

test.each<[Value, string, Value]>([
  [1, "/", 0],
  ["a", "+", 1],
  [null, "<", 1],
  [["a"], ">=", 1],
  [1, "&&", true],
  [null, "||", true],
])("%p %s %p has no value", (a, operator, b) => {
  expect(() => binaryOperation(operator, a, b, true)).toThrow(EvaluationError);
});
