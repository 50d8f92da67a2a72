import type { AttributeChange } from "kapsule-guard/recreation";

import { changesStateOnly } from "./not-set-by-read";

/** Why a change that the first plan shows does nothing; undefined for one that does something. */
export function noOpReason(type: string, { path, before, leftOut }: AttributeChange): string | undefined {
  if (before === "null" && changesStateOnly(type, path))
    return "the provider never reads it, and only the state changes";
  // The provider sends no password where there is none.
  if (type === "scaleway_rdb_instance" && path === "password" && leftOut)
    return "it leaves the state, and stays as it is";
  return undefined;
}
