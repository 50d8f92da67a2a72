import { TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import { Construct, type IConstruct, RootConstruct } from "constructs";

import { InvalidPropertyError } from "../core";
import { constructAt } from "./construct-at";

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
  const construct = Construct.isConstruct(to) ? to : constructAt(stack, idsBelow(stack, to));
  const before = idsBelow(stack, from);
  const depth = construct?.node.scopes.length ?? 0;
  const resources = resourcesOf(stack, construct);
  if (resources.length === 0 || before.length === 0) throw notThere(stack, from, to);
  const earlier = new EarlierStack(stack.node.id);
  const moves = resources.map((resource) => {
    const rest = resource.node.scopes.slice(depth).map(({ node }) => node.id);
    const { terraformResourceType: type } = resource;
    return { from: `${type}.${earlier.logicalIdOf([...before, ...rest])}`, to: addressOf(resource) };
  });
  const present = new Set(resourcesOf(stack, stack).map(addressOf));
  const still = moves.find((move) => present.has(move.from));
  if (still !== undefined) throw stillThere(stack, still.from);
  return moves;
}

/** What is in a construct and in the stack; a stack inside it has a state of its own. */
function resourcesOf(stack: TerraformStack, construct: IConstruct | undefined): TerraformResource[] {
  return (construct?.node.findAll() ?? [])
    .filter((node) => TerraformResource.isTerraformResource(node))
    .filter((resource) => TerraformStack.of(resource) === stack);
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}

/** The ids on the way from the stack to a construct, whose path may begin with the stack's. */
function idsBelow(stack: TerraformStack, path: unknown): string[] {
  if (typeof path !== "string") return [];
  const ids = path.split("/").filter((id) => id !== "");
  for (const start of [stack.node.path.split("/"), [stack.node.id]])
    if (start.every((id, index) => ids[index] === id)) return ids.slice(start.length);
  return ids;
}

/** As Terraform says it: "Moved object still exists", or "Redundant move statement". */
function stillThere(stack: TerraformStack, address: string): InvalidPropertyError {
  return new InvalidPropertyError(stack, {
    property: "movedTree",
    value: address,
    requirement: "be gone, since it moved, and is still there",
    suggestion: "Take the movedTree line out, or the resource.",
  });
}

function notThere(stack: TerraformStack, from: unknown, to: unknown): InvalidPropertyError {
  const path = Construct.isConstruct(to) ? to.node.path : to;
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
