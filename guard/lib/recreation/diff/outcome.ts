import type { Cause, Doubt, DoubtReason } from "../../terraform";

/** What comparing two values says. */
export type Outcome =
  | { readonly kind: "same" }
  | { readonly kind: "changed" }
  /** Known only after apply, because of an instance, where that is known. */
  | { readonly kind: "unknown"; readonly cause: Cause | undefined }
  | { readonly kind: "uncertain"; readonly because: Doubt; readonly cause?: Cause };

export const same: Outcome = { kind: "same" };
export const changed: Outcome = { kind: "changed" };

export function unknownBecauseOf(cause: Cause | undefined): Outcome {
  return { kind: "unknown", cause };
}

export function uncertain(reason: Exclude<DoubtReason, "cause-may-change">, about?: string): Outcome {
  return { kind: "uncertain", because: about === undefined ? { reason } : { reason, about } };
}

/** What is the same unless something else is replaced. */
export function mayFollowFrom(cause: Cause): Outcome {
  return { kind: "uncertain", because: { reason: "cause-may-change", about: cause.toString() }, cause };
}

/** Whether it is certain that the values differ after apply. */
export function isSure(outcome: Outcome): boolean {
  return outcome.kind === "changed" || outcome.kind === "unknown";
}

/** The doubt of an outcome; undefined where it is certain. */
export function doubtOf(outcome: Outcome): Doubt | undefined {
  return outcome.kind === "uncertain" ? outcome.because : undefined;
}

/** The instance that makes a value unknown, or that may. */
export function causeOf(outcome: Outcome): Cause | undefined {
  return outcome.kind === "unknown" || outcome.kind === "uncertain" ? outcome.cause : undefined;
}

const weight = { same: 0, uncertain: 1, unknown: 2, changed: 3 } as const;

/** The outcome for a whole of parts. */
export function strongest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((a, b) => (weight[b.kind] > weight[a.kind] ? b : a), same);
}
