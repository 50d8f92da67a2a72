import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { LateValue } from "./late-value";

/** Whether a construct makes its resource, in this stack or another, and does not only refer to one by its id. */
export function ownsResource(construct: IConstruct): boolean {
  return construct.node.tryFindChild("Resource") !== undefined;
}

/**
 * Names in a resource's `depends_on` what the given constructs make: each one's `Resource` child. What is only referred to
 * by an id, or lives in another stack, is not named.
 */
export function dependOn(resource: TerraformResource, ...constructs: readonly IConstruct[]): void {
  const stack = TerraformStack.of(resource);
  const dependencies = constructs
    .map((construct) => construct.node.tryFindChild("Resource"))
    .filter((child) => child !== undefined)
    .filter((child) => TerraformResource.isTerraformResource(child))
    .filter((child) => TerraformStack.of(child) === stack);
  if (dependencies.length > 0) resource.dependsOn = dependencies.map(addressOf);
}

/** The address of a resource as `depends_on` has it, taken when it is synthesized: until then its id may be overridden. */
export function addressOf(resource: TerraformResource): string {
  return new LateValue(() => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`).toString();
}
