import { type Baseline, evaluate } from "../recreation";
import { defaultProviderOf, isJsonObject, type Json, type JsonObject, readConfiguration, unmark } from "../terraform";
import { unprotected, withVariables } from "./configuration";
import { PlanError } from "./errors";
import { Filling } from "./filling";
import { objectAt } from "./json";
import { Plausible, type Site } from "./plausible";
import type { ProviderSchemas } from "./schemas";
import type { Session } from "./session";

/** Values settle along chains of references, one step a plan. */
const mostRounds = 12;

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

/**
 * The state that applying a configuration would leave, without applying it: what only the apply knows is made up, and
 * then planned over, until planning changes nothing any more.
 *
 * @throws PlanError when it keeps changing
 */
export async function simulate(session: Session, configuration: JsonObject): Promise<State> {
  const schemas = await session.schemas(configuration);
  const applicable = unprotected(configuration);
  const baseline = evaluate(readConfiguration(withVariables(configuration, session.variables)));
  let objects: readonly AppliedObject[] | undefined;
  let pending: string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const state = objects === undefined ? undefined : stateOf(objects);
    const { json: plan } = await session.plan(applicable, state);
    pending = pendingIn(plan);
    if (state !== undefined && pending.length === 0) return { ...state, outputs: outputsOf(plan) };
    objects = applied(plan, objects ?? [], { schemas, baseline });
  }
  throw new PlanError(
    "simulation-failed",
    `Planning the deployed configuration over what it would leave still changes ${pending.join(", ")}. ` +
      "Give its state instead: planOf(stack, { deployed: <parsed state or path> }).",
  );
}

/** The outputs that are known once nothing is left to apply. */
function outputsOf(plan: JsonObject): JsonObject {
  const planned = Object.entries(objectAt(objectAt(plan, "planned_values"), "outputs"));
  return Object.fromEntries(planned.filter(([, output]) => isJsonObject(output) && Object.hasOwn(output, "value")));
}

/** What is known of all resources of a configuration. */
interface Sources {
  readonly schemas: ProviderSchemas;
  /** What the configuration says, evaluated as far as it can be without a plan. */
  readonly baseline: Baseline;
}

/** One instance as the simulation has applied it. */
interface AppliedObject {
  readonly address: string;
  /** What a state says of the resource that it is an instance of. */
  readonly resource: JsonObject;
  readonly instance: JsonObject;
  readonly attributes: JsonObject;
}

function stateOf(objects: readonly AppliedObject[]): State {
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

interface Change extends JsonObject {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly provider_name: string;
}

function managed(plan: JsonObject): Change[] {
  const changes = Array.isArray(plan.resource_changes) ? plan.resource_changes : [];
  return changes.filter(isJsonObject).filter(({ mode }) => mode === "managed") as Change[];
}

function pendingIn(plan: JsonObject): string[] {
  const pending = managed(plan).filter((change) => {
    const { actions } = objectAt(change, "change");
    return !(Array.isArray(actions) && actions.length === 1 && actions[0] === "no-op");
  });
  return pending.map(({ address }) => address);
}

function applied(plan: JsonObject, earlier: readonly AppliedObject[], sources: Sources): AppliedObject[] {
  const known = new Map(earlier.map((object) => [object.address, object.attributes]));
  return managed(plan).map((change) => appliedObject(change, known.get(change.address), sources));
}

function appliedObject(change: Change, earlier: JsonObject | undefined, { schemas, baseline }: Sources): AppliedObject {
  const { address, type, name, provider_name: provider } = change;
  const schema = schemas[provider]?.resource_schemas?.[type];
  if (schema === undefined)
    throw new PlanError("simulation-failed", `${address}: the provider ${provider} does not describe ${type}.`);
  const { after = null, after_unknown: unknown = null, after_sensitive: sensitive = null } = objectAt(change, "change");
  const filling = new Filling(new Plausible(siteOf(baseline, change, after), schema));
  return {
    address,
    resource: {
      ...(typeof change.module_address === "string" ? { module: change.module_address } : {}),
      mode: "managed",
      type,
      name,
      provider: `provider["${provider}"]${aliasOf(baseline, change)}`,
    },
    instance: {
      ...(change.index === undefined ? {} : { index_key: change.index }),
      ...(baseline.instances.get(address)?.skipDestroy === true ? { skip_destroy: true } : {}),
      schema_version: schema.version,
      // A value that is secret in the plan and not in the state is a change to the engine.
      sensitive_attributes: pathsOf(sensitive),
    },
    attributes: withOutput(type, filling.block(schema.block, after, unknown, earlier)),
  };
}

/** The engine's own resource gives out what it is given, which others may need to be valid at all. */
function withOutput(type: string, attributes: JsonObject): JsonObject {
  return type === "terraform_data" ? { ...attributes, output: attributes.input ?? null } : attributes;
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

/** The region and zone that a resource has, or inherits from its provider block. */
function siteOf(baseline: Baseline, change: Change, after: Json): Site {
  const { address, type } = change;
  const written = (name: string): string | undefined => {
    const own = isJsonObject(after) ? after[name] : undefined;
    // The provider plans a region or zone of a new resource as unknown, although the configuration gives it.
    const [configured] = unmark(baseline.instances.get(address)?.values.get(name) ?? null);
    const inherited = baseline.providers.get(providerOf(baseline, change))?.get(name);
    return [own, configured, inherited].find((text): text is string => typeof text === "string" && text !== "");
  };
  const zone = written("zone");
  const region = written("region") ?? zone?.replace(/-\d+$/, "") ?? "fr-par";
  return { address, type, region, zone: zone ?? `${region}-1` };
}

/** The provider block of a resource, such as `scaleway.other`. */
function providerOf(baseline: Baseline, { address, type }: Change): string {
  return baseline.instances.get(address)?.provider ?? defaultProviderOf(type);
}

function aliasOf(baseline: Baseline, change: Change): string {
  const [, alias] = providerOf(baseline, change).split(".");
  return alias === undefined ? "" : `.${alias}`;
}
