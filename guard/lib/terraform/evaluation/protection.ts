import type { ResourceBlock } from "../configuration";
import { type Doubt, OpaqueValue, unmark } from "../values";
import type { Evaluation } from "./scope";

/** Whether destroying an object is refused. */
export interface Protection {
  readonly on: boolean;
  /** Why it is not certain. */
  readonly because?: Doubt;
}

/** What `prevent_destroy` of a block comes to, which OpenTofu takes an expression for. */
export function protectionOf({ lifecycle: { preventDestroy } }: ResourceBlock, evaluation: Evaluation): Protection {
  if (typeof preventDestroy === "boolean") return { on: preventDestroy };
  const [value, marks] = unmark(evaluation.json(preventDestroy));
  if (value instanceof OpaqueValue) return { on: false, because: { reason: value.origin } };
  const variable = marks?.fromVariableDefault;
  return {
    on: value === true || value === "true",
    ...(variable === undefined ? {} : { because: { reason: "variable-default", about: variable } }),
  };
}
