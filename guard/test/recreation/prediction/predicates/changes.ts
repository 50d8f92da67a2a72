import { changed, type Outcome, uncertain } from "../../../../lib/recreation/diff/outcome";
import type { AttributeChange } from "../../../../lib/recreation/prediction/predicates/predicate";
import { OpaqueValue, type Value } from "../../../../lib/terraform/values/value";

/** A change of one attribute of a resource of which nothing else is known, but for what is given. */
export function changeOf(
  before: Value,
  after: Value,
  others: Record<string, Value> = {},
  outcome: Outcome = changed,
  fromState = true,
): AttributeChange {
  const other = (name: string): Value => others[name] ?? null;
  return { before, after, outcome, fromState, planned: other, prior: other };
}

/** A value that nobody knows, and the outcome and verdict that come of it. */
export const opaque = new OpaqueValue("x", { origin: "data-source" });
export const doubtful = uncertain("data-source");
export const inDoubt = { because: { reason: "data-source" } };
export const apiKnows = { because: { reason: "only-api-knows" } };

/** A default of a variable that changes, which is a value all the same. */
export const byDefault = uncertain("variable-default", "v");
