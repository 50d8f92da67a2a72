import type { IConstruct } from "constructs";

/** In the instance itself, so that two copies of the library in one app see the same. */
const LAST_GRANT = Symbol.for("cdktf-scaleway-kapsule.LastGrant");

/**
 * What a grant waits for: the one before it in the same instance, since the API refuses two at a time.
 *
 * Source: scaleway/terraform-provider-scaleway#2982.
 */
export function inTurn(instance: IConstruct & { [LAST_GRANT]?: IConstruct }, grant: IConstruct): IConstruct[] {
  const before = instance[LAST_GRANT];
  instance[LAST_GRANT] = grant;
  return before === undefined ? [] : [before];
}
