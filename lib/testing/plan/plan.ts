import { type Finding, findRecreationsInPlan } from "../../recreation";
import type { Engine } from "./engine";
import { isObject, type Json, type JsonObject, objectAt } from "./json";
import type { Planned } from "./session";

/** What an apply does with one resource. */
export type PlannedAction = "create" | "update" | "replace" | "delete" | "forget" | "read" | "move" | "no-op";

/** One resource of a plan. */
export interface PlannedChange {
  readonly address: string;
  /** The address it had, where it is moved. */
  readonly previousAddress?: string;
  readonly type: string;
  readonly action: PlannedAction;
  /** The attributes that force a replacement, such as `private_network_id`. */
  readonly replacedBecauseOf: readonly string[];
  /** Values before, or null. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** Values after, or null; what is known only after apply is absent. */
  readonly after: Readonly<Record<string, unknown>> | null;
  /** Where values are known only after apply. */
  readonly unknown: Readonly<Record<string, unknown>>;
  /** Where values are secret. */
  readonly sensitive: Readonly<Record<string, unknown>>;
}

const actionsByName: Readonly<Record<string, PlannedAction>> = {
  create: "create",
  update: "update",
  "delete,create": "replace",
  "create,delete": "replace",
  delete: "delete",
  forget: "forget",
  read: "read",
  "no-op": "no-op",
};

/** A real plan. */
export class Plan {
  /** Every resource and data source that changes, by address. */
  readonly changes: readonly PlannedChange[];

  /** What made it. */
  readonly engine: { readonly name: "Terraform" | "OpenTofu"; readonly version: string };
  /** The plan as `terraform show -json` prints it. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Resources that the plan destroys or replaces although prevent_destroy makes the engine refuse that. */
  readonly refused: readonly string[];

  /** @internal */
  constructor({ name, version }: Engine, { json, refusals }: Planned) {
    this.engine = { name, version };
    this.json = json;
    this.refused = refusals
      .flatMap(({ detail = "" }) => /^Resource (?:instance )?(\S+) has /.exec(detail)?.[1] ?? [])
      .sort();
    const entries = Array.isArray(json.resource_changes) ? json.resource_changes : [];
    this.changes = entries
      .filter(isObject)
      .map(changeOf)
      .filter(({ action }) => action !== "no-op")
      .sort((a, b) => (a.address < b.address ? -1 : 1));
  }

  /** What the plan does with one resource; `no-op` for one that stays as it is. */
  actionOf(address: string): PlannedAction {
    return this.changes.find((change) => change.address === address)?.action ?? "no-op";
  }

  /** What it replaces or destroys, as the guard reports it. */
  get findings(): Finding[] {
    return findRecreationsInPlan(this.json);
  }

  /** The plan for `toMatchSnapshot()`: what changes and to what, without what differs from run to run. */
  get normalized(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.changes.map((change) => [change.address, normalizedChange(change)]));
  }
}

function changeOf(entry: JsonObject): PlannedChange {
  const change = objectAt(entry, "change");
  const actions = listOf(change.actions).map(textOf).join(",");
  const previous = typeof entry.previous_address === "string" ? entry.previous_address : undefined;
  const action = actionsByName[actions] ?? "update";
  return {
    address: textOf(entry.address),
    ...(previous === undefined ? {} : { previousAddress: previous }),
    type: textOf(entry.type),
    action: action === "no-op" && previous !== undefined ? "move" : action,
    replacedBecauseOf: listOf(change.replace_paths).map((path) => listOf(path).map(textOf).join(".")),
    before: isObject(change.before) ? change.before : null,
    after: isObject(change.after) ? change.after : null,
    unknown: objectAt(change, "after_unknown"),
    sensitive: { ...objectAt(change, "before_sensitive"), ...objectAt(change, "after_sensitive") },
  };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function normalizedChange(change: PlannedChange): object {
  const { action, previousAddress, replacedBecauseOf } = change;
  const values = action === "delete" || action === "forget" ? {} : changedValues(change);
  return {
    action,
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(replacedBecauseOf.length === 0 ? {} : { replacedBecauseOf }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** New values by attribute; of what exists already, pairs of the value before and after. */
function changedValues({ before, after, unknown, sensitive }: PlannedChange): Record<string, unknown> {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {}), ...Object.keys(unknown)]);
  const values: Record<string, unknown> = {};
  for (const name of [...names].sort()) {
    const from = shown(before?.[name], {}, sensitive[name]);
    const to = shown(after?.[name], unknown[name], sensitive[name]);
    if (JSON.stringify(from) !== JSON.stringify(to)) values[name] = before === null ? to : [from, to];
  }
  return values;
}

/** Null and empty collections look alike in a plan, and neither says anything. */
function shown(value: unknown, unknown: unknown, sensitive: unknown): unknown {
  if (unknown === true) return "(known after apply)";
  if (sensitive === true && value !== null && value !== undefined) return "(sensitive)";
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return value.map((item, index) => shown(item, partOf(unknown, index), partOf(sensitive, index)));
  }
  if (!isObject(value)) return value ?? null;
  const names = new Set([...Object.keys(value), ...(isObject(unknown) ? Object.keys(unknown) : [])]);
  const parts = [...names]
    .sort()
    .map((name) => [name, shown(value[name], partOf(unknown, name), partOf(sensitive, name))]);
  return Object.fromEntries(parts.filter(([, part]) => part !== null));
}

function partOf(marks: unknown, key: string | number): unknown {
  return typeof marks === "object" && marks !== null ? (marks as Record<string, unknown>)[key] : undefined;
}
