import { splitAddress, splitModules } from "kapsule-guard/terraform";

import type { Adoptee } from "./adoptee";
import { isWrittenObject, Reference, type Written } from "./written";

/** A resource or a module that another resource waits for, and what is adopted of it. */
interface Awaited {
  readonly address: string;
  readonly adoptees: readonly Adoptee[];
}

/** What the old configuration has a resource wait for, beside what its arguments refer to. */
export function awaitedBy({ dependsOn }: Adoptee, adoptees: readonly Adoptee[]): Awaited[] {
  return dependsOn.map((address) => ({ address, adoptees: adoptees.filter((other) => isIn(other.address, address)) }));
}

/** Whether an address is one that Terraform waits for: of a resource, whichever instance is named, all of them. */
function isIn(address: string, awaited: string): boolean {
  const { modules, inside } = splitModules(awaited);
  if (inside === "") return address.startsWith(`${awaited}.`) || address.startsWith(`${awaited}[`);
  const own = splitModules(address);
  const isSameModule = JSON.stringify(own.modules) === JSON.stringify(modules);
  return isSameModule && splitAddress(own.inside).resource === splitAddress(inside).resource;
}

/** Addresses of the resources that what is written refers to. */
export function referencesIn(written: Written): string[] {
  if (written instanceof Reference) return [written.address];
  if (Array.isArray(written)) return written.flatMap(referencesIn);
  return isWrittenObject(written) ? Object.values(written).flatMap(referencesIn) : [];
}
