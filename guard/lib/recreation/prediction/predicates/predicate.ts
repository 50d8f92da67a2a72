import type { Doubt, Value } from "../../../terraform";
import { doubtOf, type Outcome } from "../../diff";

/** A change of one attribute on one existing resource. */
export interface AttributeChange {
  readonly outcome: Outcome;
  readonly before: Value;
  readonly after: Value;
  /** Whether what exists is known from a state, which holds what nobody configured, too. */
  readonly fromState: boolean;
  /** The value another top-level attribute has after apply. */
  planned(attribute: string): Value;
  /** The value another top-level attribute has now. */
  prior(attribute: string): Value;
}

/** Whether a change replaces the resource, or why that cannot be told. */
export type Verdict = "replaces" | "updates" | { readonly because: Doubt };

/** The provider asks the API whether it can change the attribute in place. */
export const askApi: Verdict = { because: { reason: "only-api-knows" } };

/** A rule of the provider's code that no flag of the table can express. */
export interface Predicate {
  /** What the table calls it. */
  readonly name: string;
  readonly type: string;
  /** Top-level attribute. */
  readonly attribute: string;
  /** The first release that it holds for. @default - every one that is known */
  readonly since?: string;
  decide(change: AttributeChange): Verdict;
}

/** The verdict of a comparison for an attribute that always replaces. */
export function replacesUnlessSame({ outcome }: AttributeChange): Verdict {
  return outcome.kind === "same" ? "updates" : (undecided(outcome) ?? "replaces");
}

/** Why nothing can be said of values that are compared with this outcome; undefined where they are known. */
export function undecided(outcome: Outcome): Verdict | undefined {
  const because = doubtOf(outcome);
  return because && { because };
}

/** Like `undecided`; but the default of a variable is a value that can be judged, and is doubted as a whole. */
export function undecidedUnlessDefault(outcome: Outcome): Verdict | undefined {
  return doubtOf(outcome)?.reason === "variable-default" ? undefined : undecided(outcome);
}

/** Why nothing can be said of an opaque value. */
export function opaqueVerdict(outcome: Outcome): Verdict {
  return undecided(outcome) ?? { because: { reason: "opaque-expression" } };
}
