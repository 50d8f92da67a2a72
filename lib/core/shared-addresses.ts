import { type TerraformElement, TerraformResource, TerraformStack } from "cdktf";

/**
 * The errors of resources of a stack which synthesize to one address. CDKTF drops dots and other characters from ids, so
 * that two constructs can merge into one resource in silence.
 */
export function sharedAddressErrors(stack: TerraformStack): string[] {
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
