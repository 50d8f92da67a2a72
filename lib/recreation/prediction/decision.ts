import type { Attribute } from "../provider/behaviour";
import type { Value } from "../values/value";

export type Certainty = "will" | "may";

/** Why an instance is replaced. */
export interface Reason {
  readonly kind: "attribute" | "generated" | "tainted" | "triggered";
  readonly certainty: Certainty;
  /** In Terraform's notation, for the kinds that have one. */
  readonly path?: string;
  readonly attribute?: Attribute;
  readonly before?: Value;
  readonly after?: Value;
  /** Address of the instance this follows from. */
  readonly cause?: string | undefined;
  /** The provider asks the API, so no file can answer. */
  readonly asksApi?: boolean;
}

export type Action = "create" | "replace" | "update" | "none";
