import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";

import { RecreationGuard } from "../guard/recreation-guard";

const CHECKED = Symbol.for("cdktf-scaleway-kapsule.StackChecks");

/** Adds, once for each stack, what watches over the whole of it: the recreation guard, and checks of addresses. */
export function addStackChecks(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  if (CHECKED in stack) return;
  Object.defineProperty(stack, CHECKED, { value: true });
  RecreationGuard.of(stack);
  stack.node.addValidation({ validate: () => sharedAddresses(stack) });
}

/** CDKTF drops dots and other characters from ids, so that two constructs can merge into one resource in silence. */
function sharedAddresses(stack: TerraformStack): string[] {
  const byAddress = new Map<string, TerraformElement[]>();
  for (const element of stack.node.findAll()) {
    if (!TerraformResource.isTerraformResource(element) || TerraformStack.of(element) !== stack) continue;
    const address = `${element.terraformResourceType}.${element.friendlyUniqueId}`;
    byAddress.set(address, [...(byAddress.get(address) ?? []), element]);
  }
  return [...byAddress]
    .filter(([, elements]) => elements.length > 1)
    .map(([address, elements]) => {
      const paths = elements.map((element) => element.node.path).join(" and ");
      return `${paths} synthesize to one address, ${address}; ids must differ in letters, digits, "-" or "_". Rename one of them.`;
    });
}
