import { type ArgumentValue, isArgumentObject } from "./argument-value";

/** A value as the bindings want it: HCL has numbers in quotes, too. */
export function ofType(value: ArgumentValue, type: string): ArgumentValue {
  const [, inner] = /^(?:list|set|map)\((\w+)\)$/.exec(type) ?? [];
  if (inner !== undefined && Array.isArray(value)) return value.map((item) => ofType(item, inner));
  if (inner !== undefined && isArgumentObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ofType(item, inner)]));
  if (type === "number" && typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)))
    return Number(value);
  if (type === "bool" && (value === "true" || value === "false")) return value === "true";
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  return value;
}
