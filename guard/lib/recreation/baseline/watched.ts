import { isLocked, isRecomputing, isScalewayResource, newestRelease, type ProviderRelease } from "../../provider";
import {
  type Address,
  attributesIn,
  Dependencies,
  type Json,
  type ModuleInstance,
  type ResourceBlock,
  templatesIn,
} from "../../terraform";

/**
 * Resources of which any change counts, not only one that replaces them: those that data sources wait for, that
 * `replace_triggered_by` names, and that others refer to by an argument that changes in place, as a whole, or where a
 * change in place makes attributes unknown. What other
 * providers' resources do when they change nobody knows here, so that each that is referred to is one, too.
 *
 * @returns Each without a key.
 */
export function watchedResources(root: ModuleInstance, release: ProviderRelease): Set<Address> {
  const watched = new Set<Address>();
  const dependencies = new Dependencies();
  for (const module of root.withDescendants()) {
    const { resources, data } = module.configuration;
    for (const block of data.values()) {
      for (const found of dependencies.before(module, block)) watched.add(found.module.addressOf(found.block));
    }
    for (const name of [...resources.values()].flatMap((block) => module.references.ofBlock(block).triggers)) {
      const block = resources.get(name);
      if (block !== undefined) watched.add(module.addressOf(block));
    }
    for (const block of referredTo(module, release)) watched.add(module.addressOf(block));
  }
  return watched;
}

function carriesChanges(release: ProviderRelease, type: string): boolean {
  return !isScalewayResource(type) || isRecomputing(release, type);
}

/** Resources that anything in a module refers to, by more than what a lock keeps of them. */
function referredTo(module: ModuleInstance, release: ProviderRelease): Set<ResourceBlock> {
  const { resources, data, locals, modules, outputs } = module.configuration;
  const found = new Set<ResourceBlock>();
  const bodies: Json[] = [
    ...[...resources.values(), ...data.values()].map(({ body }) => body),
    ...locals.values(),
    ...modules.values(),
    ...[...outputs.values()].map(({ value }) => value),
  ];
  for (const template of bodies.flatMap((json) => [...templatesIn(json)])) {
    for (const { address, attribute } of attributesIn(module.evaluation.parse(template))) {
      const block = resources.get(address);
      if (block !== undefined && !isEnough(release, block, attribute)) found.add(block);
    }
  }
  return found;
}

/** Whether a lock keeps what a reference takes: what decides, or what is not set and for the provider to know. */
function isEnough(
  release: ProviderRelease,
  { address: { type }, body }: ResourceBlock,
  attribute: string | undefined,
): boolean {
  if (attribute === undefined || carriesChanges(release, type)) return false;
  if (isLocked(type, attribute, newestRelease.version)) return true;
  return !Object.hasOwn(body, attribute) && !JSON.stringify(body.dynamic ?? null).includes(`"${attribute}"`);
}
