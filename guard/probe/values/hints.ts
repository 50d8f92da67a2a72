import table from "../hints.json";
import type { ObjectValue, Value } from "../value";

/** What a reviewer knows of an attribute that its schema does not say. */
interface Hint {
  /** Values to ask about, in place of those that its name and type suggest. */
  readonly values?: readonly Value[];
  /** Excludes its siblings, so it is left out where everything else is set. */
  readonly exclusive?: boolean;
  /** Siblings, by path, that the provider demands beside each of the values, the last time beside none. */
  readonly beside?: readonly ObjectValue[];
  readonly because: string;
}

/** Values of several shapes have no type in common in the file's own type. */
const hints: Readonly<Record<string, Record<"because", string>>> = table;

export function hintFor(type: string, path: string): Hint | undefined {
  const key = `${type}.${path}`;
  return Object.hasOwn(hints, key) ? hints[key] : undefined;
}
