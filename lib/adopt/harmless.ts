import type { AttributeChange } from "../recreation/prediction/changes";
import { typeOf } from "../recreation/terraform/address";

/** Arguments that the provider never reads back: after an import they are empty, and the first apply only writes them down. */
const NEVER_READ: Readonly<Record<string, readonly string[]>> = {
  scaleway_k8s_cluster: ["delete_additional_resources", "upgrade_pools"],
  scaleway_k8s_pool: ["wait_for_pool_ready"],
};

/** What the provider never reads of a resource. */
export function neverRead(address: string): readonly string[] {
  return NEVER_READ[typeOf(address)] ?? [];
}

/** Why a change that the first plan shows does nothing; undefined for one that does something. */
export function harmlessBecause(address: string, { path, before, leftOut }: AttributeChange): string | undefined {
  if (before === "null" && neverRead(address).includes(path))
    return "the provider never reads it, and only the state changes";
  // The provider sends no password where there is none.
  if (typeOf(address) === "scaleway_rdb_instance" && path === "password" && leftOut)
    return "it leaves the state, and stays as it is";
  return undefined;
}
