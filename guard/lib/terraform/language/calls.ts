import { isMap, joinMarks, mark, type Marks, OpaqueValue, type Type, Unknown, unmark, type Value } from "../values";
import { isNumber } from "./convert";
import { EvaluationError, NotComputed } from "./errors";
import { opaqueResult } from "./opaque";
import { type Expression, referencesOf } from "./syntax";

/** Functions that are not in the table, as they evaluate their arguments themselves. */
export const special = new Set([
  ...["can", "coalesce", "ephemeralasnull", "issensitive", "nonsensitive", "sensitive", "templatestring", "try"],
]);

/** A result that nobody knows has a type, which counts where types are unified. */
export function isOpaqueCall(node: Expression, value: Value): boolean {
  return node.kind === "call" && unmark(value)[0] instanceof OpaqueValue;
}

/** Types of which an attribute can be asked, or which do not show. */
const withAttributes = new Set(["any", "map", "object"]);

/** Elements of a type that has no such attribute are refused, be there none of them. */
export function checkSplat(type: Type | undefined, each: Expression): void {
  if (type === undefined || each.kind !== "attribute") return;
  if (each.of.kind === "attribute") {
    checkSplat(type, each.of);
    return;
  }
  const isWithout = type.kind === "object" && each.of.kind === "name" && !type.attributes.has(each.name);
  if (isWithout || !withAttributes.has(type.kind)) throw new EvaluationError("elements without attributes");
}

/** What hangs on a mark of a value. @throws NotComputed for values that a provider may mark */
export function ofMark(name: string, args: readonly Value[], nodes: readonly Expression[]): Value {
  const [value = null] = args;
  if (args.length !== 1) throw new EvaluationError(`${name} takes an argument`);
  const [plain, marks] = unmark(value);
  if (name === "issensitive" && marks?.sensitive === true) return true;
  if (nodes.some((node) => referencesOf(node).length > 0)) throw new NotComputed("a mark of what is referred to");
  return name === "ephemeralasnull" || plain instanceof Unknown ? value : false;
}

/** A null out of a collection or a function has a type, which counts where types are unified. */
export function isNullOfHiddenType(node: Expression, value: Value): boolean {
  return unmark(value)[0] === null && (node.kind === "call" || node.kind === "index");
}

/** An operand that cannot have a value is an error to Terraform, and none to OpenTofu where the other one decides. */
export function eitherWay(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof EvaluationError) throw new NotComputed(error.message);
    throw error;
  }
}

/** The arguments that `...` makes of a list. */
export function expanded(value: Value): Value[] {
  const [plain, marks] = unmark(value);
  if (Array.isArray(plain)) return plain.map((item) => mark(item, marks));
  throw new EvaluationError("... needs a list");
}

/** Runs a function that looks at its arguments and not into them. */
export function applyStructural(name: string, args: Value[], run: (...args: Value[]) => Value): Value {
  let marks: Marks | undefined;
  const plain: Value[] = [];
  for (const arg of args) {
    const [inner, own] = unmark(arg);
    marks = joinMarks(marks, own);
    plain.push(inner);
  }
  const unknown = plain.find((arg) => arg instanceof Unknown);
  if (unknown) return mark(unknown, marks);
  const usable = plain.every(
    (arg) => arg === null || typeof arg !== "object" || Array.isArray(arg) || isMap(arg) || isNumber(arg),
  );
  return usable ? mark(run(...plain), marks) : mark(opaqueResult(name, plain), marks);
}
