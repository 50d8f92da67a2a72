import type { Field } from "./schema";
import { isEmpty, isObject, isWhollyKnown, type ObjectValue, type Value } from "./value";

/**
 * A state with what its configuration says wherever the plan that made it says nothing: a provider may ignore a value
 * as long as there was none, but the first refresh finds it.
 */
export function readBack(fields: readonly Field[], state: ObjectValue, config: ObjectValue): ObjectValue {
  return Object.fromEntries(
    fields.map((field) => [field.name, readField(field, state[field.name] ?? null, config[field.name] ?? null)]),
  );
}

function readField(field: Field, held: Value, configured: Value): Value {
  if (field.writeOnly) return held;
  if (field.nesting === undefined)
    return isUnsaid(held) && !isEmpty(configured) && isWhollyKnown(configured) ? configured : held;
  if (isObject(held) && isObject(configured)) return readBack(field.fields, held, configured);
  if (!Array.isArray(held) || !Array.isArray(configured) || held.length !== configured.length) return held;
  // Which of several elements of a set is which cannot be told, and nothing here has several.
  if (field.nesting === "set" && held.length > 1) return held;
  return held.map((element, index) => {
    const counterpart = configured[index];
    return isObject(element) && isObject(counterpart) ? readBack(field.fields, element, counterpart) : element;
  });
}

/** What the provider says by false or zero is its own answer. */
function isUnsaid(value: Value): boolean {
  return isEmpty(value) && typeof value !== "boolean" && typeof value !== "number";
}
