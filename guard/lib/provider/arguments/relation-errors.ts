import { isJsonObject, type Json, type JsonObject, property } from "../../terraform";
import { type ArgumentSet, isBlock, type ResourceArguments } from "../tables";
import type { ArgumentError } from "./argument-error";
import { isTemplate } from "./value-fits";

/** Whether an argument is set: `unknown` where only Terraform knows, as of what is a template or a dynamic block. */
type Presence = "set" | "unset" | "unknown";

/** The errors of arguments that exclude, need or replace each other. Only what is certain is one. */
export function relationErrors(schema: ResourceArguments, body: JsonObject): ArgumentError[] {
  const { conflicting = [], exactlyOneOf = [], atLeastOneOf = [], requires = {}, requiresOnceKnown = {} } = schema;
  const set = (paths: readonly string[]): string[] => paths.filter((path) => presenceOf(schema, body, path) === "set");
  const none = (paths: readonly string[]): boolean => paths.every((path) => presenceOf(schema, body, path) === "unset");
  return [
    ...conflicting.filter((pair) => set(pair).length > 1).map(onlyOne),
    ...exactlyOneOf
      .map((group) => group.filter((path) => set([path]).length > 0 || isIdOfResource(body, path)))
      .filter((given) => given.length > 1)
      .map(onlyOne),
    ...[...exactlyOneOf, ...atLeastOneOf].filter(none).map((group): ArgumentError => ({
      property: group.join(" or "),
      requirement: "be given",
      suggestion: `Set one of ${group.join(", ")}.`,
    })),
    ...Object.entries(requiresOnceKnown)
      .filter(([path]) => set([path]).length > 0)
      .flatMap(([path, others]) => others.filter((other) => none([other])).map((other) => needed(path, other))),
    ...Object.entries(requires)
      .filter(([path]) => presenceOf(schema, body, path) !== "unset")
      .flatMap(([path, others]) => others.filter((other) => none([other])).map((other) => needed(path, other))),
  ];
}

function onlyOne(group: readonly string[]): ArgumentError {
  return {
    property: group.join(" and "),
    requirement: "not be set together",
    suggestion: `Keep one of ${group.join(", ")}.`,
  };
}

function needed(path: string, other: string): ArgumentError {
  return { property: other, requirement: `be set, since ${path} is`, suggestion: `Add ${other}, or take ${path} out.` };
}

/** The presence at a path, in the first element of what repeats. No block is none; an empty list is a value. */
function presenceOf(schema: ArgumentSet, body: JsonObject, path: string): Presence {
  const [name = "", ...deeper] = path.split(".");
  const value = property(body, name);
  if (value === undefined || value === null) return isDynamic(body, name) ? "unknown" : "unset";
  if (isTemplate(value)) return "unknown";
  const argument = Object.hasOwn(schema.arguments, name) ? schema.arguments[name] : undefined;
  if (argument === undefined || !isBlock(argument)) return "set";
  const first = firstOf(value);
  if (first === undefined || first === null) return "unset";
  if (deeper.length === 0) return "set";
  return isJsonObject(first) ? presenceOf(argument, first, deeper.join(".")) : "unknown";
}

/** Whether an argument is the id of a resource, which is never null, so that the provider refuses it once it is known. */
function isIdOfResource(body: JsonObject, path: string): boolean {
  const value = property(body, path);
  return typeof value === "string" && /^\$\{scaleway_\w+\.[\w-]+\.id\}$/.test(value);
}

function isDynamic(body: JsonObject, name: string): boolean {
  const dynamic = property(body, "dynamic");
  const groups = Array.isArray(dynamic) ? dynamic : [dynamic];
  return groups.some((group) => isJsonObject(group) && Object.hasOwn(group, name));
}

function firstOf(value: Json): Json | undefined {
  return Array.isArray(value) ? value[0] : value;
}
