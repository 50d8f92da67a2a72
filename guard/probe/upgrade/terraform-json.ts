import { absent, type Field, isTimeouts } from "../schema";
import { isObject, type ObjectValue, type Value } from "../value";

/** A configuration as Terraform JSON has it: what is left out is not in it. */
export function bodyOf(fields: readonly Field[], config: ObjectValue): ObjectValue {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = config[field.name] ?? null;
      const isLeftOut = value === null || (Array.isArray(value) && value.length === 0 && field.block);
      return isLeftOut || isTimeouts(field) ? [] : [[field.name, insideOf(field, value)] as const];
    }),
  );
}

function insideOf(field: Field, value: Value): Value {
  if (field.nesting === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => insideOf({ ...field, nesting: "single" }, item));
  if (!isObject(value)) return value;
  if (field.nesting === "map")
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, insideOf({ ...field, nesting: "single" }, item)]),
    );
  return bodyOf(field.fields, value);
}

/** A configuration by the schema of another release; undefined where that has no place for what it says. */
export function translated(from: readonly Field[], to: readonly Field[], config: ObjectValue): ObjectValue | undefined {
  const gone = from.some(({ name }) => isSaid(config[name]) && !to.some((field) => field.name === name));
  if (gone) return undefined;
  const entries: [string, Value][] = [];
  for (const field of to) {
    const own = from.find(({ name }) => name === field.name);
    const value = own === undefined ? absent(field) : translatedValue(own, field, config[field.name] ?? absent(field));
    if (value === undefined || (isSaid(value) && !field.configurable)) return undefined;
    entries.push([field.name, value]);
  }
  return Object.fromEntries(entries);
}

function translatedValue(from: Field, to: Field, value: Value): Value | undefined {
  if (from.nesting === undefined || to.nesting === undefined) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => translatedValue(from, to, item));
    return items.some((item) => item === undefined) ? undefined : (items as Value[]);
  }
  return isObject(value) ? translated(from.fields, to.fields, value) : value;
}

function isSaid(value: Value | undefined): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
