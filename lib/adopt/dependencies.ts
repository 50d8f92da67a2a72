import { splitAddress, splitModules } from "kapsule-guard/terraform";

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
  return dependsOn.map((address) => ({
    address,
    importedResources: importedResources.filter((other) => isIn(other.address, address)),
  }));
}

/** Whether an address is one that Terraform waits for: of a resource, whichever instance is named, all of them. */
function isIn(address: string, dependencies: string): boolean {
  const { modules, inside } = splitModules(dependencies);
  if (inside === "") return address.startsWith(`${dependencies}.`) || address.startsWith(`${dependencies}[`);
  const own = splitModules(address);
  const isSameModule = JSON.stringify(own.modules) === JSON.stringify(modules);
  return isSameModule && splitAddress(own.inside).resource === splitAddress(inside).resource;
}

/** Addresses of the resources that what is written refers to. */
export function referencesIn(written: ArgumentValue): string[] {
  if (written instanceof Reference) return [written.address];
  if (Array.isArray(written)) return written.flatMap(referencesIn);
  return isArgumentObject(written) ? Object.values(written).flatMap(referencesIn) : [];
}
