import { contentsOf, joinMarks, mark, type Marks, ObjectReference, OpaqueValue, unmark, type Value } from "../values";
import { isNullOfHiddenType, isOpaqueCall } from "./calls";
import { convert } from "./conversion";
import { EvaluationError, NotComputed } from "./errors";
import { type Evaluator, hasUnknownCall, valueIfAny } from "./evaluator";
import { opaqueResult } from "./opaque";
import { type Expression, rootOf } from "./syntax";
import { typeOf, unify } from "./unify";

/** What may lack what is asked of it: outputs of another state, what a program answers, entries of a map. */
const fallible = new Set(["data", "each", "local", "module", "var"]);

/** The first argument that has a value. @throws EvaluationError where none has */
export function tryEach(evaluator: Evaluator, nodes: readonly Expression[]): Value {
  for (const [index, node] of nodes.entries()) {
    try {
      const value = evaluator.evaluate(node);
      return mayFail(evaluator, node, value) ? eitherOf(evaluator, value, nodes.slice(index + 1)) : value;
    } catch (error) {
      if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
    }
  }
  throw new EvaluationError("try: no argument has a value");
}

/** Whether Terraform may find no value where this library has one that nobody knows. An argument of a resource always has one. */
function mayFail(evaluator: Evaluator, node: Expression, value: Value): boolean {
  if (hasUnknownCall(evaluator, node)) return true;
  if (contentsOf(value).opaque === undefined) return false;
  const isReference = node.kind === "attribute" || node.kind === "index" || node.kind === "name";
  return !isReference || fallible.has(rootOf(node));
}

/** What `try` takes if its first argument has no value is part of what it may be. */
function eitherOf(evaluator: Evaluator, value: Value, rest: readonly Expression[]): Value {
  if (rest.length === 0) return value;
  const others = rest.map((node) => valueIfAny(evaluator, node) ?? new OpaqueValue(JSON.stringify(node)));
  return opaqueResult("try", [value, ...others]);
}

/** Whether its arguments have values. Of what is unknown or opaque, only Terraform can say whether it can. */
export function can(evaluator: Evaluator, nodes: readonly Expression[]): Value {
  try {
    const values = nodes.map((node) => evaluator.evaluate(node));
    const { unknown, opaque: operand, marks } = contentsOf(values);
    if (unknown !== undefined) return mark(unknown, marks);
    if (nodes.some((node) => hasUnknownCall(evaluator, node)))
      return opaqueResult("can", [...values, ...nodes.map((node) => new OpaqueValue(JSON.stringify(node)))]);
    const isObject = values.every((value) => unmark(value)[0] instanceof ObjectReference);
    return operand === undefined || isObject ? mark(true, marks) : opaqueResult("can", values);
  } catch (error) {
    if (!(error instanceof EvaluationError) || error instanceof NotComputed) throw error;
    return false;
  }
}

/** The first that is neither null nor empty, of the type that all have in common. */
export function coalesce(evaluator: Evaluator, nodes: readonly Expression[]): Value {
  const values = nodes.map((node) => evaluator.evaluate(node));
  const isTyped = !nodes.some(
    (node, index) =>
      hasUnknownCall(evaluator, node) ||
      isOpaqueCall(node, values[index] ?? null) ||
      isNullOfHiddenType(node, values[index] ?? null),
  );
  const type = unify(values.map(typeOf));
  let passed: Marks | undefined;
  for (const value of values) {
    const [plain, own] = unmark(value);
    if (plain instanceof OpaqueValue && plain.options.identity === undefined) return opaqueResult("coalesce", values);
    if (!isTyped && plain !== null && typeof plain !== "string") return opaqueResult("coalesce", values);
    if (plain !== null && plain !== "") return mark(convert(value, type), passed);
    passed = joinMarks(own, passed);
  }
  throw new EvaluationError("coalesce: no argument has a value");
}
