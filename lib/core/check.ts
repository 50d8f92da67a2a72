import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { mostSimilar } from "kapsule-guard/text";

import { InvalidPropertyError } from "./invalid-property";

/** An interpolation that is not escaped, as users write it where CDKTF has no token, such as for ephemeral values. */
const INTERPOLATION = /(^|[^$])\$\{/;

/** Whether a value is known only when Terraform runs. Such values pass every check. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === "string" && INTERPOLATION.test(value));
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
    value: kindOf(value),
    requirement: `be a construct of this library, with ${id}`,
    suggestion: `Write, for example, ${property}: ${example}.`,
  });
}

/** The class of an object; objects without one are a literal's. */
function kindOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return (value as { constructor?: { name?: string } }).constructor?.name ?? "Object";
}

/** Bounds of a whole number. */
interface IntegerRange {
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
  if (Number.isSafeInteger(value) && value >= min && value <= max) return;
  const upper = max === Infinity ? "or more" : `to ${max}`;
  const range = min === -Infinity ? (max === Infinity ? "" : ` up to ${max}`) : ` from ${min} ${upper}`;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: `be a whole number${unit === undefined ? "" : ` of ${unit}`}${range}`,
    suggestion: `Write, for example, ${property}: ${exampleWithin(min, max)}.`,
  });
}

/** Refuses what is no TCP or UDP port. Absent values and tokens pass. */
export function checkPort(scope: IConstruct, property: string, value: number | undefined): void {
  checkInteger(scope, property, value, { min: 1, max: 65535 });
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
    suggestion: `Write ${property}: "${typeof (value as unknown) === "string" ? mostSimilar(value, allowed) : allowed[0]}".`,
  });
}

/** Node names, and so host names, are made of cluster and pool names: they keep to a DNS label. */
export const MAX_HOST_NAME_LENGTH = 63;
/** No Scaleway product takes a longer name. */
const MAX_NAME_LENGTH = 255;

/** A character that no name shows: control characters, and what only spaces or directs text. */
const INVISIBLE = /\p{Cc}|\p{Cf}|[\u2028\u2029]/u;

/** Refuses an empty, blank or over-long name, and one with control characters. Absent values and tokens pass. */
export function checkName(scope: IConstruct, property: string, value: string | undefined, max = MAX_NAME_LENGTH): void {
  if (value === undefined || isToken(value)) return;
  if (typeof value === "string" && INVISIBLE.test(value)) {
    throw new InvalidPropertyError(scope, {
      property,
      value,
      requirement: "have no control characters or invisible ones",
      suggestion: `Write ${property}: ${JSON.stringify(value.replaceAll(new RegExp(INVISIBLE, "gu"), " ").trim() || "main")}.`,
    });
  }
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

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Refuses what is no UUID, as projects have it. Absent values and tokens pass. */
export function checkUuid(scope: IConstruct, property: string, value: string | undefined): void {
  if (value === undefined || isToken(value) || (typeof value === "string" && UUID.test(value))) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: "be a UUID",
    suggestion: `Write, for example, ${property}: "11111111-2222-3333-4444-555555555555", as the console shows it.`,
  });
}

/** Durations of Go, as the provider reads them (`time.ParseDuration`), without a sign. */
const DURATION = /^(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Refuses what is no duration, such as `10m`. Absent values and tokens pass. */
export function checkDuration(scope: IConstruct, property: string, value: string | undefined): void {
  if (value === undefined || isToken(value) || (typeof value === "string" && DURATION.test(value))) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: "be a duration: numbers, each with h, m or s",
    suggestion: `Write, for example, ${property}: "10m".`,
  });
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Refuses what is no RFC 3339 time, such as `2027-01-01T00:00:00Z`. Absent values and tokens pass. */
export function checkTime(scope: IConstruct, property: string, value: string | undefined): void {
  if (value === undefined || isToken(value)) return;
  if (typeof value === "string" && TIME.test(value) && !Number.isNaN(Date.parse(value))) return;
  throw new InvalidPropertyError(scope, {
    property,
    value,
    requirement: "be a time in RFC 3339",
    suggestion: `Write, for example, ${property}: "2027-01-01T00:00:00Z".`,
  });
}
