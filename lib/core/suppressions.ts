import type { IConstruct } from "constructs";

/** A check that is not to be heard of about a construct. */
interface Suppression {
  readonly check: string;
  readonly reason: string;
}

/** In the construct itself, so that two copies of the library in one app see the same. */
const SUPPRESSIONS = Symbol.for("cdktf-scaleway-kapsule.CheckSuppressions");

/** What is suppressed on a construct itself. */
export function suppressionsOf(construct: IConstruct & { [SUPPRESSIONS]?: Suppression[] }): Suppression[] {
  return (construct[SUPPRESSIONS] ??= []);
}

/** Whether a check is suppressed on a construct or on anything that it is in. */
export function isSuppressed(construct: IConstruct, check: string): boolean {
  return construct.node.scopes.some((scope) => suppressionsOf(scope).some((each) => each.check === check));
}
