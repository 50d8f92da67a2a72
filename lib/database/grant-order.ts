import type { IConstruct } from "constructs";

import { Slot } from "../core";

const lastGrants = new Slot<IConstruct[]>("LastGrant", () => []);

/**
 * What a grant waits for: the one before it in the same instance, since the API refuses two at a time.
 *
 * Source: scaleway/terraform-provider-scaleway#2982.
 */
export function inTurn(instance: IConstruct, grant: IConstruct): IConstruct[] {
  const before = lastGrants.in(instance);
  lastGrants.put(instance, [grant]);
  return before;
}
