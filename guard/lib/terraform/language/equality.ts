import { canonical, isMap, ListValue, MapValue, SetValue, type Value } from "../values";
import { NotComputed } from "./errors";

/**
 * Whether Terraform takes two values for equal: a list is never a tuple, nor a map an object, whatever is in them.
 *
 * @throws NotComputed for collections without elements, of which the type does not show
 */
export function isEqual(a: Value, b: Value): boolean {
  return sameKind(a, b) && canonical(a) === canonical(b);
}

function sameKind(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const alike = [ListValue, SetValue].every((kind) => a instanceof kind === b instanceof kind);
    checkTyped(a.length + b.length === 0 && alike && (a instanceof ListValue || a instanceof SetValue));
    return alike && (a.length !== b.length || a.every((item, index) => sameKind(item, b[index] ?? null)));
  }
  if (!isMap(a) || !isMap(b)) return true;
  checkTyped(a.size + b.size === 0 && a instanceof MapValue && b instanceof MapValue);
  return (
    a instanceof MapValue === b instanceof MapValue && [...a].every(([key, item]) => sameKind(item, b.get(key) ?? null))
  );
}

function checkTyped(isOpen: boolean): void {
  if (isOpen) throw new NotComputed("collections without elements, whose types may differ");
}
