import { isKnownNodeType, isNodeOfKapsule, NODE_TYPE_TABLE, type NodeProduct, offeredNodeTypes } from "../provider";
import { mostSimilar } from "../text";
import type { Judgement } from "./check";
import type { CheckedResource } from "./resource";

/** So many types are few enough to name them all. */
const FEW = 8;

/** A type of each product that is taken everywhere, for whoever wrote something like none. */
const USUAL: Readonly<Partial<Record<NodeProduct, string>>> = {
  instance: "DEV1-M",
  database: "DB-DEV-S",
  mongodb: "MGDB-PLAY2-NANO",
};

/** A node type that is not known, and the one that was probably meant. */
export function unknownType(resource: CheckedResource, argument: string, product: NodeProduct): Judgement[] {
  const type = resource.string(argument);
  if (type === undefined || isKnownNodeType(product, type)) return [];
  const { date } = NODE_TYPE_TABLE[product];
  return [
    {
      message: `has ${argument} = ${JSON.stringify(type)}, which is not in Scaleway's list of ${date}`,
      fix: fixOf(type, product),
    },
  ];
}

function fixOf(type: string, product: NodeProduct): string {
  const offered = offeredNodeTypes(product).filter((each) => product !== "instance" || isNodeOfKapsule(each));
  if (offered.length <= FEW) return `Write one of ${offered.join(", ")}.`;
  const meant = mostSimilar(type.replaceAll("_", "-"), offered, Math.max(2, type.length / 3));
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return `Take another, such as ${USUAL[product] ?? offered[0] ?? ""}; a type that Scaleway added since then can stay.`;
}
