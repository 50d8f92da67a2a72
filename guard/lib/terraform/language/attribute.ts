import { isMap, mark, ObjectReference, OpaqueValue, Unknown, unmark, type Value } from "../values";
import { EvaluationError } from "./errors";

/** One attribute of a value, or one key of a map. @throws EvaluationError when there is none. */
export function attributeOf(value: Value, name: string): Value {
  const [plain, marks] = unmark(value);
  if (plain instanceof Unknown) return value;
  if (plain instanceof ObjectReference) return mark(plain.attribute(name), marks);
  if (plain instanceof OpaqueValue)
    return mark(new OpaqueValue(`${plain.key}.${name}`, { origin: plain.origin }), marks);
  if (isMap(plain)) {
    const found = plain.get(name);
    if (found === undefined) throw new EvaluationError(`no attribute ${name}`);
    return mark(found, marks);
  }
  if (Array.isArray(plain) && /^\d+$/.test(name)) {
    const item = plain[Number(name)];
    if (item !== undefined) return mark(item, marks);
  }
  throw new EvaluationError(`no attribute ${name}`);
}
