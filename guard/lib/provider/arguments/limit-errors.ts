import { isJsonObject, type Json, type JsonObject, property } from "../../terraform";
import { holdsSecret } from "../behaviour";
import type { ProviderRelease } from "../releases";
import type { ArgumentError } from "./argument-error";
import table from "./limit-table.json";
import type { ArgumentLimit, LimitTable } from "./limits";
import { isTemplate } from "./value-fits";

const known = table as LimitTable;

/** What Scaleway's API would refuse in a resource, by the limits of its requests that the provider does not check. */
export function limitErrors(release: ProviderRelease, type: string, body: JsonObject): ArgumentError[] {
  const limits = Object.hasOwn(known.resources, type) ? known.resources[type] : undefined;
  return Object.entries(limits ?? {}).flatMap(([path, limit]) =>
    valuesAt(body, path.split(".")).flatMap((value) => {
      const fault = faultOf(value, limit);
      if (fault === undefined) return [];
      const isSecret = holdsSecret(release.behaviourOf(type).attribute(path.split(".")[0] ?? ""));
      return [{ property: path, ...(isSecret ? {} : { value }), ...fault }];
    }),
  );
}

/** The values at a path, of every block that repeats. */
function valuesAt(json: Json | undefined, [name, ...deeper]: readonly string[]): (number | string)[] {
  if (Array.isArray(json)) return json.flatMap((each) => valuesAt(each, name === undefined ? [] : [name, ...deeper]));
  if (name !== undefined) return isJsonObject(json) ? valuesAt(property(json, name), deeper) : [];
  return (typeof json === "string" && !isTemplate(json)) || typeof json === "number" ? [json] : [];
}

function faultOf(
  value: number | string,
  limit: ArgumentLimit,
): Pick<ArgumentError, "requirement" | "suggestion"> | undefined {
  // The provider leaves out what is empty.
  if (value === "" || value === 0) return undefined;
  const requirement =
    lengthFault(String(value), limit) ?? valueFault(String(value), limit) ?? numberFault(Number(value), limit);
  if (requirement === undefined) return undefined;
  return { requirement, suggestion: `Scaleway's API refuses another one (${limit.field}).` };
}

function lengthFault(text: string, { minLength = 0, maxLength = Infinity }: ArgumentLimit): string | undefined {
  const length = Array.from(text).length;
  if (length > maxLength) return `have at most ${maxLength} characters, and has ${length}`;
  return length < minLength ? `have at least ${minLength} characters, and has ${length}` : undefined;
}

function valueFault(text: string, { pattern, oneOf }: ArgumentLimit): string | undefined {
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return `match ${pattern}`;
  const isOneOf = oneOf?.some((each) => each.toLowerCase() === text.toLowerCase()) ?? true;
  return isOneOf ? undefined : `be one of ${oneOf?.join(", ") ?? ""}`;
}

function numberFault(number: number, limit: ArgumentLimit): string | undefined {
  const {
    greaterThan = -Infinity,
    greaterThanOrEqual = -Infinity,
    lessThan = Infinity,
    lessThanOrEqual = Infinity,
  } = limit;
  if (number <= greaterThan) return `be greater than ${greaterThan}`;
  if (number < greaterThanOrEqual) return `be at least ${greaterThanOrEqual}`;
  if (number >= lessThan) return `be less than ${lessThan}`;
  return number > lessThanOrEqual ? `be at most ${lessThanOrEqual}` : undefined;
}
