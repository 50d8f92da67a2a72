import { isJsonObject, type Json, type JsonObject } from "../terraform";
import { Filling } from "./filling";
import { objectAt } from "./json";
import { Plausible, type Site } from "./plausible";
import type { ResourceSchema } from "./schemas";

/** A Terraform state, version 4. */
export interface State {
  /** Version of the format. */
  readonly version: 4;
  /** Counts changes of the state. */
  readonly serial: number;
  /** Tells states of different origin apart. */
  readonly lineage: string;
  /** Outputs, by name. */
  readonly outputs: JsonObject;
  /** Resources with their instances. */
  readonly resources: readonly JsonObject[];
}

/** An entry of a plan about an object that Terraform manages. */
export interface ManagedChange extends JsonObject {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly provider_name: string;
}

/** What a plan says of the objects that Terraform manages. */
export function managedChanges(plan: JsonObject): ManagedChange[] {
  const changes = Array.isArray(plan.resource_changes) ? plan.resource_changes : [];
  return changes.filter(isJsonObject).filter(({ mode }) => mode === "managed") as ManagedChange[];
}

/** One instance as it is once it is applied. */
export interface AppliedObject {
  readonly address: string;
  /** What a state says of the resource that it is an instance of. */
  readonly resource: JsonObject;
  readonly instance: JsonObject;
  readonly attributes: JsonObject;
}

/** What a plan does not say of an object. */
interface AppliedWith {
  readonly schema: ResourceSchema;
  readonly site: Site;
  /** The provider block, as a state writes it: `provider["registry.terraform.io/scaleway/scaleway"].other`. */
  readonly provider: string;
  /** Its attributes before, where it is the same object. */
  readonly earlier: JsonObject | undefined;
  /** Whether destroying it only forgets it. @default false */
  readonly skipDestroy?: boolean;
}

/** What applying a change leaves: what only the apply knows is made up. */
export function appliedObject(change: ManagedChange, given: AppliedWith): AppliedObject {
  const { address, type, name } = change;
  const { schema, site, provider, earlier, skipDestroy = false } = given;
  const { after = null, after_unknown: unknown = null, after_sensitive: sensitive = null } = objectAt(change, "change");
  const attributes = new Filling(new Plausible(site, schema)).block(schema.block, after, unknown, earlier);
  return {
    address,
    resource: {
      ...(typeof change.module_address === "string" ? { module: change.module_address } : {}),
      mode: "managed",
      type,
      name,
      provider,
    },
    instance: {
      ...(change.index === undefined ? {} : { index_key: change.index }),
      ...(skipDestroy ? { skip_destroy: true } : {}),
      schema_version: schema.version,
      // A value that is secret in the plan and not in the state is a change to the engine.
      sensitive_attributes: pathsOf(sensitive),
    },
    // The engine's own resource gives out what it is given, which others may need to be valid at all.
    attributes: type === "terraform_data" ? { ...attributes, output: attributes.input ?? null } : attributes,
  };
}

/** The state that has some objects. */
export function stateOf(objects: readonly AppliedObject[]): State {
  const resources = new Map<string, { resource: JsonObject; instances: JsonObject[] }>();
  for (const { resource, instance, attributes } of objects) {
    const key = JSON.stringify(resource);
    const entry = resources.get(key) ?? { resource, instances: [] };
    resources.set(key, entry);
    entry.instances.push({ ...instance, attributes });
  }
  return {
    version: 4,
    serial: 1,
    lineage: "simulated",
    outputs: {},
    resources: [...resources.values()].map(({ resource, instances }) => ({ ...resource, instances })),
  };
}

/** Paths to what is marked, as a state writes them. */
function pathsOf(marks: Json, path: readonly Json[] = []): Json[] {
  if (marks === true) return [[...path]];
  if (Array.isArray(marks)) {
    return marks.flatMap((item, index) =>
      pathsOf(item, [...path, { type: "index", value: { value: index, type: "number" } }]),
    );
  }
  if (!isJsonObject(marks)) return [];
  return Object.entries(marks).flatMap(([name, item]) => pathsOf(item, [...path, { type: "get_attr", value: name }]));
}
