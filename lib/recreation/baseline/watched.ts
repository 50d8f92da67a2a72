import { Awaited } from "../evaluation/awaited";
import type { ModuleInstance } from "../evaluation/module-instance";
import { addressesOf, traversalsIn } from "../language/references";
import { isTemplate } from "../language/template";
import { isScalewayResource } from "../provider/behaviour";
import { isRecomputing } from "../provider/deciding";
import { typeOf } from "../terraform/address";
import type { Json } from "../values/json";

/**
 * Resources of which any change counts, not only one that replaces them: those that data sources wait for, that
 * `replace_triggered_by` names, and that others refer to where a change in place makes attributes unknown. What other
 * providers' resources do when they change nobody knows here, so that each that is referred to is one, too.
 *
 * @returns Addresses without keys.
 */
export function watchedResources(root: ModuleInstance): Set<string> {
  const watched = new Set<string>();
  const awaited = new Awaited();
  for (const module of root.withDescendants()) {
    const { resources, data } = module.configuration;
    for (const block of data.values()) {
      for (const { module: owner, resource } of awaited.before(module, block))
        watched.add(owner.absoluteAddress(resource));
    }
    for (const { lifecycle } of resources.values()) {
      for (const trigger of lifecycle.replaceTriggeredBy) {
        for (const address of traversalsIn(trigger)) watched.add(module.absoluteAddress(address));
      }
    }
    const sensitive = new Set([...resources.values()].map(({ type }) => type).filter(carriesChanges));
    if (sensitive.size === 0) continue;
    for (const address of referencesOf(module, sensitive)) watched.add(module.absoluteAddress(address));
  }
  return watched;
}

function carriesChanges(type: string): boolean {
  return !isScalewayResource(type) || isRecomputing(type);
}

/** Addresses of resources of some types that anything in a module refers to. */
function referencesOf(module: ModuleInstance, types: ReadonlySet<string>): Set<string> {
  const { resources, data, locals, modules, outputs } = module.configuration;
  const found = new Set<string>();
  const collect = (json: Json): void => {
    if (typeof json === "string") {
      if (!isTemplate(json) || ![...types].some((type) => json.includes(type))) return;
      for (const address of addressesOf(module.evaluation.parse(json)))
        if (types.has(typeOf(address))) found.add(address);
    } else if (json !== null && typeof json === "object") {
      for (const [key, part] of Object.entries(json)) if (key !== "depends_on" && key !== "//") collect(part);
    }
  };
  for (const { body } of [...resources.values(), ...data.values()]) collect(body);
  for (const json of [...locals.values(), ...modules.values()]) collect(json);
  for (const { value } of outputs.values()) collect(value);
  return found;
}
