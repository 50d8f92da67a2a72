import { unmark, type Value } from "../values";
import { special } from "./calls";
import { EvaluationError, NotComputed } from "./errors";
import { functionNamed, plainName } from "./functions";
import { isFileFunction } from "./functions/files";
import type { Scope } from "./scope";
import { type Expression, nodesOf } from "./syntax";

/** Evaluates the parts of an expression, for operations that take some of them only, or take an error for an answer. */
export interface Evaluator {
  readonly scope: Scope;
  /** @throws EvaluationError for what has no value */
  evaluate(node: Expression): Value;
}

/** The value of a part, or that it has none. @throws NotComputed where this library cannot tell */
export function valueOrError(evaluator: Evaluator, node: Expression): Value | EvaluationError {
  try {
    return evaluator.evaluate(node);
  } catch (error) {
    if (error instanceof EvaluationError && !(error instanceof NotComputed)) return error;
    throw error;
  }
}

/** The same, undefined for what has none, and without marks. @throws NotComputed where this library cannot tell */
export function valueIfAny(evaluator: Evaluator, node: Expression): Value | undefined {
  const found = valueOrError(evaluator, node);
  return found instanceof EvaluationError ? undefined : unmark(found)[0];
}

/** Whether an expression calls a function of which this library cannot tell whether it fails. */
export function hasUnknownCall(evaluator: Evaluator, expression: Expression): boolean {
  for (const node of nodesOf(expression))
    if (node.kind === "call" && !isKnown(evaluator, plainName(node.name))) return true;
  return false;
}

function isKnown(evaluator: Evaluator, name: string): boolean {
  if (special.has(name) || functionNamed(name) !== undefined) return true;
  return evaluator.scope.files !== undefined && (isFileFunction(name) || name === "templatefile");
}
