import type { IConstruct } from "constructs";
import { mostSimilar } from "kapsule-guard/text";

import { isToken } from "./check";
import { InvalidPropertyError } from "./invalid-property";
import { rememberLocation } from "./location";

/** What TypeScript knows of a property and plain JavaScript does not check. `any` is left to a check of its own. */
export type PropertyType = "string" | "number" | "boolean" | "string list" | "string map" | "object" | "list" | "any";

/** The type of each property, none forgotten. */
type PropertyTypes<T> = { readonly [name in keyof Required<T>]: PropertyType };

/** What an object of properties has to be. */
export interface PropsShape<T> {
  readonly types: PropertyTypes<T>;
  /** Properties that cannot be left out. @default - none */
  readonly required?: readonly (keyof T & string)[];
  /** The property that holds the object, such as `autoscaler`. @default - it is the props themselves */
  readonly within?: string;
}

interface TypeRule {
  accepts(value: unknown): boolean;
  readonly requirement: string;
  suggest(property: string, value: unknown): string;
}

const RULES: Record<Exclude<PropertyType, "any">, TypeRule> = {
  string: {
    accepts: (value) => typeof value === "string",
    requirement: "be a string",
    suggest: (property, value) =>
      typeof value === "number" || typeof value === "boolean"
        ? `Write ${property}: "${value}".`
        : `Write, for example, ${property}: "…".`,
  },
  number: {
    accepts: (value) => typeof value === "number" && Number.isFinite(value),
    requirement: "be a number",
    suggest: (property, value) =>
      typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
        ? `Write ${property}: ${Number(value)}.`
        : `Write, for example, ${property}: 1.`,
  },
  boolean: {
    accepts: (value) => typeof value === "boolean",
    requirement: "be true or false",
    suggest: (property) => `Write ${property}: true, or leave it out.`,
  },
  "string list": {
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === "string" || isToken(each)),
    requirement: "be a list of strings",
    suggest: (property, value) => `Write ${property}: [${typeof value === "string" ? JSON.stringify(value) : '"…"'}].`,
  },
  "string map": {
    accepts: (value) =>
      isPlainObject(value) && Object.values(value).every((each) => typeof each === "string" || isToken(each)),
    requirement: "be a plain object whose values are strings",
    suggest: (property, value) =>
      value instanceof Map ? `Write ${property}: Object.fromEntries(map).` : `Write ${property}: { key: "value" }.`,
  },
  object: {
    accepts: (value) => typeof value === "object" && !Array.isArray(value),
    requirement: "be an object",
    suggest: (property) => `Write ${property}: { … }.`,
  },
  list: {
    accepts: (value) => Array.isArray(value),
    requirement: "be a list",
    suggest: (property) => `Write ${property}: [{ … }].`,
  },
};

/**
 * Refuses what TypeScript would refuse and plain JavaScript lets through: missing props, a missing required property,
 * `null` where a property should simply be left out, a value of another type. Values known only to Terraform pass.
 *
 * @throws InvalidPropertyError at the first property that is not what it should be
 */
export function checkProps<T extends object>(scope: IConstruct, props: T, shape: PropsShape<T>): T {
  const { types, required = [], within } = shape;
  // Every construct begins with this check of its props.
  if (within === undefined) rememberLocation(scope);
  const given: unknown = props;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new InvalidPropertyError(scope, {
      property: within ?? "props",
      value: given,
      requirement: required.length > 0 ? `be an object with ${required.join(", ")}` : "be an object",
      suggestion:
        within === undefined ? "Pass the properties as the third argument." : RULES.object.suggest(within, given),
    });
  }
  checkHasProperties(scope, within ?? "props", given, Object.keys(types));
  const named = (name: string): string => (within === undefined ? name : `${within}.${name}`);
  for (const name of required) {
    const value = read(scope, props, name, named(name));
    if (value !== undefined && value !== null) continue;
    throw new InvalidPropertyError(scope, {
      property: named(name),
      value,
      requirement: "be given",
      suggestion: `Add ${named(name)} to the properties.`,
    });
  }
  for (const name of Object.keys(props)) {
    const type = Object.hasOwn(types, name) ? types[name as keyof T] : "any";
    const value = read(scope, props, name, named(name));
    if (!Object.hasOwn(types, name) && value !== undefined)
      throw unknownProperty(scope, named(name), name, Object.keys(types));
    checkType(scope, named(name), value, type);
  }
  return props;
}

/** A Map, or an object in which no name is right, would be taken for one in which nothing is set. */
function checkHasProperties(scope: IConstruct, property: string, given: object, known: readonly string[]): void {
  if (known.some((name) => name in given) || (isPlainObject(given) && Object.keys(given).length === 0)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: given,
    requirement: `be an object with some of ${known.join(", ")}`,
    suggestion: `Write, for example, { ${known[0] ?? ""}: … }.`,
  });
}

/** Letters in which a property may differ from the one that was meant. */
const MAX_EDIT_DISTANCE = 2;

/** What is set and does nothing is not what its author meant: TypeScript lets it through in an object that is spread. */
function unknownProperty(
  scope: IConstruct,
  property: string,
  name: string,
  known: readonly string[],
): InvalidPropertyError {
  const meant = name.length > MAX_EDIT_DISTANCE + 1 ? mostSimilar(name, known, MAX_EDIT_DISTANCE) : undefined;
  return new InvalidPropertyError(scope, {
    property,
    requirement: "not be set: it is an unknown property",
    suggestion:
      meant === undefined
        ? `There are ${[...known].sort().join(", ")}. What the provider has and no property here, resource.addOverride sets.`
        : `Did you mean ${meant}?`,
  });
}

function checkType(scope: IConstruct, property: string, value: unknown, type: PropertyType): void {
  if (value === undefined) return;
  if (value === null) {
    throw new InvalidPropertyError(scope, {
      property,
      value,
      requirement: "have a value or be absent",
      suggestion: `Leave ${property} out to get its default.`,
    });
  }
  if (type === "any" || isToken(value)) return;
  const rule = RULES[type];
  if (rule.accepts(value)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: rule.requirement,
    suggestion: rule.suggest(property, value),
  });
}

/** A getter may throw, and its error names no construct. */
function read(scope: IConstruct, props: object, name: string, property: string): unknown {
  try {
    return (props as Record<string, unknown>)[name];
  } catch (error) {
    throw new InvalidPropertyError(scope, {
      property,
      requirement: `be readable, but reading it fails: ${error instanceof Error ? error.message : String(error)}`,
      suggestion: "Give the value itself, or fix its getter.",
    });
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm, such as a test runner's, have an Object of their own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
