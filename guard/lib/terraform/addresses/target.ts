import { Address } from "./address";
import { ModuleAddress } from "./module-address";

/** What `moved`, `removed` and the guard's doubts can be about: a module, or a resource. */
export type Target = Address | ModuleAddress;

/** Reads Terraform's notation of a module or a resource; undefined for anything else. */
export function parseTarget(text: string): Target | undefined {
  const { module, inside } = ModuleAddress.split(text);
  return inside === "" && module !== ModuleAddress.root ? module : Address.tryParse(text);
}

/** The same without data sources and the like, which no block moves or removes. */
export function parseManaged(text: string): Target | undefined {
  const target = parseTarget(text);
  return target instanceof Address && target.mode !== "managed" ? undefined : target;
}

/** What a module names, as the root names it. */
export function targetIn(target: Target, module: ModuleAddress): Target {
  return target instanceof Address ? target.in(module) : module.within(target.steps);
}

/** The module that a target is, or lies in. */
export function moduleOf(target: Target): ModuleAddress {
  return target instanceof Address ? target.module : target;
}

/** Whether a target lies in a module that some calls make, whatever their keys. */
export function isInside(target: Target, module: ModuleAddress): boolean {
  return moduleOf(target).call.isInside(module.call);
}
