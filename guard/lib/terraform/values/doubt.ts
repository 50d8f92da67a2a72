/**
 * Everything that keeps the guard from being sure, as a finding with `may` carries it.
 *
 * Stated once: the type follows, and rules, documentation and tests go through this list.
 */
export const doubtReasons = [
  "cause-may-change",
  "count-not-known",
  "data-source",
  "file-not-read",
  "ignored-before",
  "imported-object",
  "latent-value",
  "machine-value",
  "module-not-read",
  "new-in-provider",
  "not-in-lock",
  "not-in-table",
  "not-probed",
  "only-api-knows",
  "opaque-expression",
  "plan-incomplete",
  "provider-chosen",
  "reference-or-literal",
  "secret-spelling",
  "set-by-scaleway",
  "set-or-default",
  "state-not-moved",
  "suppressed-difference",
  "variable-default",
  "variable-not-set",
] as const;

/** Why something is not certain. */
export type DoubtReason = (typeof doubtReasons)[number];

/** Why something may happen, and is not certain. Plain data: it survives JSON. */
export interface Doubt {
  /** Why something is not certain. */
  readonly reason: DoubtReason;
  /** What the reason is about: the address of a resource or module, or the name of a variable. */
  readonly about?: string;
}

/** What an opaque value can stand for, which is the reason why it cannot be compared. */
export const opaqueOrigins = [
  "count-not-known",
  "data-source",
  "file-not-read",
  "ignored-before",
  "imported-object",
  "machine-value",
  "module-not-read",
  "new-in-provider",
  "not-in-lock",
  "not-in-table",
  "opaque-expression",
  "provider-chosen",
  "reference-or-literal",
  "set-or-default",
  "variable-not-set",
] as const satisfies readonly DoubtReason[];

export type OpaqueOrigin = (typeof opaqueOrigins)[number];

export function isOpaqueOrigin(text: unknown): text is OpaqueOrigin {
  return (opaqueOrigins as readonly unknown[]).includes(text);
}
