import type { Json } from "../lib/terraform";

/** A value that is a string; what is none is empty. */
export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The actions of a change in a plan, with commas between them. */
export function actionsIn(change: Json | undefined): string {
  const actions = typeof change === "object" && change !== null && !Array.isArray(change) ? change.actions : undefined;
  return Array.isArray(actions) ? actions.map(textOf).join(",") : "";
}
