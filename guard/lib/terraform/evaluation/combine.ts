import type { InstanceKey, Target } from "../addresses";
import { canonical, mark, OpaqueValue, type Value } from "../values";
import type { Expansion } from "./expansion";
import type { Repetition } from "./scope";

/**
 * One value for all instances of a resource or module: the object itself, a list or a map of objects.
 *
 * @param address Of the resource or module, without a key.
 */
export function combine(expansion: Expansion, address: Target, object: (key: InstanceKey) => Value): Value {
  if (expansion.instances === undefined) {
    return new OpaqueValue(`${address} of ${canonical(expansion.undetermined ?? null)}`, { origin: "count-not-known" });
  }
  const value = ((): Value => {
    if (expansion.repeats === "no") return object(undefined);
    if (expansion.repeats === "count") return expansion.instances.map(({ key }) => object(key));
    if (expansion.repeats === "enabled") return expansion.instances.length === 0 ? null : object(undefined);
    return new Map(expansion.instances.map(({ key }) => [String(key), object(key)]));
  })();
  return mark(value, expansion.marks);
}

/** The repetition of the instance that stands for all when count or for_each cannot be told. */
export function placeholder(address: Target, undetermined: Value): Repetition {
  const key = new OpaqueValue(`key of ${address} in ${canonical(undetermined)}`, { origin: "count-not-known" });
  const value = new OpaqueValue(`value of ${address} in ${canonical(undetermined)}`, { origin: "count-not-known" });
  return { count: key, each: { key, value } };
}
