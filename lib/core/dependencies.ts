import { type ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";

/** Whether a construct makes its resource, in this stack or another, and does not only refer to one by its id. */
export function ownsResource(construct: IConstruct): boolean {
  return construct.node.tryFindChild("Resource") !== undefined;
}

/**
 * The Terraform resources to name in `depends_on` for the given constructs: each one's `Resource` child.
 * What is only referred to by an id, or lives in another stack, has none.
 */
export function dependenciesOn(scope: IConstruct, ...constructs: IConstruct[]): ITerraformDependable[] | undefined {
  const stack = TerraformStack.of(scope);
  const dependencies = constructs
    .map((construct) => construct.node.tryFindChild("Resource"))
    .filter((child) => child !== undefined)
    .filter((child) => TerraformResource.isTerraformResource(child))
    .filter((child) => TerraformStack.of(child) === stack);
  return dependencies.length > 0 ? dependencies : undefined;
}
