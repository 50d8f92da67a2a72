import { Token } from "cdktf";
import type { IConstruct } from "constructs";

import { InvalidPropertyError } from "./invalid-property";

/** An interpolation that is not escaped, as users write it where CDKTF has no token, such as for ephemeral values. */
const INTERPOLATION = /(^|[^$])\$\{/;

/** Whether a value is known only when Terraform runs. Such values pass every check. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === "string" && INTERPOLATION.test(value));
}

/**
 * Refuses what TypeScript would refuse and plain JavaScript lets through: missing props, a missing
 * required property, and `null` where a property should simply be left out.
 */
export function checkProps<T extends object>(scope: IConstruct, props: T, required: readonly (keyof T & string)[]): T {
  const given: unknown = props;
  if (typeof given !== "object" || given === null) {
    throw new InvalidPropertyError(scope, {
      property: "props",
      value: given,
      requirement: required.length > 0 ? `be an object with ${required.join(", ")}` : "be an object",
      suggestion: "Pass the properties as the third argument.",
    });
  }
  for (const property of required) {
    if (props[property] === undefined || props[property] === null) {
      throw new InvalidPropertyError(scope, {
        property,
        value: props[property],
        requirement: "be given",
        suggestion: `Add ${property} to the properties.`,
      });
    }
  }
  for (const [property, value] of Object.entries(props)) {
    if (value === null) {
      throw new InvalidPropertyError(scope, {
        property,
        value,
        requirement: "have a value or be absent",
        suggestion: `Leave ${property} out to get its default.`,
      });
    }
  }
  return props;
}

/** Refuses what is neither true nor false. Absent values and tokens pass. */
export function checkBoolean(scope: IConstruct, property: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean" || isToken(value)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: "be true or false",
    suggestion: `Write ${property}: true, or leave it out.`,
  });
}

/** Refuses a value that the synth itself has to know, and that is known only when Terraform runs. */
export function checkKnown(scope: IConstruct, property: string, value: unknown): void {
  if (!isToken(value)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: "(known when Terraform runs)",
    requirement: "be known at synth, since it decides what is synthesized",
    suggestion: "Write a literal, or decide in TypeScript.",
  });
}

/** Refuses something that is no construct of the kind which a property takes. */
export function checkConstruct(scope: IConstruct, property: string, value: unknown, id: string, example: string): void {
  const isOne =
    typeof value === "object" && value !== null && typeof (value as Record<string, unknown>)[id] === "string";
  if (isOne && "node" in value) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: typeof value === "object" && value !== null ? value.constructor.name : value,
    requirement: `be a construct of this library, with ${id}`,
    suggestion: `Write, for example, ${property}: ${example}.`,
  });
}

/** Bounds of a whole number. */
export interface IntegerRange {
  /** @default - no lower bound */
  readonly min?: number;
  /** @default - no upper bound */
  readonly max?: number;
  /** What the number counts, such as `hours`. @default - nothing is said */
  readonly unit?: string;
}

/** Refuses what is no whole number within the range. Absent values and tokens pass. */
export function checkInteger(
  scope: IConstruct,
  property: string,
  value: number | undefined,
  { min = -Infinity, max = Infinity, unit }: IntegerRange,
): void {
  if (value === undefined || isToken(value)) return;
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const upper = max === Infinity ? "or more" : `to ${max}`;
  const range = min === -Infinity ? (max === Infinity ? "" : ` up to ${max}`) : ` from ${min} ${upper}`;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: `be a whole number${unit === undefined ? "" : ` of ${unit}`}${range}`,
    suggestion: `Write, for example, ${property}: ${exampleWithin(min, max)}.`,
  });
}

function exampleWithin(min: number, max: number): number {
  if (min !== -Infinity) return Math.min(Math.max(min, 1), max);
  return max === Infinity ? 1 : max;
}

/** Refuses a value outside a closed list. Absent values and tokens pass. */
export function checkOneOf(
  scope: IConstruct,
  property: string,
  value: string | undefined,
  allowed: readonly string[],
): void {
  if (value === undefined || isToken(value) || allowed.includes(value)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: `be one of ${allowed.join(", ")}`,
    suggestion: `Write ${property}: "${closest(value, allowed)}".`,
  });
}

function closest(value: unknown, allowed: readonly string[]): string {
  const lower = String(value).toLowerCase();
  return allowed.find((entry) => lower.startsWith(entry) || entry.startsWith(lower)) ?? allowed[0] ?? "";
}

/** Node names, and so host names, are made of cluster and pool names: they keep to a DNS label. */
export const MAX_HOST_NAME_LENGTH = 63;
/** No Scaleway product takes a longer name. */
export const MAX_NAME_LENGTH = 255;

/** Refuses an empty or over-long name. Absent values and tokens pass. */
export function checkName(scope: IConstruct, property: string, value: string | undefined, max = MAX_NAME_LENGTH): void {
  if (value === undefined || isToken(value)) return;
  if (typeof value === "string" && value.trim() !== "" && value.length <= max) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: `have 1 to ${max} characters`,
    suggestion:
      typeof value === "string" && value.length > max
        ? `Shorten it by ${value.length - max}.`
        : `Leave ${property} out where it has a default, or write it out.`,
  });
}
