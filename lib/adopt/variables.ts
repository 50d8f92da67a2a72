import { isJsonObject, type Json, type JsonObject } from "kapsule-guard/terraform";

/**
 * Keys of the root's variables by the places of a resource that are nothing but one, such as `var.password` of `password`. Of a
 * secret the baseline has no more than a digest.
 */
export function variablesIn(body: JsonObject): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: Json, place: string): void => {
    if (typeof value === "string") {
      const [, key] = /^\$\{(var\.\w+)\}$/.exec(value) ?? [];
      if (key !== undefined) found.set(place, key);
    } else if (Array.isArray(value))
      value.forEach((item, index) => {
        visit(item, `${place}[${index}]`);
      });
    else if (isJsonObject(value))
      for (const [name, part] of Object.entries(value)) visit(part, place === "" ? name : `${place}.${name}`);
  };
  visit(body, "");
  return found;
}
