import { isScalewayResource } from "../../provider";
import {
  type Address,
  canonical,
  type Doubt,
  ModuleAddress,
  type ModuleInstance,
  RecreationInputError,
  repeatsOf,
  type Target,
  targetIn,
  unmark,
} from "../../terraform";
import type { Existing } from "../baseline";
import type { PlannedInstance } from "./planned-instance";
import type { Deletion } from "./prediction";
import type { Predictor } from "./predictor";
import { candidateOf, renamesOf, replacingDifferences } from "./renames";

type Fate = Pick<Deletion, "action" | "gone" | "because">;

/** Everything that exists and is no longer wanted. */
export function deletionsOf(predictor: Predictor, instances: readonly PlannedInstance[]): Deletion[] {
  const kept = new Set(instances.map((instance) => instance.address));
  const leaving = [...predictor.existing.values()]
    .filter((existing) => isScalewayResource(existing.address.type))
    .filter((existing) => !kept.has(existing.address) || hasOpenedCount(existing, predictor))
    .flatMap((existing) => {
      const fate = fateOf(existing, predictor);
      return fate === undefined ? [] : [{ existing, fate }];
    });
  for (const { existing, fate } of leaving) checkProvider(existing, fate, predictor.root);
  const movable = leaving.filter(
    ({ fate }) => fate.action === "destroy" && fate.gone !== "module" && fate.gone !== "module-disabled",
  );
  const renames = renamesOf(
    movable.map(({ existing }) => candidateOf(existing)),
    instances,
  );
  const taken = new Set(renames.values());
  const pools = instances.filter(({ action, block }) => action === "create" && block.address.type === POOL);
  return leaving.map(({ existing, fate }) => {
    const renamed = renames.get(existing.address);
    const deletion = deletionOf(existing, fate, renamed);
    if (renamed !== undefined || fate.action !== "destroy" || existing.address.type !== POOL) return deletion;
    const [name] = unmark(existing.prior.values.get("name") ?? null);
    const fresh = pools.find((pool) => !taken.has(pool) && differsByName(existing, pool));
    if (fresh === undefined || typeof name !== "string") return deletion;
    taken.add(fresh);
    return { ...deletion, otherName: { address: fresh.address, name } };
  });
}

const POOL = "scaleway_k8s_pool";

/** A pool that nobody named has a name by the id of its construct, so that another id makes another pool. */
function differsByName(existing: Existing, fresh: PlannedInstance): boolean {
  return replacingDifferences(candidateOf(existing), fresh).every((argument) => argument === "name");
}

function deletionOf(existing: Existing, fate: Fate, fresh: PlannedInstance | undefined): Deletion {
  const {
    address,
    previousAddress,
    prior: { deployed },
  } = existing;
  return {
    address,
    previousAddress,
    path: deployed?.path,
    preventDestroy: deployed?.preventDestroy === true,
    ...fate,
    ...(fresh === undefined ? {} : { renamedTo: fresh.address }),
    ...(fresh?.block.path === undefined ? {} : { renamedToPath: fresh.block.path }),
  };
}

function fateOf(existing: Existing, predictor: Predictor): Fate | undefined {
  const { address } = existing;
  const { steps } = address.module;
  const module = predictor.root.find(steps);
  // What is inside a module that is not read stays out of sight.
  if (module === "not read") return undefined;
  const block = predictor.blockOf(address)?.block;
  const skipped = existing.skipDestroy || block?.lifecycle.skipDestroy === true;
  const action = skipped || isForgotten(address, predictor.root) ? "forget" : "destroy";
  if (module === "gone") return { action, gone: predictor.root.switchesOff(steps) ? "module-disabled" : "module" };
  if (block === undefined) return { action, gone: "block" };
  const because = doubtAboutCount(existing, predictor);
  const gone = repeatsOf(block.address, block.body) === "enabled" ? "disabled" : "instance";
  return { action, gone, ...(because === undefined ? {} : { because }) };
}

/**
 * Terraform destroys and forgets by the provider block that made the object.
 *
 * @throws RecreationInputError where that is gone, in Terraform's words
 */
function checkProvider({ address, provider }: Existing, { action, gone }: Fate, root: ModuleInstance): void {
  // Where the block is still there, its own provider destroys what it has no more.
  const isByBlock = gone === "instance" || gone === "disabled";
  if (provider === undefined || isByBlock || hasProvider(provider, root)) return;
  throw new RecreationInputError(
    `Provider configuration not present: to ${action} ${address}, Terraform needs the provider configuration ${provider} that made it, ` +
      "and makes no plan without it: keep that provider block until this is applied, and remove it afterwards",
  );
}

/** The default one of the root module is there without a block. A state names no local names, so that the alias decides. */
function hasProvider(provider: string, root: ModuleInstance): boolean {
  const { module: place, inside } = ModuleAddress.split(provider);
  const [, alias] = inside.split(".");
  if (place === ModuleAddress.root && alias === undefined) return true;
  const module = root.find(place.steps);
  if (typeof module === "string") return module === "not read";
  return [...module.configuration.providers.keys()].some((name) => name.split(".")[1] === alias);
}

/** Whether an edit makes count or for_each something that the files do not tell, so that any instance may go. */
function hasOpenedCount({ address, prior: { deployed } }: Existing, predictor: Predictor): boolean {
  const found = predictor.blockOf(address);
  if (found === undefined || repeatsOf(found.block.address, found.block.body) === "no") return false;
  const undetermined = found.module.expansion(found.block).undetermined;
  return undetermined !== undefined && deployed !== undefined && deployed.undetermined !== canonical(undetermined);
}

/** Why it is not certain that count or for_each lacks an instance. */
function doubtAboutCount(existing: Existing, predictor: Predictor): Doubt | undefined {
  const found = predictor.blockOf(existing.address);
  const expansion = found?.module.expansion(found.block);
  if (expansion === undefined) return undefined;
  if (expansion.instances === undefined)
    return { reason: "count-not-known", about: existing.address.resource.toString() };
  const variable = expansion.marks?.fromVariableDefault;
  const confirmed = existing.prior.source === "state" && existing.prior.deployed !== undefined;
  return variable === undefined || confirmed ? undefined : { reason: "variable-default", about: variable };
}

/** Whether a `removed` block of any module keeps what was at an address. Such blocks name no keys. */
function isForgotten({ declaration }: Address, root: ModuleInstance): boolean {
  const places = new Set<Target>([declaration, ...declaration.module.lineage]);
  return [...root.withDescendants()].some(({ address, configuration }) =>
    configuration.removed.some(({ from, destroy }) => !destroy && places.has(targetIn(from, address.call))),
  );
}
