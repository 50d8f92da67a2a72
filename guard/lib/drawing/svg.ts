import { dotOf } from "./dot";
import type { DrawingPart } from "./drawing";

/** A drawing as a picture, which Graphviz lays out. */
export async function svgOf(parts: readonly DrawingPart[]): Promise<string> {
  // It is larger than all else together, and most commands draw nothing.
  const { instance } = await import("@viz-js/viz");
  return `${(await instance()).renderString(dotOf(parts), { format: "svg" }).trimEnd()}\n`;
}
