import type { Attribute } from "../provider/behaviour";
import { OpaqueValue, type Value } from "../values/value";

/** Region, zone and project of a provider block. */
export type Inherited = ReadonlyMap<string, string>;

/** What exists where the deployed configuration says nothing: the default, what the provider chose, or nothing. */
export function unsetInConfiguration(
  address: string,
  type: string,
  inherited: Inherited | undefined,
): (attribute: Attribute, path: string) => Value {
  return (attribute, path) => {
    if (attribute.default !== undefined) return attribute.default;
    if (attribute.computed !== true && attribute.notInTable !== true) return null;
    const from = inherited?.get(path);
    const origin = attribute.notInTable === true ? "not-in-table" : "provider-chosen";
    return new OpaqueValue(`${address}.${path}`, {
      ...(path === "id" ? { origin: "reference-or-literal", identity: { type, address } } : { origin }),
      ...(from === undefined ? {} : { inherited: from }),
    });
  };
}

/** A state holds every value: what it does not hold is null. */
export function unsetInState(): Value {
  return null;
}
