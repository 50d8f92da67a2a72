import { absent, emptyObject, type Field, fieldsTo, type ResourceSchema } from "./schema";
import { isObject, type ObjectValue, type Value } from "./value";

/** The value at a path, in the first element of what repeats; undefined where an element is missing on the way. */
export function valueAt(object: ObjectValue, path: string): Value | undefined {
  return path.split(".").reduce<Value | undefined>((value, name) => {
    const inside = firstOf(value);
    return isObject(inside) ? inside[name] : undefined;
  }, object);
}

/** The object with another value at a path; what leads there is added where it is missing. */
export function withValueAt(
  { fields }: Pick<ResourceSchema, "fields">,
  object: ObjectValue,
  path: string,
  value: Value,
): ObjectValue {
  return place(fieldsTo(fields, path), object, value);
}

/** The object without what is at a path; what leads there stays. */
export function withoutValueAt(schema: ResourceSchema, object: ObjectValue, path: string): ObjectValue {
  const field = fieldsTo(schema.fields, path).at(-1);
  return field === undefined ? object : withValueAt(schema, object, path, absent(field));
}

/** A repeating field with one element. */
export function wrapped(field: Field, element: Value): Value {
  if (field.nesting === "list" || field.nesting === "set") return [element];
  return field.nesting === "map" ? { key: element } : element;
}

function place([field, ...deeper]: readonly Field[], object: ObjectValue, value: Value): ObjectValue {
  if (field === undefined) return object;
  const next = deeper[0];
  if (next === undefined) return { ...object, [field.name]: value };
  const inside = firstOf(object[field.name]);
  const element = place(deeper, isObject(inside) ? inside : emptyObject(field.fields), value);
  return { ...object, [field.name]: wrapped(field, element) };
}

function firstOf(value: Value | undefined): Value | undefined {
  return Array.isArray(value) ? value[0] : value;
}
