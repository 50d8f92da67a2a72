import { isBlock, type ResourceArguments, type ResourceBehaviour } from "kapsule-guard/provider";
import type { ValueMap } from "kapsule-guard/terraform";

import { type ArgumentObject, isArgumentObject } from "./argument-value";
import { camelCase } from "./bindings";
import { isNothing } from "./configured";

/**
 * The arguments that a resource is refused without and that are not written: required ones, one of each group of which one is
 * needed, and what others need beside them.
 */
export function neededBeside(schema: ResourceArguments, values: ValueMap, written: ArgumentObject): string[] {
  const required = Object.entries(schema.arguments).filter(([, argument]) => argument.required === true);
  const groups = [...(schema.exactlyOneOf ?? []), ...(schema.atLeastOneOf ?? [])].filter(
    (group) => !group.some((path) => isWritten(written, path)),
  );
  const beside = [...Object.entries(schema.requires ?? {}), ...Object.entries(schema.requiresOnceKnown ?? {})]
    .filter(([path]) => isWritten(written, path))
    .flatMap(([, others]) => others);
  const names = [
    ...required.map(([name]) => name),
    ...groups.map((group) => memberOf(group, schema, values)),
    ...beside,
  ];
  return [...new Set(names)].filter((name) => Object.hasOwn(schema.arguments, name) && !isWritten(written, name));
}

/** What is written, without what the provider would choose and refuses beside something else that is. */
export function withoutConflicts(
  schema: ResourceArguments,
  behaviour: ResourceBehaviour,
  written: ArgumentObject,
): ArgumentObject {
  const left = new Set(
    (schema.conflicting ?? [])
      .filter((pair) => pair.every((path) => isWritten(written, path)))
      .flatMap((pair) => pair.find((path) => behaviour.attribute(path).computed === true) ?? []),
  );
  return Object.fromEntries(Object.entries(written).filter(([name]) => !left.has(name)));
}

/** What the resource has of a group, and else what is the easiest to say. */
function memberOf(group: readonly string[], schema: ResourceArguments, values: ValueMap): string {
  const members = group.filter((path) => Object.hasOwn(schema.arguments, path));
  const effort = (name: string) => {
    const argument = schema.arguments[name];
    return (argument !== undefined && isBlock(argument) ? 1 : 0) + (name.endsWith("_wo") ? 2 : 0);
  };
  members.sort((a, b) => effort(a) - effort(b));
  return members.find((name) => !isNothing(values.get(name) ?? null)) ?? members[0] ?? "";
}

/** Whether something is written at a path, in the first of what repeats. */
function isWritten(written: ArgumentObject, path: string): boolean {
  const [name = "", ...deeper] = path.split(".");
  const value = written[name];
  const first = Array.isArray(value) ? value[0] : value;
  if (first === undefined || deeper.length === 0) return value !== undefined;
  // What is in a block has the names of the bindings.
  return isArgumentObject(first) && isWritten(first, deeper.map(camelCase).join("."));
}
