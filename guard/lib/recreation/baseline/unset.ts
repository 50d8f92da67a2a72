import { type Attribute, generatedWhenUnset, isNeverRead, takenWhenUnset } from "../../provider";
import { type Address, type AttributePath, isMap, mark, OpaqueValue, unmark, type Value } from "../../terraform";

/** What a provider block says so that no resource has to. */
export const INHERITED = ["project_id", "region", "zone"] as const;

/** Region, zone and project of a provider block. */
export type Inherited = ReadonlyMap<string, string>;

/** What exists where the deployed configuration says nothing: the default, what the provider chose, or nothing. */
export function unsetInConfiguration(
  address: Address,
  inherited: Inherited | undefined,
  attribute: Attribute,
  at: AttributePath,
): Value {
  const { type } = address;
  const path = at.toString();
  if (attribute.default !== undefined) return attribute.default;
  if (isNeverRead(type, path)) return null;
  const chosen = attribute.computed === true || generatedWhenUnset(type).includes(path);
  if (!chosen && attribute.notInTable !== true) return null;
  const from = inherited?.get(path) ?? takenWhenUnset(type, path, inherited);
  const origin = attribute.notInTable === true ? "not-in-table" : "provider-chosen";
  return new OpaqueValue(`${address}.${path}`, {
    ...(path === "id" ? { origin: "reference-or-literal", identity: address } : { origin }),
    ...(from === undefined ? {} : { inherited: from }),
  });
}

/**
 * A value with all that the provider computes inside it: a leaf of a block that the configuration writes out is there
 * for references, although nobody wrote it.
 */
export function withComputedLeaves(
  value: Value,
  attribute: Attribute,
  path: AttributePath,
  unset: (attribute: Attribute, path: AttributePath) => Value,
): Value {
  if (attribute.children.size === 0) return value;
  const [plain, marks] = unmark(value);
  if (Array.isArray(plain)) {
    const place = (index: number): AttributePath => (attribute.block === "list" ? path.child(index) : path);
    return mark(
      plain.map((item, index) => withLeavesOf(item, attribute, place(index), unset)),
      marks,
    );
  }
  return mark(withLeavesOf(plain, attribute, path, unset), marks);
}

function withLeavesOf(
  block: Value,
  attribute: Attribute,
  path: AttributePath,
  unset: (attribute: Attribute, path: AttributePath) => Value,
): Value {
  const [plain, marks] = unmark(block);
  if (!isMap(plain)) return block;
  const filled = new Map(plain);
  for (const child of attribute.children.values()) {
    const place = path.child(child.name);
    const nothing = child.block !== undefined && child.computed !== true ? [] : unset(child, place);
    const own = plain.get(child.name) ?? nothing;
    filled.set(child.name, withComputedLeaves(own, child, place, unset));
  }
  return mark(filled, marks);
}
