import type { Value } from "../values/value";
import { canonical } from "../values/walk";
import { EvaluationError, toBoolean, toNumber } from "./convert";

/** A binary operator over known values. @throws EvaluationError for operands of the wrong type. */
export function binaryOperation(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case "==":
      return canonical(a) === canonical(b);
    case "!=":
      return canonical(a) !== canonical(b);
    case "&&":
      return toBoolean(a) && toBoolean(b);
    case "||":
      return toBoolean(a) || toBoolean(b);
  }
  const [x, y] = [toNumber(a), toNumber(b)];
  switch (operator) {
    case "+":
      return x + y;
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      if (y === 0) throw new EvaluationError("division by zero");
      return x / y;
    case "%":
      return x % y;
    case "<":
      return x < y;
    case ">":
      return x > y;
    case "<=":
      return x <= y;
    default:
      return x >= y;
  }
}
