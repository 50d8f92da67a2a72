import { type Finding, findRecreationsInPlan } from "../recreation";
import { isJsonObject, type Json, type JsonObject } from "../terraform";
import type { Engine } from "./engine";
import { objectAt } from "./json";
import { normalizedChange, normalizedOutput, withoutTime } from "./normalized";
import type { PlannedAction, PlannedChange } from "./planned-change";
import type { Planned } from "./session";

const actionsByName: Readonly<Record<string, PlannedAction>> = {
  create: "create",
  update: "update",
  "delete,create": "replace",
  "create,delete": "replace",
  "forget,create": "forget-and-create",
  "create,forget": "forget-and-create",
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
  /** Names of the outputs that change. */
  readonly outputs: readonly string[];
  /** Resources that the plan destroys or replaces although prevent_destroy makes the engine refuse that. */
  readonly refused: readonly string[];

  /** @internal */
  constructor({ name, version }: Engine, { json, refusals }: Planned) {
    this.engine = { name, version };
    this.json = json;
    this.refused = refusals
      .flatMap(({ detail = "" }) => /^Resource (?:instance )?(\S+) has /.exec(detail)?.[1] ?? [])
      .sort();
    this.outputs = Object.entries(objectAt(json, "output_changes"))
      .filter(([, change]) => actionsOf(change) !== "no-op")
      .map(([name]) => name)
      .sort();
    const entries = Array.isArray(json.resource_changes) ? json.resource_changes : [];
    this.changes = entries
      .filter(isJsonObject)
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

  /** The plan for `toMatchSnapshot()`: what changes and to what, without secrets and without the time of the plan. */
  get normalized(): Readonly<Record<string, unknown>> {
    const outputs = this.outputs.map((name): [string, object] => [
      `output.${name}`,
      normalizedOutput(objectAt(objectAt(this.json as JsonObject, "output_changes"), name)),
    ]);
    const resources = this.changes.map((change): [string, object] => [change.address, normalizedChange(change)]);
    return withoutTime(Object.fromEntries([...resources, ...outputs]), this.json.timestamp);
  }
}

function actionsOf(change: Json): PlannedAction {
  const actions = isJsonObject(change) ? listOf(change.actions).map(stringOf).join(",") : "";
  return actionsByName[actions] ?? "update";
}

function changeOf(entry: JsonObject): PlannedChange {
  const change = objectAt(entry, "change");
  const previous = typeof entry.previous_address === "string" ? entry.previous_address : undefined;
  const action = actionsOf(change);
  return {
    address: stringOf(entry.address),
    ...(previous === undefined ? {} : { previousAddress: previous }),
    type: stringOf(entry.type),
    action: action === "no-op" && previous !== undefined ? "move" : action,
    replacedBecauseOf: listOf(change.replace_paths).map((path) => listOf(path).map(stringOf).join(".")),
    before: isJsonObject(change.before) ? change.before : null,
    after: isJsonObject(change.after) ? change.after : null,
    unknown: objectAt(change, "after_unknown"),
    sensitive: { before: objectAt(change, "before_sensitive"), after: objectAt(change, "after_sensitive") },
  };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function stringOf(value: Json | undefined): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
