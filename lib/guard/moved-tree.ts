import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import { Construct, type IConstruct, RootConstruct } from "constructs";

import { InvalidPropertyError } from "../core/invalid-property";

/** One object under another address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Moves of all resources in a construct, from where they were when it had another path.
 *
 * @param from Path of the construct before, with or without the id of the stack.
 * @param to The construct, or its path.
 * @throws InvalidPropertyError where there is no such construct, or none of its resources
 */
export function movesOfTree(stack: TerraformStack, from: string, to: IConstruct | string): Move[] {
  const construct = typeof to === "string" ? constructAt(stack, to) : to;
  const before = idsBelow(stack, from);
  const depth = construct?.node.scopes.length ?? 0;
  const resources = (construct?.node.findAll() ?? []).filter((node) => TerraformResource.isTerraformResource(node));
  if (resources.length === 0 || before.length === 0) throw notThere(stack, from, to);
  const earlier = new EarlierStack(stack.node.id);
  return resources.map((resource) => {
    const rest = resource.node.scopes.slice(depth).map(({ node }) => node.id);
    const { terraformResourceType: type, friendlyUniqueId } = resource;
    return { from: `${type}.${earlier.logicalIdOf([...before, ...rest])}`, to: `${type}.${friendlyUniqueId}` };
  });
}

function constructAt(stack: TerraformStack, path: string): IConstruct | undefined {
  return idsBelow(stack, path).reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), stack);
}

/** The ids on the way from the stack to a construct. */
function idsBelow(stack: TerraformStack, path: string): string[] {
  const ids = path.split("/").filter((id) => id !== "");
  return ids[0] === stack.node.id ? ids.slice(1) : ids;
}

function notThere(stack: TerraformStack, from: string, to: IConstruct | string): InvalidPropertyError {
  const path = typeof to === "string" ? to : to.node.path;
  return new InvalidPropertyError(stack, {
    property: "movedTree",
    value: [from, path],
    requirement: "take the path of a construct before, and the path of one with resources in this stack now",
    suggestion: "Write both paths as the finding shows them.",
  });
}

/** A stack of the same id, in which constructs are where they were. */
class EarlierStack {
  private readonly stack: TerraformStack;

  constructor(id: string) {
    this.stack = new TerraformStack(new RootConstruct(), id);
  }

  public logicalIdOf(ids: readonly string[]): string {
    const scope = ids
      .slice(0, -1)
      .reduce<Construct>((parent, id) => childOf(parent, id) ?? new Construct(parent, id), this.stack);
    const id = ids.at(-1) ?? "";
    return new TerraformElement(scope, id).friendlyUniqueId;
  }
}

function childOf(scope: Construct, id: string): Construct | undefined {
  const child = scope.node.tryFindChild(id);
  return child instanceof Construct ? child : undefined;
}
