import type { ResourceBehaviour } from "../../provider";
import type { ResourceBlock, ValueMap } from "../../terraform";
import type { Existing } from "../baseline";

/** One object that exists, and what is wanted of it. */
export interface InstanceComparison {
  readonly existing: Existing;
  readonly block: ResourceBlock;
  /** What the release of the provider that plans does with its type. */
  readonly behaviour: ResourceBehaviour;
  /** What the configuration sets. */
  readonly wanted: ValueMap;
}
