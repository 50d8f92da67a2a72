import { NODE_TYPE_TABLE, type NodeProduct, type NodeTypes } from "./known-node-types";
import type { Zone } from "./localities";

/**
 * Instance types that have too little memory for a node of Kapsule, and those that run Windows.
 *
 * Source: scaleway-sdk-go, `k8s/v1`, `CreatePoolRequest.NodeType` (2026-08-20).
 */
const NO_NODES_OF_KAPSULE = /^(?:DEV1-S|PLAY2-PICO|STARDUST1-S|.*-WIN)$/;

/** The type of a Kosmos node, which is at another provider. */
const EXTERNAL = "EXTERNAL";

/** Whether Kapsule takes an Instance type for its nodes. */
export function isNodeOfKapsule(type: string): boolean {
  return !NO_NODES_OF_KAPSULE.test(spelled("instance", type));
}

/** The node types of a product that are to be had, as Scaleway spells them. */
export function offeredNodeTypes(product: NodeProduct): readonly string[] {
  return offeredIn(NODE_TYPE_TABLE[product]);
}

/** The types among those of one product that are to be had. */
export function offeredIn({ offers }: NodeTypes): readonly string[] {
  return offers.flatMap(({ types }) => types);
}

/** Whether a product has a node type, or had it, in whatever spelling the provider takes. */
export function isKnownNodeType(product: NodeProduct, type: string): boolean {
  const name = spelled(product, type);
  if (product === "instance" && name === EXTERNAL) return true;
  return knownOf(product).has(name);
}

/** The zones that have a node type; undefined where that is not known. */
export function zonesOfNodeType(product: NodeProduct, type: string): readonly Zone[] | undefined {
  const name = spelled(product, type);
  const zones = NODE_TYPE_TABLE[product].offers.find(({ types }) => types.includes(name))?.zones;
  return zones === undefined || zones.length === 0 ? undefined : zones;
}

/** Whether it is known which node types a zone has. */
export function isZoneWithNodeTypes(product: NodeProduct, zone: string): boolean {
  return NODE_TYPE_TABLE[product].offers.some(({ zones }) => (zones as readonly string[]).includes(zone));
}

/** The provider takes any letter case, and for the nodes of a pool `_` for `-` (`ignoreCaseAndHyphen` of its behaviour). */
function spelled(product: NodeProduct, type: string): string {
  const name = type.toUpperCase();
  return product === "instance" ? name.replaceAll("_", "-") : name;
}

function knownOf(product: NodeProduct): ReadonlySet<string> {
  const known = KNOWN.get(product) ?? new Set([...offeredNodeTypes(product), ...NODE_TYPE_TABLE[product].retired]);
  KNOWN.set(product, known);
  return known;
}

const KNOWN = new Map<NodeProduct, ReadonlySet<string>>();
