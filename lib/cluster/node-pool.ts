import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { dependable, IResolvable, Lazy, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";

import { dependenciesOn } from "../core/dependencies";
import { Zone } from "../core/locality";
import { providerDefaults } from "../core/provider-defaults";
import { attachGuard } from "../guard/attach";
import { ICluster } from "./cluster";
import { checkNodePool } from "./node-pool-checks";
import { INodeSecurityGroup } from "./node-security-group";
import { poolLocalityErrors } from "./pool-locality";
import { derivePoolName } from "./pool-name";

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
  readonly maxSurge?: number;
  /** Nodes that may be out of service during an upgrade. @default - 1, by the provider */
  readonly maxUnavailable?: number;
}

/** System volume of the nodes. Immutable. */
export interface PoolRootVolume {
  /** @default - Scaleway's choice for the node type */
  readonly type?: "default_volume_type" | "l_ssd" | "b_ssd" | "sbs_5k" | "sbs_15k";
  /** Size in GB, 20 or more. @default - Scaleway's choice for the node type */
  readonly sizeInGb?: number;
}

/** A Kubernetes taint. */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
}

/** Options of a node pool in a given cluster. */
export interface NodePoolOptions {
  /** Instance type of the nodes, such as `DEV1-M`. Immutable. */
  readonly nodeType: string;
  /** Number of nodes. With autoscaling it counts only at creation. */
  readonly size: number;
  /**
   * The pool's exact name. A pool with a name of your own is destroyed before its replacement is created.
   *
   * @default - the construct's id and a digest of the immutable settings, so that a replacement is created first
   */
  readonly name?: string;
  /** @default - the size is fixed */
  readonly autoscaling?: PoolAutoscaling;
  /** Whether unhealthy nodes are replaced. @default - no, by the provider */
  readonly autohealing?: boolean | IResolvable;
  /** @default - one node at a time, by the provider */
  readonly upgradePolicy?: PoolUpgradePolicy;
  /** @default - Scaleway's choice for the node type */
  readonly rootVolume?: PoolRootVolume;
  /** Whether nodes have no public address. They then need a Public Gateway in their zone. Immutable. @default - no */
  readonly publicIpDisabled?: boolean | IResolvable;
  /** Zone of the nodes. Immutable. @default - the provider's zone */
  readonly zone?: Zone;
  /** A group of your own, in the pool's zone. @default - the cluster's group of that zone */
  readonly securityGroup?: INodeSecurityGroup;
  /** Zonal id of a placement group. Immutable. @default - none */
  readonly placementGroupId?: string;
  /** Immutable. @default - containerd */
  readonly containerRuntime?: "containerd" | "crio";
  /** Kubernetes labels that are reconciled on the nodes. @default - none */
  readonly labels?: Record<string, string>;
  /** Kubernetes taints that are reconciled on the nodes. Not together with startupTaints. @default - none */
  readonly taints?: Taint[];
  /** Kubernetes taints that new nodes start with. Not together with taints. @default - none */
  readonly startupTaints?: Taint[];
  /** Arguments of the kubelet. @default - none */
  readonly kubeletArgs?: Record<string, string>;
  /** Tags, some of which change the nodes (`taint=`, `noprefix=`). @default - none */
  readonly tags?: string[];
  /** Patch version, for clusters with `upgradePools: false`. @default - the cluster's version */
  readonly version?: string;
  /** Whether Terraform waits until the nodes are ready. @default - yes, by the provider */
  readonly waitForPoolReady?: boolean | IResolvable;
}

/** Properties of a {@link NodePool}. */
export interface NodePoolProps extends NodePoolOptions {
  /** The cluster that the nodes join. Immutable. */
  readonly cluster: ICluster;
}

/**
 * Nodes of one type in one zone. A pool waits for the security group of its zone, and for the cluster's API access.
 *
 * Source: `scaleway_k8s_pool`.
 */
export class NodePool extends Construct {
  /** Regional id of the pool. */
  public readonly poolId: string;
  /** Name of the pool, which the names of its nodes contain. */
  public readonly name: string;
  /** Number of nodes at creation. */
  public readonly size: number;
  /** Patch version of the pool, where it was stated. */
  public readonly version?: string;
  /** Zone of the nodes. Undefined: the provider's zone. */
  public readonly zone?: string;
  /** The group that the nodes are in. */
  public readonly securityGroup: INodeSecurityGroup;
  /** The underlying resource, for what has no property here. */
  public readonly resource: K8SPool;
  private dependsOn?: string[];

  /** @throws InvalidPropertyError when a property is out of its bounds, or the pool's zone has no security group */
  constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    checkNodePool(this, props);
    attachGuard(this);

    const { cluster, name, autoscaling, rootVolume, securityGroup, ...options } = props;
    const { group, waitFor } = cluster.bindPool(this, options.zone, securityGroup);
    this.name = name ?? this.derivedName(props);
    this.size = options.size;
    this.version = options.version;
    this.zone = options.zone;
    this.securityGroup = group;
    this.resource = new K8SPool(this, "Resource", {
      ...options,
      clusterId: cluster.clusterId,
      name: this.name,
      region: cluster.region,
      ...(autoscaling && { autoscaling: true, ...autoscaling }),
      rootVolumeType: rootVolume?.type,
      rootVolumeSizeInGb: rootVolume?.sizeInGb,
      securityGroupId: group.securityGroupId,
      dependsOn: dependenciesOn(this, group, ...waitFor),
      lifecycle: poolLifecycle(name === undefined, autoscaling !== undefined),
    });
    this.poolId = this.resource.id;
    this.node.addValidation({ validate: () => poolLocalityErrors(this, cluster) });
    cluster.poolJoined(this);
  }

  /** Makes Terraform create this pool after another one, instead of the one that was named before. */
  public waitFor(other: NodePool): void {
    this.dependsOn ??= this.resource.dependsOn ?? [];
    this.resource.dependsOn = [...this.dependsOn, dependable(other.resource)];
  }

  private derivedName(props: NodePoolProps): string {
    const { rootVolume, zone, ...settings } = props;
    return Lazy.stringValue({
      produce: () =>
        derivePoolName(this.node.id, {
          ...settings,
          rootVolumeType: rootVolume?.type,
          rootVolumeSizeInGb: rootVolume?.sizeInGb,
          // An inherited zone and the same one written out are the same pool to the provider.
          zone: zone === providerDefaults(this).zone ? undefined : zone,
        }),
    });
  }
}

function poolLifecycle(derivedName: boolean, autoscaled: boolean): TerraformResourceLifecycle | undefined {
  if (!derivedName && !autoscaled) return undefined;
  return {
    ...(derivedName && { createBeforeDestroy: true }),
    // The provider reads the autoscaler's size back and would plan to undo it, without effect, at every run.
    ...(autoscaled && { ignoreChanges: ["size"] }),
  };
}
