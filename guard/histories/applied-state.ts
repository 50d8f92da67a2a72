import { objectAt, type State } from "../lib/engine";
import { Filling, Plausible } from "../lib/engine";
import { isJsonObject, type Json, type JsonObject } from "../lib/terraform";
import type { FolderEngine, PreparedFolder } from "./engine-folder";
import { Refused } from "./engine-folder";
import { PlannedConfiguration } from "./planned-configuration";
import { isProbe } from "./site-probes";
import { actionsIn } from "./text-of";

/** Values settle along chains of references, one step a plan. */
const MOST_ROUNDS = 12;
/** What a plan of the same text still changes after so many rounds, such as the current time, it always changes. */
const ROUNDS_TO_SETTLE = 6;

/**
 * The state that applying a folder would leave, without applying it: what only the apply knows is made up, and then planned over, until
 * planning changes nothing any more.
 *
 * The engine's simulation does the same for Terraform JSON; here, the plan itself tells of regions and provider blocks, so that nothing
 * depends on how the guard reads the text.
 *
 * @throws Refused where there is no plan, and for values that never settle
 */
export async function appliedState(engine: FolderEngine, folder: PreparedFolder): Promise<State> {
  let objects: readonly AppliedObject[] | undefined;
  let earlier = "";
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const state = objects === undefined ? undefined : stateOf(objects);
    const plan = await engine.plan(folder, state);
    const pending = pendingIn(plan);
    const isSettled = pending.length === 0 || (round >= ROUNDS_TO_SETTLE && pending.join() === earlier);
    if (state !== undefined && isSettled) return state;
    earlier = pending.join();
    objects = applied(plan, objects ?? [], engine);
  }
  throw new Refused(`applying it never ends: ${earlier}`);
}

/** One instance as it is once it is applied. */
interface AppliedObject {
  readonly address: string;
  /** What a state says of the resource that it is an instance of. */
  readonly resource: JsonObject;
  readonly instance: JsonObject;
  readonly attributes: JsonObject;
}

/** The parts of a state that are told of one resource. */
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

/** An entry of a plan about an object that Terraform manages. */
interface Change extends JsonObject {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly provider_name: string;
}

function managed(plan: JsonObject): Change[] {
  const changes = Array.isArray(plan.resource_changes) ? plan.resource_changes : [];
  const all = changes.filter(isJsonObject) as Change[];
  return all.filter(({ mode, address }) => mode === "managed" && !isProbe(address));
}

function actionsOf(change: Change): string {
  return actionsIn(change.change);
}

function pendingIn(plan: JsonObject): string[] {
  return managed(plan)
    .filter((change) => actionsOf(change) !== "no-op")
    .map(({ address }) => address);
}

function applied(plan: JsonObject, earlier: readonly AppliedObject[], engine: FolderEngine): AppliedObject[] {
  const known = new Map(earlier.map((object) => [object.address, object.attributes]));
  const configuration = new PlannedConfiguration(plan);
  return managed(plan)
    .filter((change) => !["delete", "forget"].includes(actionsOf(change)))
    .map((change) => {
      // What is replaced is another object, whose id says where it is now.
      const before = actionsOf(change).includes("delete") ? undefined : known.get(change.address);
      return appliedObject(change, before, engine, configuration);
    });
}

function appliedObject(
  change: Change,
  earlier: JsonObject | undefined,
  engine: FolderEngine,
  configuration: PlannedConfiguration,
): AppliedObject {
  const { address, type, name } = change;
  const schema = engine.resources.get(type);
  if (schema === undefined) throw new Refused(`${address}: nothing describes ${type}`);
  const { after = null, after_unknown: unknown = null, after_sensitive: sensitive = null } = objectAt(change, "change");
  const site = configuration.siteOf(address, type, isJsonObject(after) ? after : {});
  const attributes = new Filling(new Plausible(site, schema)).block(schema.block, after, unknown, earlier);
  return {
    address,
    resource: {
      ...(typeof change.module_address === "string" ? { module: change.module_address } : {}),
      mode: "managed",
      type,
      name,
      provider: configuration.providerOf(address, change.provider_name),
    },
    instance: {
      ...(change.index === undefined ? {} : { index_key: change.index }),
      schema_version: schema.version,
      // A value that is secret in the plan and not in the state is a change to the engine.
      sensitive_attributes: pathsOf(sensitive),
    },
    attributes: type === "terraform_data" ? { ...attributes, output: attributes.input ?? null } : attributes,
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
