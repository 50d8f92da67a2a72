import type { Attribute } from "../../provider";
import { AttributePath, unmark, type Value } from "../../terraform";
import { priorValue, withIgnored } from "../baseline";
import { changed, type Difference, uncertain } from "../diff";
import type { InstanceComparison } from "./instance-comparison";

/**
 * Immutable flags and numbers that were left out and are now set to false or 0.
 *
 * The provider's SDK stores `false` for a flag that is left out, so that setting it to false is no difference: a plan of
 * that edit alone is empty. But the SDK compares strings, and to it `"false"` is another string than nothing. As soon as
 * anything else of the resource changes, it writes the latent difference into the plan as well, and where the attribute
 * is immutable, the resource is replaced for it.
 *
 * @param sure Whether something else certainly changes.
 */
export function latentChanges({ existing, block, behaviour, wanted }: InstanceComparison, sure: boolean): Difference[] {
  const { ignoreChanges } = block.lifecycle;
  return [...behaviour.attributes.values()].filter(canBeLatent).flatMap((attribute): Difference[] => {
    const before = priorValue(existing, attribute);
    const after = withIgnored(ignoreChanges, attribute.name, before, wanted.get(attribute.name) ?? null);
    if (unmark(before)[0] !== null || !isZero(after)) return [];
    // Some resources read back a zero for what the configuration leaves out, and only the state tells.
    const outcome = sure && existing.prior.source === "state" ? changed : uncertain("latent-value");
    return [{ path: AttributePath.of(attribute.name), attribute, outcome, before, after }];
  });
}

function canBeLatent({ type, forceNew, distinguishesNull, computed, default: byDefault }: Attribute): boolean {
  const plain = type === "bool" || type === "number";
  return plain && forceNew === true && distinguishesNull !== true && computed !== true && byDefault === undefined;
}

function isZero(value: Value): boolean {
  const [plain] = unmark(value);
  return plain === false || plain === 0;
}
