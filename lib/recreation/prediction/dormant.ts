import { type Existing, priorValue } from "../baseline/existing";
import { withIgnored } from "../baseline/ignored";
import { cannotTell, different } from "../diff/compare";
import type { Difference } from "../diff/difference";
import { type Attribute, behaviourOf } from "../provider/behaviour";
import type { ResourceBlock } from "../terraform/configuration";
import { unmark, type Value, type ValueMap } from "../values/value";

/**
 * Immutable flags and numbers that were left out and are now set to false or 0. To the provider's SDK that is another
 * text than nothing: no difference alone, but one as soon as anything else of the resource changes.
 *
 * @param sure Whether something else certainly changes.
 */
export function dormantChanges(
  existing: Existing,
  block: ResourceBlock,
  wanted: ValueMap,
  sure: boolean,
): Difference[] {
  const { ignoreChanges } = block.lifecycle;
  return [...behaviourOf(block.type).attributes.values()].filter(canBeDormant).flatMap((attribute): Difference[] => {
    const before = priorValue(existing, attribute);
    const after = withIgnored(ignoreChanges, attribute.name, before, wanted.get(attribute.name) ?? null);
    if (unmark(before)[0] !== null || !isZero(after)) return [];
    // Some resources read back a zero for what the configuration leaves out, and only the state tells.
    const answer = sure && existing.fromState ? different : cannotTell;
    return [{ path: attribute.name, attribute, answer, before, after }];
  });
}

function canBeDormant({ type, forceNew, distinguishesNull, computed, default: byDefault }: Attribute): boolean {
  const plain = type === "bool" || type === "number";
  return plain && forceNew === true && distinguishesNull !== true && computed !== true && byDefault === undefined;
}

function isZero(value: Value): boolean {
  const [plain] = unmark(value);
  return plain === false || plain === 0;
}
