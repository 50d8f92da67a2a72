import type { IResolvable } from "cdktf";
import type { NodeType } from "kapsule-guard/provider";

import type { Zone } from "../core";
import type { INodeSecurityGroup } from "./i-node-security-group";
import type { IPlacementGroup } from "./placement-group";

export type { NodeType } from "kapsule-guard/provider";

/** Types of a node's system volume; `default_volume_type` is Scaleway's choice for the node type. */
export const ROOT_VOLUME_TYPES = ["default_volume_type", "l_ssd", "b_ssd", "sbs_5k", "sbs_15k"] as const;
/** Type of a node's system volume. */
export type RootVolumeType = (typeof ROOT_VOLUME_TYPES)[number];

/** What can run the containers of a node. */
export const CONTAINER_RUNTIMES = ["containerd", "crio"] as const;
/** What runs the containers of a node. */
export type ContainerRuntime = (typeof CONTAINER_RUNTIMES)[number];

/** What a taint can do to pods that do not tolerate it. */
export const TAINT_EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"] as const;
/** What a taint does to pods that do not tolerate it. */
export type TaintEffect = (typeof TAINT_EFFECTS)[number];

/** Bounds between which the cluster autoscaler sizes a pool. */
export interface PoolAutoscaling {
  /** Fewest nodes. */
  readonly minSize: number;
  /** Most nodes, at least one. */
  readonly maxSize: number;
}

/** How many nodes an upgrade may touch at a time. Not both may be zero. */
export interface PoolUpgradePolicy {
  /** Nodes that an upgrade may add. @default - 0, by the provider */
  readonly maxSurge?: number | undefined;
  /** Nodes that may be out of service during an upgrade. @default - 1, by the provider */
  readonly maxUnavailable?: number | undefined;
}

/** System volume of the nodes. Immutable. */
export interface PoolRootVolume {
  /** @default - Scaleway's choice for the node type */
  readonly type?: RootVolumeType | undefined;
  /** Size in GB, 20 or more. @default - Scaleway's choice for the node type */
  readonly sizeInGb?: number | undefined;
}

/** A Kubernetes taint. */
export interface Taint {
  /** Key of the taint. */
  readonly key: string;
  /** Value of the taint. */
  readonly value: string;
  /** What happens to pods that do not tolerate it. */
  readonly effect: TaintEffect;
}

/** Options of a node pool in a given cluster. */
export interface NodePoolOptions {
  /** Instance type of the nodes, such as `DEV1-M`. Immutable. */
  readonly nodeType: NodeType;
  /** Number of nodes. With autoscaling it counts only at creation. */
  readonly size: number;
  /**
   * The pool's exact name. A pool with a name of your own is destroyed before its replacement is created.
   *
   * @default - the construct's id and a digest of the immutable settings, so that a replacement is created first
   */
  readonly name?: string | undefined;
  /** @default - the size is fixed */
  readonly autoscaling?: PoolAutoscaling | undefined;
  /** Whether unhealthy nodes are replaced. @default - no, by the provider */
  readonly autohealing?: boolean | IResolvable | undefined;
  /** @default - one node at a time, by the provider */
  readonly upgradePolicy?: PoolUpgradePolicy | undefined;
  /** @default - Scaleway's choice for the node type */
  readonly rootVolume?: PoolRootVolume | undefined;
  /** Whether nodes have public IPs. Without, they need a Public Gateway in their zone. Immutable. @default true */
  readonly publicIps?: boolean | IResolvable | undefined;
  /** Zone of the nodes. Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** A group of your own, in the pool's zone. @default - the cluster's group of that zone */
  readonly securityGroup?: INodeSecurityGroup | undefined;
  /**
   * Where the nodes stand: `spread` makes a placement group for them, on different machines as far as there are any; or a group
   * of your own, in the pool's zone. Immutable.
   *
   * @default - wherever Scaleway has room
   */
  readonly placement?: "spread" | IPlacementGroup | undefined;
  /** Zonal id of a placement group, instead of `placement`. Immutable. @default - none */
  readonly placementGroupId?: string | undefined;
  /** Immutable. @default - containerd */
  readonly containerRuntime?: ContainerRuntime | undefined;
  /** Kubernetes labels that are reconciled on the nodes. @default - none */
  readonly labels?: Record<string, string> | undefined;
  /** Kubernetes taints that are reconciled on the nodes. Not together with startupTaints. @default - none */
  readonly taints?: readonly Taint[] | undefined;
  /** Kubernetes taints that new nodes start with. Not together with taints. @default - none */
  readonly startupTaints?: readonly Taint[] | undefined;
  /** Arguments of the kubelet. @default - none */
  readonly kubeletArgs?: Record<string, string> | undefined;
  /** Tags, some of which change the nodes (`taint=`, `noprefix=`). @default - none */
  readonly tags?: readonly string[] | undefined;
  /** Patch version, for clusters with `upgradePools: false`. @default - the cluster's version */
  readonly version?: string | undefined;
  /** Whether Terraform waits until the nodes are ready. @default - yes, by the provider */
  readonly waitForPoolReady?: boolean | IResolvable | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Options of pools of one kind, one in each of some zones. */
export interface ZonalPoolOptions<Z extends Zone = Zone> extends Omit<NodePoolOptions, "importId" | "zone"> {
  /** Zones of the nodes. */
  readonly zones: readonly Z[];
}
