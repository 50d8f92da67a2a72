import type { IConstruct } from "constructs";

import { Slot } from "./slot";

/** A check that is not to be heard of about a construct. */
interface Suppression {
  readonly check: string;
  readonly reason: string;
}

const suppressions = new Slot<Suppression[]>("CheckSuppressions", () => []);

/** What is suppressed on a construct itself. */
export function suppressionsOf(construct: IConstruct): Suppression[] {
  return suppressions.in(construct);
}

/** Whether a check is suppressed on a construct or on anything that it is in. */
export function isSuppressed(construct: IConstruct, check: string): boolean {
  return construct.node.scopes.some((scope) => suppressionsOf(scope).some((each) => each.check === check));
}
