import {
  type AppliedObject,
  appliedObject,
  type ManagedChange,
  managedChanges,
  objectAt,
  type State,
  stateOf,
} from "../lib/engine";
import { isJsonObject, type JsonObject } from "../lib/terraform";
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

function managed(plan: JsonObject): ManagedChange[] {
  return managedChanges(plan).filter(({ address }) => !isProbe(address));
}

function actionsOf(change: ManagedChange): string {
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
      return appliedBy(change, before, engine, configuration);
    });
}

function appliedBy(
  change: ManagedChange,
  earlier: JsonObject | undefined,
  engine: FolderEngine,
  configuration: PlannedConfiguration,
): AppliedObject {
  const { address, type } = change;
  const schema = engine.resources.get(type);
  if (schema === undefined) throw new Refused(`${address}: nothing describes ${type}`);
  const { after = null } = objectAt(change, "change");
  return appliedObject(change, {
    schema,
    site: configuration.siteOf(address, type, isJsonObject(after) ? after : {}),
    provider: configuration.providerOf(address, change.provider_name),
    earlier,
  });
}
