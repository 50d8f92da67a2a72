import { type Address, ModuleAddress, parseTarget, type Target } from "kapsule-guard/terraform";

import { type ArgumentValue, isArgumentObject, Reference } from "./argument-value";
import type { ImportedResource } from "./imported-resource";

/** A resource or a module that another resource waits for, and what is adopted of it. */
interface Dependencies {
  readonly address: string;
  readonly importedResources: readonly ImportedResource[];
}

/** What the old configuration has a resource wait for, beside what its arguments refer to. */
export function dependenciesOf(
  { dependsOn }: ImportedResource,
  importedResources: readonly ImportedResource[],
): Dependencies[] {
  return dependsOn.map((address) => {
    const target = parseTarget(address);
    const found = target === undefined ? [] : importedResources.filter((other) => isIn(other.address, target));
    return { address, importedResources: found };
  });
}

/** Whether an address is one that Terraform waits for: of a resource, whichever instance is named, all of them. */
function isIn({ module, resource }: Address, target: Target): boolean {
  if (!(target instanceof ModuleAddress)) return resource === target.resource;
  const isInstance = ({ parent, step }: ModuleAddress) =>
    target.step?.key === undefined && parent === target.parent && step?.name === target.step?.name;
  return module.lineage.some((each) => each === target || isInstance(each));
}

/** The resources that what is written refers to. */
export function referencesIn(written: ArgumentValue): Address[] {
  if (written instanceof Reference) return [written.address];
  if (Array.isArray(written)) return written.flatMap(referencesIn);
  return isArgumentObject(written) ? Object.values(written).flatMap(referencesIn) : [];
}
