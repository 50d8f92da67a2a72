import { VpcPublicGatewayIp as VpcPublicGatewayIpResource } from "@cdktf/provider-scaleway/lib/vpc-public-gateway-ip";
import { Construct } from "constructs";

import {
  checkProps,
  checkUuid,
  checkZone,
  copyOf,
  lifecycleOf,
  type PropertyTypes,
  type RemovalPolicy,
  type Zone,
  zoneOfId,
} from "../core";
import { attachGuard, importAs } from "../guard";
import type { IPublicGatewayIp } from "../network";

/** Properties of a {@link PublicGatewayIp}. */
export interface PublicGatewayIpProps {
  /** Immutable. @default - the provider's zone */
  readonly zone?: Zone | undefined;
  /** Name that the address resolves to. @default - none */
  readonly reverse?: string | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par-1/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

const TYPES: PropertyTypes<PublicGatewayIpProps> = {
  zone: "string",
  reverse: "string",
  projectId: "string",
  tags: "string list",
  removalPolicy: "any",
  importId: "string",
};

/**
 * An address that outlives its gateway, so that the allow lists of others go on holding.
 *
 * Source: `scaleway_vpc_public_gateway_ip`.
 */
export class PublicGatewayIp extends Construct implements IPublicGatewayIp {
  /** Refers to an address that is not made in this stack. @param address The IPv4 address. */
  public static fromPublicGatewayIpId(
    scope: Construct,
    id: string,
    publicGatewayIpId: string,
    address: string,
  ): IPublicGatewayIp {
    return new ImportedPublicGatewayIp(scope, id, publicGatewayIpId, address);
  }

  public readonly zone?: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: VpcPublicGatewayIpResource;
  private readonly made: { id?: string; address?: string } = {};

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: PublicGatewayIpProps = {}) {
    super(scope, id);
    checkProps(this, props, { types: TYPES });
    checkZone(this, props.zone, undefined);
    checkUuid(this, "projectId", props.projectId);
    attachGuard(this);
    const { removalPolicy, tags, ...attributes } = props;
    this.zone = props.zone;
    this.resource = new VpcPublicGatewayIpResource(this, "Resource", {
      ...attributes,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
  }

  public get publicGatewayIpId(): string {
    return (this.made.id ??= this.resource.id);
  }

  public get address(): string {
    return (this.made.address ??= this.resource.address);
  }
}

class ImportedPublicGatewayIp extends Construct implements IPublicGatewayIp {
  public readonly zone?: string;

  constructor(
    scope: Construct,
    id: string,
    public readonly publicGatewayIpId: string,
    public readonly address: string,
  ) {
    super(scope, id);
    checkProps(
      this,
      { publicGatewayIpId, address },
      { types: { publicGatewayIpId: "string", address: "string" }, required: ["publicGatewayIpId", "address"] },
    );
    this.zone = zoneOfId(publicGatewayIpId);
  }
}
