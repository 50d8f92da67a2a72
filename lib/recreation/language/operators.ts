import { isMap, ListValue, MapValue, SetValue, type Value } from "../values/value";
import { canonical } from "../values/walk";
import { exactResult, NotComputed, toBoolean, toNumber } from "./convert";

/** A binary operator over known values. @throws EvaluationError for operands of the wrong type. */
export function binaryOperation(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case "==":
      return isEqual(a, b);
    case "!=":
      return !isEqual(a, b);
    case "&&":
      return toBoolean(a) && toBoolean(b);
    case "||":
      return toBoolean(a) || toBoolean(b);
  }
  const [x, y] = [toNumber(a), toNumber(b)];
  switch (operator) {
    case "+":
      return exactResult(x + y, x, y);
    case "-":
      return exactResult(x - y, x, y);
    case "*":
      return exactResult(x * y, x, y);
    case "/":
      // Not even `try` catches it.
      if (y === 0) throw new NotComputed("division by zero");
      return exactResult(x / y, x, y);
    case "%":
      return exactResult(x % y, x, y);
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

/** A list is never a tuple, nor a map an object, whatever is in them. */
function isEqual(a: Value, b: Value): boolean {
  return sameKind(a, b) && canonical(a) === canonical(b);
}

function sameKind(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const alike = [ListValue, SetValue].every((kind) => a instanceof kind === b instanceof kind);
    checkTyped(a.length + b.length === 0 && alike && (a instanceof ListValue || a instanceof SetValue));
    return alike && (a.length !== b.length || a.every((item, index) => sameKind(item, b[index] ?? null)));
  }
  if (!isMap(a) || !isMap(b)) return true;
  checkTyped(a.size + b.size === 0 && a instanceof MapValue && b instanceof MapValue);
  return (
    a instanceof MapValue === b instanceof MapValue && [...a].every(([key, item]) => sameKind(item, b.get(key) ?? null))
  );
}

/** Of collections without elements, nothing here tells the type, by which two of them differ. */
function checkTyped(isOpen: boolean): void {
  if (isOpen) throw new NotComputed("collections without elements, whose types may differ");
}
