import { InstancePlacementGroup } from "@cdktf/provider-scaleway/lib/instance-placement-group";
import { Construct, type IConstruct } from "constructs";

import { checkName, checkOneOf, checkProps, checkUuid, checkZone, copyOf, SHAPES, type Zone, zoneOfId } from "../core";
import { attachGuard, importAs } from "../guard";

/** What a placement group can want of its machines. */
export const PLACEMENT_POLICIES = ["max_availability", "low_latency"] as const;
/** What a placement group wants: machines apart from each other, or close together. */
export type PlacementPolicy = (typeof PLACEMENT_POLICIES)[number];

/** A placement group, made here or elsewhere. */
export interface IPlacementGroup extends IConstruct {
  /** Zonal id of the group, such as `fr-par-1/11111111-1111-1111-1111-111111111111`. */
  readonly placementGroupId: string;
  /** Its zone, where it was configured. */
  readonly zone?: string;
}

/** Properties of a {@link PlacementGroup}. */
export interface PlacementGroupProps {
  /** Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** @default "max_availability" */
  readonly policy?: PlacementPolicy | undefined;
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * Nodes of a pool on different machines, as far as Scaleway has them. Groups are zonal, and a pool's cannot change.
 *
 * Source: `scaleway_instance_placement_group`; `policy_mode` is deprecated, and never written.
 */
export class PlacementGroup extends Construct implements IPlacementGroup {
  /** Refers to a group that is not made in this stack. */
  public static fromPlacementGroupId(scope: Construct, id: string, placementGroupId: string): IPlacementGroup {
    return new ImportedPlacementGroup(scope, id, placementGroupId);
  }

  public readonly zone?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: InstancePlacementGroup;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: PlacementGroupProps = {}) {
    super(scope, id);
    checkProps(this, props, SHAPES.PlacementGroupProps);
    checkZone(this, props.zone, undefined);
    checkOneOf(this, "policy", props.policy, PLACEMENT_POLICIES);
    checkName(this, "name", props.name);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { policy = "max_availability", tags, ...attributes } = props;
    this.zone = props.zone;
    this.resource = new InstancePlacementGroup(this, "Resource", {
      ...attributes,
      policyType: policy,
      tags: copyOf(tags),
    });
    importAs(this.resource, props.importId);
  }

  public get placementGroupId(): string {
    return (this.id ??= this.resource.id);
  }
}

class ImportedPlacementGroup extends Construct implements IPlacementGroup {
  public readonly zone?: string;

  constructor(
    scope: Construct,
    id: string,
    public readonly placementGroupId: string,
  ) {
    super(scope, id);
    checkProps(this, { placementGroupId }, { types: { placementGroupId: "string" }, required: ["placementGroupId"] });
    this.zone = zoneOfId(placementGroupId);
  }
}
