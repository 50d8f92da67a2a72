import type { Doubt, DoubtReason } from "../../terraform";

/** What comparing two values says. */
export type Outcome =
  | { readonly kind: "same" }
  | { readonly kind: "changed" }
  /** Known only after apply, because of the instance at an address, where that is known. */
  | { readonly kind: "unknown"; readonly cause: string | undefined }
  | { readonly kind: "uncertain"; readonly because: Doubt };

export const same: Outcome = { kind: "same" };
export const changed: Outcome = { kind: "changed" };

export function unknownBecauseOf(cause: string | undefined): Outcome {
  return { kind: "unknown", cause };
}

export function uncertain(reason: DoubtReason, about?: string): Outcome {
  return { kind: "uncertain", because: about === undefined ? { reason } : { reason, about } };
}

/** Whether it is certain that the values differ after apply. */
export function isSure(outcome: Outcome): boolean {
  return outcome.kind === "changed" || outcome.kind === "unknown";
}

/** The doubt of an outcome; undefined where it is certain. */
export function doubtOf(outcome: Outcome): Doubt | undefined {
  return outcome.kind === "uncertain" ? outcome.because : undefined;
}

/** Address of the instance that makes a value unknown, or that may. */
export function causeOf(outcome: Outcome): string | undefined {
  if (outcome.kind === "unknown") return outcome.cause;
  const doubt = doubtOf(outcome);
  return doubt?.reason === "cause-may-change" ? doubt.about : undefined;
}

const weight = { same: 0, uncertain: 1, unknown: 2, changed: 3 } as const;

/** The outcome for a whole of parts. */
export function strongest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((a, b) => (weight[b.kind] > weight[a.kind] ? b : a), same);
}
