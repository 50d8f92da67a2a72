import type { Value } from "../values";
import { toBoolean, toFraction } from "./convert";
import { isEqual } from "./equality";
import { divided, minus, plus, remainder, times, valueOf } from "./number";

/**
 * A binary operator over known values.
 *
 * @param isWritten Whether one of the operands stands in the expression as it is.
 * @throws EvaluationError for operands of the wrong type
 */
export function binaryOperation(operator: string, a: Value, b: Value, isWritten: boolean): Value {
  switch (operator) {
    case "==":
      return isEqual(a, b);
    case "!=":
      return !isEqual(a, b);
    case "&&": {
      const [x, y] = [toBoolean(a), toBoolean(b)];
      return x && y;
    }
    case "||": {
      const [x, y] = [toBoolean(a), toBoolean(b)];
      return x || y;
    }
  }
  const [x, y] = [toFraction(a), toFraction(b)];
  switch (operator) {
    case "+":
      return valueOf(plus(x, y, isWritten));
    case "-":
      return valueOf(minus(x, y, isWritten));
    case "*":
      return valueOf(times(x, y, isWritten));
    case "/":
      return valueOf(divided(x, y, isWritten));
    case "%":
      return valueOf(remainder(x, y));
    case "<":
      return x.compare(y) < 0;
    case ">":
      return x.compare(y) > 0;
    case "<=":
      return x.compare(y) <= 0;
    default:
      return x.compare(y) >= 0;
  }
}
