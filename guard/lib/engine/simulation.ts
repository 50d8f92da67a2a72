import { type Baseline, type BaselineInstance, evaluate } from "../recreation";
import {
  Address,
  defaultProviderOf,
  isJsonObject,
  type Json,
  type JsonObject,
  readConfiguration,
  unmark,
} from "../terraform";
import {
  type AppliedObject,
  appliedObject,
  type ManagedChange,
  managedChanges,
  type State,
  stateOf,
} from "./applied-object";
import { unprotected, withVariables } from "./configuration";
import { PlanError } from "./errors";
import { objectAt } from "./json";
import type { Site } from "./plausible";
import type { ProviderSchemas } from "./schemas";
import type { Session } from "./session";

/** Values settle along chains of references, one step a plan. */
const mostRounds = 12;

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

function pendingIn(plan: JsonObject): string[] {
  const pending = managedChanges(plan).filter((change) => {
    const { actions } = objectAt(change, "change");
    return !(Array.isArray(actions) && actions.length === 1 && actions[0] === "no-op");
  });
  return pending.map(({ address }) => address);
}

function applied(plan: JsonObject, earlier: readonly AppliedObject[], sources: Sources): AppliedObject[] {
  const known = new Map(earlier.map((object) => [object.address, object.attributes]));
  return managedChanges(plan).map((change) => appliedBy(change, known.get(change.address), sources));
}

function appliedBy(
  change: ManagedChange,
  earlier: JsonObject | undefined,
  { schemas, baseline }: Sources,
): AppliedObject {
  const { address, type, provider_name: provider } = change;
  const schema = schemas[provider]?.resource_schemas?.[type];
  if (schema === undefined)
    throw new PlanError("simulation-failed", `${address}: the provider ${provider} does not describe ${type}.`);
  return appliedObject(change, {
    schema,
    site: siteOf(baseline, change, objectAt(change, "change").after ?? null),
    provider: `provider["${provider}"]${aliasOf(baseline, change)}`,
    earlier,
    skipDestroy: deployedBy(baseline, change)?.skipDestroy === true,
  });
}

/** The region and zone that a resource has, or inherits from its provider block. */
function siteOf(baseline: Baseline, change: ManagedChange, after: Json): Site {
  const { address, type } = change;
  const written = (name: string): string | undefined => {
    const own = isJsonObject(after) ? after[name] : undefined;
    // The provider plans a region or zone of a new resource as unknown, although the configuration gives it.
    const [configured] = unmark(deployedBy(baseline, change)?.values.get(name) ?? null);
    const inherited = baseline.providers.get(providerOf(baseline, change))?.get(name);
    return [own, configured, inherited].find((text): text is string => typeof text === "string" && text !== "");
  };
  const zone = written("zone");
  const region = written("region") ?? zone?.replace(/-\d+$/, "") ?? "fr-par";
  return { address, type, region, zone: zone ?? `${region}-1` };
}

/** The provider block of a resource, such as `scaleway.other`. */
function providerOf(baseline: Baseline, change: ManagedChange): string {
  return deployedBy(baseline, change)?.provider ?? defaultProviderOf(change.type);
}

/** What the configuration says of the object that a change is about. */
function deployedBy({ instances }: Baseline, { address }: ManagedChange): BaselineInstance | undefined {
  return instances.get(Address.parse(address));
}

function aliasOf(baseline: Baseline, change: ManagedChange): string {
  const [, alias] = providerOf(baseline, change).split(".");
  return alias === undefined ? "" : `.${alias}`;
}
