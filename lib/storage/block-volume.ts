import { BlockSnapshot } from "@cdktf/provider-scaleway/lib/block-snapshot";
import { BlockVolume as BlockVolumeResource } from "@cdktf/provider-scaleway/lib/block-volume";
import { Construct } from "constructs";
import { volumeSpeed } from "kapsule-guard/checks";
import { BLOCK_SPEEDS, type BlockSpeed } from "kapsule-guard/provider";

import {
  checkBy,
  checkInteger,
  checkName,
  checkProps,
  checkUuid,
  checkZone,
  copyOf,
  defaultName,
  dependOn,
  lifecycleOf,
  type RemovalPolicy,
  scopeOf,
  SHAPES,
  type Zone,
} from "../core";
import { attachGuard, importAs } from "../guard";

export { BLOCK_SPEEDS, type BlockSpeed };

/** Properties of a {@link BlockVolume}. */
export interface BlockVolumeProps {
  /** GB, 5 or more. It only grows: a smaller one is another volume. */
  readonly sizeInGb: number;
  /** Operations a second. */
  readonly iops: BlockSpeed;
  /** The zone of the nodes that mount it. Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** @default - the construct's path, with hyphens */
  readonly name?: string | undefined;
  /** Zonal id of a snapshot that it starts from. Immutable. @default - it starts empty */
  readonly snapshotId?: string | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

const LEAST_GB = 5;

/**
 * A block volume that outlives the cluster which mounts it, by a PersistentVolume with its `volumeHandle`.
 *
 * Source: `scaleway_block_volume`, `scaleway_block_snapshot`.
 */
export class BlockVolume extends Construct {
  /** The underlying resource, for what has no property here. */
  public readonly resource: BlockVolumeResource;
  private readonly zone: Zone | undefined;
  private readonly removalPolicy: RemovalPolicy | undefined;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: BlockVolumeProps) {
    super(scope, id);
    checkProps(this, props, SHAPES.BlockVolumeProps);
    checkInteger(this, "sizeInGb", props.sizeInGb, { min: LEAST_GB, unit: "GB" });
    checkBy(this, volumeSpeed, { iops: { property: "iops", value: props.iops } });
    checkZone(this, props.zone, undefined);
    checkName(this, "name", props.name);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { tags, removalPolicy, name = defaultName(this), ...attributes } = props;
    this.zone = props.zone;
    this.removalPolicy = removalPolicy;
    this.resource = new BlockVolumeResource(this, "Resource", {
      ...attributes,
      name,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }

  /** Zonal id of the volume, as a PersistentVolume of the driver `csi.scaleway.com` has it in `volumeHandle`. */
  public get volumeHandle(): string {
    return (this.id ??= this.resource.id);
  }

  /** Makes a snapshot of the volume, once. It is protected as the volume is. */
  public addSnapshot(id: string): BlockSnapshot {
    const scope = new Construct(scopeOf(this, "Snapshots"), id);
    const snapshot = new BlockSnapshot(scope, "Resource", {
      name: defaultName(this, id),
      volumeId: this.volumeHandle,
      zone: this.zone,
      lifecycle: lifecycleOf(scope, this.removalPolicy),
    });
    dependOn(snapshot, this);
    return snapshot;
  }
}
