/** A value that is known only after apply; all are alike. */
export class Unknown {
  static readonly value = new Unknown();
  readonly isKnown = false;
}

/** A value as it crosses the plugin protocol. */
export type Value = null | boolean | number | string | Unknown | Value[] | ObjectValue;
export interface ObjectValue {
  [name: string]: Value;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

/** One text for each value, whatever the order of its keys. */
export function canonical(value: Value): string {
  if (value instanceof Unknown) return "unknown";
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value).sort();
  return `{${entries.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}

export function equal(a: Value, b: Value): boolean {
  return canonical(a) === canonical(b);
}

/** What the plugin SDK cannot tell from null. */
export function isEmpty(value: Value): boolean {
  if (value === null || value === "" || value === 0 || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

export function isWhollyKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  return !isObject(value) || Object.values(value).every(isWhollyKnown);
}

/** Whether two values are different to a provider, of which the plugin SDK does not tell null from empty. */
export function differs(a: Value, b: Value, legacy: boolean): boolean {
  return !equal(a, b) && !(legacy && isEmpty(a) && isEmpty(b));
}
