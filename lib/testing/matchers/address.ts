import { TerraformDataSource, type TerraformElement, TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";

/** A resource: its construct, a construct around it, or its address. */
export type ResourceLike = IConstruct | string;

/**
 * The address of a resource in its stack.
 *
 * @throws Error for a construct that is no resource and has none named `Resource`
 */
export function resolveAddress(resource: ResourceLike): string {
  if (typeof resource === "string") return resource;
  if (!Construct.isConstruct(resource)) throw new Error("a resource has to be a construct, or an address");
  const element = resource.node.tryFindChild("Resource") ?? resource;
  if (TerraformResource.isTerraformResource(element)) return typed(element);
  if (element instanceof TerraformDataSource) return `data.${typed(element)}`;
  throw new Error(`${resource.node.path} is no resource, and has none named "Resource": name one inside it.`);
}

function typed(element: TerraformElement & { readonly terraformResourceType: string }): string {
  return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
}
