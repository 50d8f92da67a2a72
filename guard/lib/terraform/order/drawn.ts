import type { DrawingPart, Mark } from "../../drawing";
import type { GraphNode } from "./graph-node";

/** What waits for what, as it is drawn: wide strokes are protected, red ones public; a resource can be both. */
export function drawn(nodes: readonly GraphNode[], arrows: readonly (readonly [string, string])[]): DrawingPart {
  return {
    nodes: nodes.map(({ address, name, type, isProtected, isPublic }) => {
      const marks: Mark[] = [];
      if (isProtected) marks.push("protected");
      if (isPublic) marks.push("public");
      return { id: address, lines: [name, type.replace("scaleway_", "")], marks };
    }),
    arrows: arrows.map(([first, then]) => ({ first, then })),
  };
}
