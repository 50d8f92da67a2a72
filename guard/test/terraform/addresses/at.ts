import { Address, AttributePath, ModuleAddress } from "../../../lib/terraform/addresses";

/** An address by its notation. */
export function at(text: string): Address {
  return Address.parse(text);
}

/** The address of a module by its notation. */
export function moduleAt(text: string): ModuleAddress {
  return ModuleAddress.parse(text);
}

/** The path of an attribute by its notation. */
export function pathTo(text: string): AttributePath {
  return AttributePath.parse(text);
}
