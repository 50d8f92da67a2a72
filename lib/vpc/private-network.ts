import { VpcPrivateNetwork } from "@cdktf/provider-scaleway/lib/vpc-private-network";
import type { IResolvable } from "cdktf";
import type { Construct } from "constructs";

import { checkSubnet } from "../access";
import {
  checkConstruct,
  checkName,
  checkProps,
  checkRegion,
  checkUuid,
  copyOf,
  dependOn,
  lifecycleOf,
  type Region,
  regionOfId,
  type RemovalPolicy,
  SHAPES,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPrivateNetwork } from "../network";
import { NetworkBase } from "./network-base";
import type { IVpc } from "./vpc";

/** Properties of a {@link PrivateNetwork}. */
export interface PrivateNetworkProps {
  /** @default - Scaleway makes up a name */
  readonly name?: string | undefined;
  /** The VPC to make the network in. Immutable. @default - the default VPC of the project and region */
  readonly vpc?: IVpc | undefined;
  /**
   * IPv4 block of the network in CIDR notation: private (RFC 1918), /20 to /29, and /22 or larger where a cluster
   * lives in it. Immutable.
   *
   * @default - Scaleway's IPAM picks a free /22
   */
  readonly subnet?: string | undefined;
  /** Whether default routes of the VPC are propagated to this network. @default - disabled by Scaleway */
  readonly enableDefaultRoutePropagation?: boolean | IResolvable | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** What is known of a network made elsewhere. */
export interface PrivateNetworkAttributes {
  /** Regional id of the network. */
  readonly privateNetworkId: string;
  /** @default - unknown, so that overlaps with it are not checked */
  readonly subnet?: string | undefined;
  /** @default - the one that the id begins with */
  readonly region?: Region | undefined;
}

/**
 * A regional Private Network: the first thing that a secure cluster needs.
 *
 * Source: `scaleway_vpc_private_network`; "Securing a cluster with a regional Private Network".
 *
 * @example
 * ```typescript
 * const network = new PrivateNetwork(stack, "workers", { subnet: "172.16.0.0/22" });
 * network.addEgress("internet", { zones: ["fr-par-1", "fr-par-2"] });
 * ```
 */
export class PrivateNetwork extends NetworkBase {
  /** Refers to a network that is not made in this stack. */
  public static fromPrivateNetworkId(scope: Construct, id: string, privateNetworkId: string): IPrivateNetwork {
    return new ImportedPrivateNetwork(scope, id, { privateNetworkId });
  }

  /** Refers to a network that is not made in this stack, with what is known of it. */
  public static fromPrivateNetworkAttributes(
    scope: Construct,
    id: string,
    attributes: PrivateNetworkAttributes,
  ): IPrivateNetwork {
    return new ImportedPrivateNetwork(scope, id, attributes);
  }

  /** IPv4 block, where it was configured. */
  public readonly subnet?: string;
  /** The network's region. Undefined: the provider's. */
  public readonly region?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: VpcPrivateNetwork;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: PrivateNetworkProps = {}) {
    super(scope, id);
    checkProps(this, props, SHAPES.PrivateNetworkProps);
    checkName(this, "name", props.name);
    checkRegion(this, props.region);
    checkSubnet(this, "subnet", props.subnet);
    checkUuid(this, "projectId", props.projectId);
    if (props.vpc !== undefined)
      checkConstruct(this, "vpc", props.vpc, "vpcId", 'Vpc.fromVpcId(this, "vpc", "fr-par/…")');
    attachGuard(this);

    const { vpc, subnet, removalPolicy, tags, ...attributes } = props;
    this.resource = new VpcPrivateNetwork(this, "Resource", {
      ...attributes,
      tags: copyOf(tags),
      vpcId: vpc?.vpcId,
      ipv4Subnet: subnet === undefined ? undefined : { subnet },
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
    if (vpc !== undefined) dependOn(this.resource, vpc);
    this.subnet = subnet;
    this.region = props.region;
  }

  /** Regional id of the network, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  public get privateNetworkId(): string {
    return (this.id ??= this.resource.id);
  }
}

class ImportedPrivateNetwork extends NetworkBase {
  public readonly privateNetworkId: string;
  public readonly subnet?: string;
  public readonly region?: string;

  constructor(scope: Construct, id: string, attributes: PrivateNetworkAttributes) {
    super(scope, id);
    checkProps(this, attributes, SHAPES.PrivateNetworkAttributes);
    checkRegion(this, attributes.region);
    checkSubnet(this, "subnet", attributes.subnet);
    this.privateNetworkId = attributes.privateNetworkId;
    this.subnet = attributes.subnet;
    this.region = attributes.region ?? regionOfId(attributes.privateNetworkId);
  }
}
