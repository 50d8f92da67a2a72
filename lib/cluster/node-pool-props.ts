import type { ICluster } from "./i-cluster";
import type { NodePoolOptions } from "./node-pool-options";

/** Properties of a {@link NodePool}. */
export interface NodePoolProps extends NodePoolOptions {
  /** The cluster that the nodes join. Immutable. */
  readonly cluster: ICluster;
}
