import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import type { IResolvable } from "cdktf";
import { Construct, type IConstruct } from "constructs";

import { checkBoolean, checkName, checkProps } from "../core/check";
import { checkRegion, type Region } from "../core/locality";
import { lifecycleOf, type RemovalPolicy } from "../core/removal-policy";
import { attachGuard } from "../guard/attach";

/** A VPC, made here or elsewhere. */
export interface IVpc extends IConstruct {
  /** Regional id of the VPC, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly vpcId: string;
}

/** Properties of a {@link Vpc}. */
export interface VpcProps {
  /** @default - Scaleway makes up a name */
  readonly name?: string;
  /** @default - the provider's region */
  readonly region?: Region;
  /** @default - the provider's project */
  readonly projectId?: string;
  /** @default - no tags */
  readonly tags?: string[];
  /** Whether Private Networks of the VPC route to each other. @default - enabled by Scaleway */
  readonly enableRouting?: boolean | IResolvable;
  /** Whether custom routes are propagated to the VPC's Private Networks. @default - disabled by Scaleway */
  readonly enableCustomRoutesPropagation?: boolean | IResolvable;
  /** Whether the VPC passes on routes between its peers. Immutable. @default - disabled by Scaleway */
  readonly enableTransitivity?: boolean | IResolvable;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * An isolated set of regional Private Networks.
 *
 * Source: `scaleway_vpc`.
 */
export class Vpc extends Construct implements IVpc {
  /** Refers to a VPC that is not made in this stack. */
  public static fromVpcId(scope: Construct, id: string, vpcId: string): IVpc {
    return new ImportedVpc(scope, id, vpcId);
  }

  /** The underlying resource, for what has no property here. */
  public readonly resource: VpcResource;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: VpcProps = {}) {
    super(scope, id);
    checkProps(this, props, []);
    checkName(this, "name", props.name);
    checkRegion(this, props.region);
    checkBoolean(this, "enableRouting", props.enableRouting);
    checkBoolean(this, "enableCustomRoutesPropagation", props.enableCustomRoutesPropagation);
    checkBoolean(this, "enableTransitivity", props.enableTransitivity);
    attachGuard(this);

    const { removalPolicy, ...attributes } = props;
    this.resource = new VpcResource(this, "Resource", {
      ...attributes,
      lifecycle: lifecycleOf(this, removalPolicy),
    });
  }

  public get vpcId(): string {
    return (this.id ??= this.resource.id);
  }
}

class ImportedVpc extends Construct implements IVpc {
  constructor(
    scope: Construct,
    id: string,
    public readonly vpcId: string,
  ) {
    super(scope, id);
    checkProps(this, { vpcId }, ["vpcId"]);
  }
}
