import { Vpc as VpcResource } from "@cdktf/provider-scaleway/lib/vpc";
import type { IResolvable } from "cdktf";
import { Construct, type IConstruct } from "constructs";

import {
  checkName,
  checkProps,
  checkRegion,
  checkUuid,
  copyOf,
  lifecycleOf,
  type Region,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";

/** A VPC, made here or elsewhere. */
export interface IVpc extends IConstruct {
  /** Regional id of the VPC, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly vpcId: string;
}

/** Properties of a {@link Vpc}. */
export interface VpcProps {
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** Whether Private Networks of the VPC route to each other. @default - enabled by Scaleway */
  readonly enableRouting?: boolean | IResolvable | undefined;
  /** Whether custom routes are propagated to the VPC's Private Networks. @default - disabled by Scaleway */
  readonly enableCustomRoutesPropagation?: boolean | IResolvable | undefined;
  /** Whether the VPC passes on routes between its peers. Immutable. @default - disabled by Scaleway */
  readonly enableTransitivity?: boolean | IResolvable | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/**
 * An isolated set of regional Private Networks.
 *
 * Source: `scaleway_vpc`.
 *
 * @example
 * ```typescript
 * const vpc = new Vpc(stack, "vpc", { name: "production" });
 * new PrivateNetwork(stack, "workers", { vpc, subnet: "172.16.0.0/22" });
 * ```
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
    checkProps(this, props, SHAPES.VpcProps);
    checkName(this, "name", props.name);
    checkRegion(this, props.region);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);

    const { removalPolicy, tags, ...attributes } = props;
    this.resource = new VpcResource(this, "Resource", {
      ...attributes,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
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
    checkProps(this, { vpcId }, { types: { vpcId: "string" }, required: ["vpcId"] });
  }
}
