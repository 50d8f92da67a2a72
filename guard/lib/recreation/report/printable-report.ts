import type { DrawingPart } from "../../drawing";
import { printable, printableLines } from "../../text";
import type { Report } from "./report";

/** A report of which every text is printable, but for what is drawn of it. */
export function printableReport<Given extends Report>(report: Given): Given {
  const { place, affected, ...rest } = report;
  return {
    ...(printableParts(rest) as Given),
    ...(place === undefined ? {} : { place }),
    ...(affected === undefined ? {} : { affected }),
  };
}

/** A drawing of which every text is printable. */
export function printableDrawing(drawing: DrawingPart): DrawingPart {
  return printableParts(drawing) as DrawingPart;
}

function printableParts(part: unknown): unknown {
  if (typeof part === "string") return printable(part);
  if (Array.isArray(part)) return part.map(printableParts);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === "hcl" ? blocksOf(value) : printableParts(value)]),
  );
}

/** Blocks have several lines, and addresses in them, which are quoted. */
function blocksOf(blocks: unknown): unknown {
  return Array.isArray(blocks) ? blocks.map((block) => printableLines(String(block))) : blocks;
}
