import type { Answer } from "../../diff/compare";
import type { Value } from "../../values/value";

/** A change of one attribute on one existing resource. */
export interface AttributeChange {
  readonly answer: Answer;
  readonly before: Value;
  readonly after: Value;
  /** The value another top-level attribute has after apply. */
  planned(attribute: string): Value;
  /** The value another top-level attribute has now. */
  prior(attribute: string): Value;
}

/** Whether a change replaces the resource; `ask` stands for a question that only the API can answer. */
export type Verdict = "replaces" | "updates" | "cannot tell" | "ask";

/** A rule of the provider's code that no flag of the table can express. */
export interface Predicate {
  /** What the table calls it. */
  readonly name: string;
  readonly type: string;
  /** Top-level attribute. */
  readonly attribute: string;
  decide(change: AttributeChange): Verdict;
}

/** The verdict of a comparison for an attribute that always replaces. */
export function replacesUnlessSame({ answer }: AttributeChange): Verdict {
  if (answer.is === "same") return "updates";
  return answer.is === "cannot tell" ? "cannot tell" : "replaces";
}
