import type { Existing } from "../baseline/existing";
import { expand } from "../evaluation/expansion";
import { isScalewayResource } from "../provider/behaviour";
import { splitAddress } from "../terraform/address";
import type { Configuration } from "../terraform/configuration";
import type { Doubt } from "../values/doubt";
import { canonical } from "../values/walk";
import type { PlannedInstance } from "./planned-instance";
import type { Deletion } from "./prediction";
import type { Predictor } from "./predictor";
import { renamesOf } from "./renames";

type Fate = Pick<Deletion, "action" | "gone" | "because">;

/** Everything that exists and is no longer wanted. */
export function deletionsOf(predictor: Predictor, instances: readonly PlannedInstance[]): Deletion[] {
  const kept = new Set(instances.map((instance) => instance.address));
  const leaving = [...predictor.existing.values()]
    .filter((existing) => isScalewayResource(existing.type))
    .filter((existing) => !kept.has(existing.address) || hasOpenedCount(existing, predictor))
    .flatMap((existing) => {
      const fate = fateOf(existing, predictor);
      return fate === undefined ? [] : [{ existing, fate }];
    });
  const movable = leaving.filter(({ fate }) => fate.action === "destroy" && fate.gone !== "module");
  const renames = renamesOf(
    movable.map(({ existing: { address, type, deployed, values } }) => ({
      address,
      type,
      values: deployed?.values ?? values,
    })),
    instances,
  );
  return leaving.map(({ existing, fate }) => deletionOf(existing, fate, renames.get(existing.address)));
}

function deletionOf(existing: Existing, fate: Fate, renamedTo: string | undefined): Deletion {
  const { address, origin, type, deployed } = existing;
  return {
    address,
    origin,
    type,
    path: deployed?.path,
    preventDestroy: deployed?.preventDestroy === true,
    ...fate,
    ...(renamedTo === undefined ? {} : { renamedTo }),
  };
}

function fateOf(existing: Existing, predictor: Predictor): Fate | undefined {
  const { configuration } = predictor.input;
  const { resource } = splitAddress(existing.address);
  if (existing.address.startsWith("module.")) return fateInModule(existing, predictor);
  const block = configuration.resources.get(resource);
  const action = isForgotten(resource, configuration) ? "forget" : "destroy";
  if (block === undefined) return { action, gone: "block" };
  const because = doubtAboutCount(existing, predictor, resource);
  return { action, gone: "instance", ...(because === undefined ? {} : { because }) };
}

/** Whether an edit makes count or for_each something that the files do not tell, so that any instance may go. */
function hasOpenedCount({ address, deployed }: Existing, predictor: Predictor): boolean {
  const block = predictor.input.configuration.resources.get(splitAddress(address).resource);
  const undetermined = block && predictor.expansion(block).undetermined;
  return undetermined !== undefined && deployed !== undefined && deployed.undetermined !== canonical(undetermined);
}

/** Why it is not certain that count or for_each lacks an instance. */
function doubtAboutCount(existing: Existing, predictor: Predictor, resource: string): Doubt | undefined {
  const block = predictor.input.configuration.resources.get(resource);
  const expansion = block && predictor.expansion(block);
  if (expansion === undefined) return undefined;
  if (expansion.instances === undefined) return { reason: "count-not-known", about: resource };
  const variable = expansion.marks?.fromVariableDefault;
  const confirmed = existing.fromState && existing.deployed !== undefined;
  return variable === undefined || confirmed ? undefined : { reason: "variable-default", about: variable };
}

function isForgotten(address: string, configuration: Configuration): boolean {
  return configuration.removed.some(({ from, destroy }) => !destroy && from === address);
}

/** What is inside a module stays out of sight, so its objects leave only with the module's block or instance. */
function fateInModule(existing: Existing, predictor: Predictor): Fate | undefined {
  const { configuration } = predictor.input;
  const match = /^module\.([^.[]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./.exec(existing.address);
  const name = match?.[1] ?? "";
  const body = configuration.modules.get(name);
  if (body === undefined) {
    return { action: isForgotten(`module.${name}`, configuration) ? "forget" : "destroy", gone: "module" };
  }
  const block = { address: `module.${name}`, type: "", body, path: undefined, dependsOn: [], provider: "" };
  const lifecycle = { preventDestroy: false, ignoreChanges: [], replaceTriggeredBy: [] };
  const expansion = expand({ ...block, lifecycle }, predictor.evaluation);
  if (expansion.instances === undefined) return undefined;
  const key = splitAddress(`module.${name}${match?.[2] ?? ""}`).key;
  const wanted = expansion.instances.some((instance) => instance.key === key);
  return wanted ? undefined : { action: "destroy", gone: "module" };
}
