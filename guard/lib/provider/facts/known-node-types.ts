import type { Zone } from "./localities";
import json from "./node-type-table.json";

/** The products whose nodes have a type of their own. */
export type NodeProduct = "instance" | "database" | "redis" | "mongodb" | "loadBalancer" | "gateway";

/** Node types that are to be had in the same zones. */
export interface NodeOffer {
  /** Empty where the source names none. */
  readonly zones: readonly Zone[];
  readonly types: readonly string[];
}

/** The node types of a product, as far as they are public. */
export interface NodeTypes {
  /** Where they are from. */
  readonly source: string;
  /** When they were read there, as in `2026-08-18`. */
  readonly date: string;
  readonly offers: readonly NodeOffer[];
  /** Types that are not offered any more, and that what exists may still have. */
  readonly retired: readonly string[];
}

/** Node types of every product. `npm run node-types` refreshes the file. */
export type NodeTypeTable = Readonly<Record<NodeProduct, NodeTypes>>;

/** What is known of the node types that Scaleway has. */
export const NODE_TYPE_TABLE = json as NodeTypeTable;
