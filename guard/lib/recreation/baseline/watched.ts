import { isLocked, isRecomputing, isScalewayResource, newestRelease, type ProviderRelease } from "../../provider";
import {
  attributesIn,
  Dependencies,
  type Json,
  type ModuleInstance,
  type ResourceBlock,
  templatesIn,
  traversalsIn,
} from "../../terraform";

/**
 * Resources of which any change counts, not only one that replaces them: those that data sources wait for, that
 * `replace_triggered_by` names, and that others refer to by an argument that changes in place, as a whole, or where a
 * change in place makes attributes unknown. What other
 * providers' resources do when they change nobody knows here, so that each that is referred to is one, too.
 *
 * @returns Addresses without keys.
 */
export function watchedResources(root: ModuleInstance, release: ProviderRelease): Set<string> {
  const watched = new Set<string>();
  const dependencies = new Dependencies();
  for (const module of root.withDescendants()) {
    const { resources, data } = module.configuration;
    for (const block of data.values()) {
      for (const { module: owner, resource } of dependencies.before(module, block))
        watched.add(owner.absoluteAddress(resource));
    }
    for (const { lifecycle } of resources.values()) {
      for (const trigger of lifecycle.replaceTriggeredBy) {
        for (const address of traversalsIn(trigger)) watched.add(module.absoluteAddress(address));
      }
    }
    for (const address of referredTo(module, release)) watched.add(module.absoluteAddress(address));
  }
  return watched;
}

function carriesChanges(release: ProviderRelease, type: string): boolean {
  return !isScalewayResource(type) || isRecomputing(release, type);
}

/** Addresses of resources that anything in a module refers to, by more than what a lock keeps of them. */
function referredTo(module: ModuleInstance, release: ProviderRelease): Set<string> {
  const { resources, data, locals, modules, outputs } = module.configuration;
  const found = new Set<string>();
  const bodies: Json[] = [
    ...[...resources.values(), ...data.values()].map(({ body }) => body),
    ...locals.values(),
    ...modules.values(),
    ...[...outputs.values()].map(({ value }) => value),
  ];
  for (const template of bodies.flatMap((json) => [...templatesIn(json)])) {
    for (const { address, attribute } of attributesIn(module.evaluation.parse(template))) {
      const block = resources.get(address);
      if (block !== undefined && !isEnough(release, block, attribute)) found.add(address);
    }
  }
  return found;
}

/** Whether a lock keeps what a reference takes: what decides, or what is not set and for the provider to know. */
function isEnough(release: ProviderRelease, { type, body }: ResourceBlock, attribute: string | undefined): boolean {
  if (attribute === undefined || carriesChanges(release, type)) return false;
  if (isLocked(type, attribute, newestRelease.version)) return true;
  return !Object.hasOwn(body, attribute) && !JSON.stringify(body.dynamic ?? null).includes(`"${attribute}"`);
}
