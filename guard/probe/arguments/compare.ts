import type { ArgumentTable } from "../../lib/provider";

/** What another table says otherwise, a line each. */
export function compareArguments(before: ArgumentTable, after: ArgumentTable): string[] {
  return differences("arguments", before, after);
}

function differences(place: string, before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [`${place}: ${textOf(before)} -> ${textOf(after)}`];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => differences(`${place}.${name}`, before[name], after[name]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return value === undefined ? "(absent)" : JSON.stringify(value);
}
