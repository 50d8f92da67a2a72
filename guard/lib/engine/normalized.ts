import { isJsonObject, type JsonObject } from "../terraform";
import type { PlannedChange } from "./planned-change";

/** One resource of a plan as a snapshot shows it. */
export function normalizedChange(change: PlannedChange): object {
  const { action, previousAddress, replacedBecauseOf } = change;
  const values = action === "delete" || action === "forget" ? {} : changedValues(change);
  return {
    action,
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(replacedBecauseOf.length === 0 ? {} : { replacedBecauseOf }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** One output of a plan as a snapshot shows it: its values before and after. */
export function normalizedOutput(change: JsonObject): object {
  const { before, after, after_unknown: unknown, before_sensitive: secret, after_sensitive: secretAfter } = change;
  return { value: [shown(before, false, secret), shown(after, unknown, secretAfter)] };
}

/** What a plan says of the time at which it is made is another text each time. */
export function withoutTime<T>(value: T, timestamp: unknown): T {
  if (typeof timestamp !== "string" || timestamp === "") return value;
  return JSON.parse(JSON.stringify(value).replaceAll(timestamp, "(time of the plan)")) as T;
}

/** New values by attribute; of what exists already, pairs of the value before and after. */
function changedValues({ before, after, unknown, sensitive }: PlannedChange): Record<string, unknown> {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {}), ...Object.keys(unknown)]);
  const values: Record<string, unknown> = {};
  for (const name of [...names].sort()) {
    const same = sameString(shown(before?.[name], false, false), shown(after?.[name], unknown[name], false));
    if (same) continue;
    const from = shown(before?.[name], false, sensitive.before[name]);
    const to = shown(after?.[name], unknown[name], sensitive.after[name]);
    values[name] = before === null ? to : [from, to];
  }
  return values;
}

function sameString(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Null and empty collections look alike in a plan, and neither says anything. */
function shown(value: unknown, unknown: unknown, sensitive: unknown): unknown {
  if (unknown === true) return "(known after apply)";
  if (sensitive === true && value !== null && value !== undefined) return "(sensitive)";
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return value.map((item, index) => shown(item, partOf(unknown, index), partOf(sensitive, index)));
  }
  if (!isJsonObject(value)) return value ?? null;
  const names = new Set([...Object.keys(value), ...(isJsonObject(unknown) ? Object.keys(unknown) : [])]);
  const parts = [...names]
    .sort()
    .map((name) => [name, shown(value[name], partOf(unknown, name), partOf(sensitive, name))]);
  return Object.fromEntries(parts.filter(([, part]) => part !== null));
}

function partOf(marks: unknown, key: string | number): unknown {
  return typeof marks === "object" && marks !== null ? (marks as Record<string, unknown>)[key] : undefined;
}
