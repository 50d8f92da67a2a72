import { canonical, contentsOf, joinMarks, mark, OpaqueValue, type Value } from "../values";

/**
 * An opaque value that is equal to itself iff the operation and the operands are.
 *
 * Whether an operand that is unknown makes the result unknown depends on an operation that is not carried out here: a
 * conditional takes one side of two. So the result may become unknown, and is not said to be.
 */
export function opaqueResult(operation: string, operands: readonly Value[]): Value {
  const { unknown, opaque: operand, marks } = contentsOf([...operands]);
  const key = `${operation}(${operands.map(canonical).join(", ")})`;
  const result = new OpaqueValue(key, operand && { origin: operand.origin });
  if (unknown === undefined) return mark(result, marks);
  return mark(result, joinMarks({ mayBecomeUnknown: unknown.cause ?? "unknown cause" }, marks));
}
