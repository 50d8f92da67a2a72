import { isKnownNodeType, NODE_TYPE_TABLE, type NodeProduct, offeredNodeTypes } from "../provider";
import { mostSimilar } from "../text";
import type { Judgement } from "./check";
import type { CheckedResource } from "./resource";

/** So many types are few enough to name them all. */
const FEW = 6;

/** A node type that Scaleway is not known to have, and the one that was probably meant. */
export function unknownType(resource: CheckedResource, argument: string, product: NodeProduct): Judgement[] {
  const type = resource.string(argument);
  if (type === undefined || type === "" || isKnownNodeType(product, type)) return [];
  const { date } = NODE_TYPE_TABLE[product];
  return [
    {
      message: `has ${argument} = ${JSON.stringify(type)}, which Scaleway did not have on ${date}`,
      fix: fixOf(type, offeredNodeTypes(product)),
    },
  ];
}

function fixOf(type: string, offered: readonly string[]): string {
  if (offered.length <= FEW) return `Write one of ${offered.join(", ")}.`;
  const meant = mostSimilar(type.replaceAll("_", "-"), offered, Math.max(2, type.length / 3));
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return `Take another, such as ${offered[0] ?? ""}; one that came since then can stay.`;
}
