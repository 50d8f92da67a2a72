import { canonical, isMap, mark, OpaqueValue, Unknown, unmark, type Value } from "../values";
import { isOpaqueCall } from "./calls";
import { convert } from "./conversion";
import { isNumber, toBoolean } from "./convert";
import { EvaluationError, NotComputed } from "./errors";
import { type Evaluator, hasUnknownCall, valueIfAny, valueOrError } from "./evaluator";
import { opaqueResult } from "./opaque";
import type { ConditionalExpression, Expression } from "./syntax";
import { typeOf, unify } from "./unify";

/** What `condition ? then : otherwise` is. @throws EvaluationError for a side that is taken and has no value */
export function conditional(
  evaluator: Evaluator,
  { if: condition, then, else: otherwise }: ConditionalExpression,
): Value {
  const [decided, marks] = unmark(evaluator.evaluate(condition));
  if (decided instanceof Unknown) return mark(decided, marks);
  if (decided instanceof OpaqueValue) {
    const sides = sidesOf(evaluator, then, otherwise);
    if (canonical(sides[0]) === canonical(sides[1])) return mark(sides[0], marks);
    return mark(opaqueResult("conditional", [decided, ...sides]), marks);
  }
  const [taken, other] = toBoolean(decided) ? [then, otherwise] : [otherwise, then];
  return mark(likeOther(evaluator, evaluator.evaluate(taken), other), marks);
}

/** Both sides of a conditional that may take either. One that has no value may be the one that is not taken. */
function sidesOf(evaluator: Evaluator, then: Expression, otherwise: Expression): readonly [Value, Value] {
  const [first, second] = [valueOrError(evaluator, then), valueOrError(evaluator, otherwise)];
  if (first instanceof EvaluationError && second instanceof EvaluationError) throw first;
  if (first instanceof EvaluationError || second instanceof EvaluationError)
    throw new NotComputed("a side of a conditional has no value");
  return [first, second];
}

/** Both sides of a conditional are of one type, to which the one that is taken is converted. */
function likeOther(evaluator: Evaluator, value: Value, node: Expression): Value {
  const [plain] = unmark(value);
  if (plain !== null && typeof plain === "object" && !Array.isArray(plain) && !isMap(plain) && !isNumber(plain))
    return value;
  if (typeof plain === "string" && node.kind === "template") return value;
  // A text stays one beside whatever may stand beside it.
  if (typeof plain !== "string" && hasUnknownCall(evaluator, node))
    throw new NotComputed("the type of a result that is not computed");
  const other = valueIfAny(evaluator, node);
  if (typeof plain !== "string" && other !== undefined && isOpaqueCall(node, other))
    throw new NotComputed("the type of a result that is not computed");
  return other === undefined || plain === null || other === null
    ? value
    : convert(value, unify([typeOf(value), typeOf(other)]));
}
