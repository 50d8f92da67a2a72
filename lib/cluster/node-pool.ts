import { K8SPool } from "@cdktf/provider-scaleway/lib/k8s-pool";
import { type IResolvable, Op, type TerraformResourceLifecycle } from "cdktf";
import { Construct, type IConstruct } from "constructs";

import { checkLocality, copyOf, dependOn, InvalidPropertyError, LateValue, providerDefaults } from "../core";
import { attachGuard, importAs } from "../guard";
import type { INodePool } from "./i-node-pool";
import type { INodeSecurityGroup } from "./i-node-security-group";
import { checkNodePool } from "./node-pool-checks";
import type { NodePoolProps } from "./node-pool-props";
import { type IPlacementGroup, PlacementGroup } from "./placement-group";
import { poolHostOf } from "./pool-host";
import { derivePoolName } from "./pool-name";

/**
 * Nodes of one type in one zone. A pool waits for the security group of its zone, and for the cluster's API access.
 *
 * Source: `scaleway_k8s_pool`.
 *
 * @example
 * ```typescript
 * new NodePool(stack, "batch", {
 *   cluster,
 *   nodeType: "PRO2-M",
 *   size: 1,
 *   autoscaling: { minSize: 0, maxSize: 10 },
 *   labels: { workload: "batch" },
 * });
 * ```
 */
export class NodePool extends Construct implements INodePool {
  /** Name of the pool, which the names of its nodes contain. */
  public readonly name: string;
  /** Number of nodes at creation. */
  public readonly size: number;
  /** Patch version of the pool, where it was configured. */
  public readonly version?: string;
  /** Zone of the nodes. Undefined: the provider's zone. */
  public readonly zone?: string;
  /** The group that the nodes are in. */
  public readonly securityGroup: INodeSecurityGroup;
  public readonly placement?: IPlacementGroup;
  /** The underlying resource, for what has no property here. */
  public readonly resource: K8SPool;
  private readonly dependencies: IConstruct[];
  private predecessor?: INodePool;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds, or the pool's zone has no security group */
  constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    checkNodePool(this, props);
    attachGuard(this);

    const { cluster, name, autoscaling, rootVolume, securityGroup, placement, publicIps, ...options } = props;
    const host = poolHostOf(cluster);
    const { group, waitFor, isolated } = host.bindPool(this, options.zone, securityGroup);
    const publicIpDisabled = isolated === true ? isolatedIn(this, publicIps) : negated(publicIps);
    this.placement = placement === "spread" ? new PlacementGroup(this, "Placement", { zone: options.zone }) : placement;
    const placementGroupId = this.placement?.placementGroupId ?? options.placementGroupId;
    this.name = name ?? this.derivedName({ ...props, placementGroupId }, publicIpDisabled);
    this.size = options.size;
    this.version = options.version;
    this.zone = options.zone;
    this.securityGroup = group;
    this.resource = new K8SPool(this, "Resource", {
      ...options,
      publicIpDisabled,
      placementGroupId,
      tags: copyOf(options.tags),
      taints: copyOf(options.taints),
      startupTaints: copyOf(options.startupTaints),
      clusterId: cluster.clusterId,
      name: this.name,
      region: cluster.region,
      ...(autoscaling && { autoscaling: true, ...autoscaling }),
      rootVolumeType: rootVolume?.type,
      rootVolumeSizeInGb: rootVolume?.sizeInGb,
      securityGroupId: group.securityGroupId,
      lifecycle: poolLifecycle(name === undefined, autoscaling !== undefined),
    });
    importAs(this.resource, props.importId);
    this.dependencies = [group, ...waitFor];
    this.orderAfter();
    checkLocality(this, { zone: options.zone }, [
      { property: "cluster", to: cluster, kind: "region" },
      { property: "securityGroup", to: group, kind: "zone" },
      { property: "placement", to: this.placement, kind: "zone" },
      { property: "placementGroupId", to: options.placementGroupId, kind: "zone" },
    ]);
    host.poolJoined(this);
  }

  /** Regional id of the pool. */
  public get poolId(): string {
    return (this.id ??= this.resource.id);
  }

  public waitFor(construct: IConstruct): void {
    this.dependencies.push(construct);
    this.orderAfter();
  }

  public startAfter(other: INodePool): void {
    this.predecessor = other;
    this.orderAfter();
  }

  private orderAfter(): void {
    dependOn(this.resource, ...this.dependencies, ...(this.predecessor === undefined ? [] : [this.predecessor]));
  }

  private derivedName(
    { nodeType, rootVolume, zone, ...options }: NodePoolProps,
    publicIpDisabled: boolean | IResolvable | undefined,
  ): string {
    const produce = () =>
      derivePoolName(this.node.id, {
        node_type: nodeType,
        container_runtime: options.containerRuntime,
        placement_group_id: options.placementGroupId,
        public_ip_disabled: publicIpDisabled,
        root_volume_type: rootVolume?.type,
        root_volume_size_in_gb: rootVolume?.sizeInGb,
        // An inherited zone and the same one written out are the same pool to the provider.
        zone: zone === providerDefaults(this).zone ? undefined : zone,
      });
    return new LateValue(produce).toString();
  }
}

/** Nodes of a fully isolated cluster have no public IPs, whatever the pool leaves out. */
function isolatedIn(pool: NodePool, publicIps: NodePoolProps["publicIps"]): true {
  if (publicIps === undefined || publicIps === false) return true;
  throw new InvalidPropertyError(pool, {
    property: "publicIps",
    value: publicIps,
    requirement: 'be false in a cluster with isolation: "full"',
    suggestion: 'Leave it out, or make the cluster with isolation: "controlled".',
  });
}

function negated(flag: NodePoolProps["publicIps"]): boolean | IResolvable | undefined {
  if (flag === undefined) return undefined;
  return typeof flag === "boolean" ? !flag : Op.not(flag);
}

function poolLifecycle(derivedName: boolean, autoscaled: boolean): TerraformResourceLifecycle | undefined {
  if (!derivedName && !autoscaled) return undefined;
  return {
    ...(derivedName && { createBeforeDestroy: true }),
    // The provider reads the autoscaler's size back and would plan to undo it, without effect, at every run.
    ...(autoscaled && { ignoreChanges: ["size"] }),
  };
}
