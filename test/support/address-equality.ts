import { expect } from "@jest/globals";

import { Address, AttributePath, ModuleAddress, StackAddress } from "../../guard/lib/terraform/addresses";

/** Expectations write addresses as Terraform does. */
function areSameAddress(one: unknown, other: unknown): boolean | undefined {
  if (isAddress(one) === isAddress(other)) return undefined;
  if (typeof one === "string" || typeof other === "string") return String(one) === String(other);
  return undefined;
}

function isAddress(value: unknown): boolean {
  return (
    value instanceof Address ||
    value instanceof AttributePath ||
    value instanceof ModuleAddress ||
    value instanceof StackAddress
  );
}

expect.addEqualityTesters([areSameAddress]);
