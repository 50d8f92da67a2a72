/**
 * What an apply does with one resource. `forget-and-create` is OpenTofu's where `lifecycle.destroy` is false: another object takes its
 * place, and the old one runs on outside the state.
 */
export type PlannedAction =
  "create" | "update" | "replace" | "forget-and-create" | "delete" | "forget" | "read" | "move" | "no-op";

/** One resource of a plan. */
export interface PlannedChange {
  /** Address of the resource. */
  readonly address: string;
  /** The address it had, where it is moved. */
  readonly previousAddress?: string;
  /** Resource type. */
  readonly type: string;
  /** What the plan does with it. */
  readonly action: PlannedAction;
  /** The attributes that force a replacement, such as `private_network_id`. */
  readonly replacedBecauseOf: readonly string[];
  /** Values before, or null. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** Values after, or null; what is known only after apply is absent. */
  readonly after: Readonly<Record<string, unknown>> | null;
  /** Where values are known only after apply. */
  readonly unknown: Readonly<Record<string, unknown>>;
  /** Where values are secret, before and after. */
  readonly sensitive: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  };
}
