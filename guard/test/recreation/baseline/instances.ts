import type { BaselineInstance } from "../../../lib/recreation/baseline/baseline";
import type { Value } from "../../../lib/terraform/values/value";
import { at } from "../../terraform/addresses/at";

/** What the deployed configuration says of the object at an address. */
export function deployedAt(
  address: string,
  values: Record<string, Value>,
  more: Partial<BaselineInstance> = {},
): BaselineInstance {
  return {
    address: at(address),
    path: undefined,
    provider: "scaleway",
    preventDestroy: false,
    skipDestroy: false,
    ignoreChanges: [],
    values: new Map(Object.entries(values)),
    kept: "all",
    ...more,
  };
}
