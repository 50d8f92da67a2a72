import type { Zone } from "./localities";
import { documentedZonesExcept } from "./product-zones";

/** A range of node types, as far as Scaleway documents it. */
interface NodeRange {
  /** What the names of its types begin with. */
  readonly prefix: string;
  /** Whether its vCPUs are shared with others. */
  readonly isShared: boolean;
  /** Zones that have it. */
  readonly zones: readonly Zone[];
}

const GPU_ZONES: readonly Zone[] = ["fr-par-2", "pl-waw-2"];

/**
 * Ranges of Instances, of which Kapsule's node types are. What is not here is not known, and not judged.
 *
 * Source: Scaleway, "Instances datasheet" (validated 2025-03-03), and for GPUs "Product availability guide" (2025-12-04).
 */
const NODE_RANGES: readonly NodeRange[] = [
  { prefix: "STARDUST1-", isShared: true, zones: ["fr-par-1", "nl-ams-1", "pl-waw-2"] },
  { prefix: "DEV1-", isShared: true, zones: documentedZonesExcept("fr-par-3", "nl-ams-3", "pl-waw-3") },
  { prefix: "GP1-", isShared: true, zones: documentedZonesExcept("nl-ams-3", "pl-waw-3") },
  { prefix: "PLAY2-", isShared: true, zones: documentedZonesExcept("fr-par-3") },
  { prefix: "PRO2-", isShared: true, zones: documentedZonesExcept() },
  { prefix: "COPARM1-", isShared: true, zones: ["fr-par-2"] },
  { prefix: "ENT1-", isShared: false, zones: documentedZonesExcept() },
  { prefix: "POP2-HC-", isShared: false, zones: documentedZonesExcept("nl-ams-3", "pl-waw-1") },
  { prefix: "POP2-HM-", isShared: false, zones: documentedZonesExcept("nl-ams-3", "pl-waw-1") },
  { prefix: "POP2-HN-", isShared: false, zones: documentedZonesExcept("nl-ams-3", "pl-waw-1") },
  { prefix: "POP2-", isShared: false, zones: documentedZonesExcept("pl-waw-1") },
  { prefix: "B300-", isShared: false, zones: ["fr-par-2"] },
  { prefix: "H100-SXM-", isShared: false, zones: ["fr-par-2"] },
  { prefix: "H100-", isShared: false, zones: GPU_ZONES },
  { prefix: "L40S-", isShared: false, zones: GPU_ZONES },
  { prefix: "L4-", isShared: false, zones: GPU_ZONES },
  { prefix: "RENDER-S", isShared: false, zones: ["fr-par-1"] },
];

/** The range of a node type, where it is documented. The provider takes `_` and any letter case, too. */
export function rangeOf(nodeType: string): NodeRange | undefined {
  const written = nodeType.toUpperCase().replaceAll("_", "-");
  return NODE_RANGES.find(({ prefix }) => written.startsWith(prefix));
}
