/** Why there is no plan. */
export type PlanErrorReason =
  | "engine-missing"
  | "engine-too-old"
  | "provider-missing"
  | "provider-version"
  | "offline"
  | "variable-missing"
  | "data-source-unanswered"
  | "option-unknown"
  | "deployed-unreadable"
  | "simulation-failed"
  | "plan-failed";

/** What the engine said. */
export interface Diagnostic {
  /** `error` or `warning`. */
  readonly severity: "error" | "warning";
  /** What is wrong, in a line. */
  readonly summary: string;
  /** More of it. */
  readonly detail?: string;
  /** The resource or data source it is about. */
  readonly address?: string;
  /** Where it is in the configuration. */
  readonly snippet?: { readonly context?: string | null; readonly code?: string };
}

/** There is no plan; the message says why, and what to do. */
export class PlanError extends Error {
  /** Tells the error from others. */
  public override readonly name = "PlanError";

  constructor(
    /** What kind of failure it is. */
    public readonly reason: PlanErrorReason,
    message: string,
    /** What the engine said. */
    public readonly diagnostics: readonly Diagnostic[] = [],
  ) {
    super(message);
  }
}

/** Diagnostics as text, one a paragraph. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ summary, detail, address, snippet }) => {
      const place = address ?? snippet?.context ?? undefined;
      const where = place === undefined ? "" : `${place}: `;
      return `  ${where}${summary}${detail === undefined || detail === "" ? "" : `\n    ${detail.replaceAll("\n", "\n    ")}`}`;
    })
    .join("\n");
}
