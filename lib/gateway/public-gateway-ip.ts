import { VpcPublicGatewayIp as VpcPublicGatewayIpResource } from "@cdktf/provider-scaleway/lib/vpc-public-gateway-ip";
import type { Construct } from "constructs";

import { ImportedReservedIp, type IPublicGatewayIp, ReservedIp, type ReservedIpProps } from "../network";

/** Properties of a {@link PublicGatewayIp}. */
export type PublicGatewayIpProps = ReservedIpProps;

/**
 * An address that outlives its gateway, so that the allow lists of others go on holding.
 *
 * Source: `scaleway_vpc_public_gateway_ip`.
 */
export class PublicGatewayIp extends ReservedIp<VpcPublicGatewayIpResource> implements IPublicGatewayIp {
  /** Refers to an address that is not made in this stack. @param address The IPv4 address. */
  public static fromPublicGatewayIpId(
    scope: Construct,
    id: string,
    publicGatewayIpId: string,
    address: string,
  ): IPublicGatewayIp {
    return new ImportedPublicGatewayIp(scope, id, "publicGatewayIpId", { id: publicGatewayIpId, address });
  }

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: PublicGatewayIpProps = {}) {
    super(scope, id, props, (...given) => new VpcPublicGatewayIpResource(...given));
  }

  public get publicGatewayIpId(): string {
    return this.reservedIpId;
  }

  protected addressOf(resource: VpcPublicGatewayIpResource): string {
    return resource.address;
  }
}

class ImportedPublicGatewayIp extends ImportedReservedIp implements IPublicGatewayIp {
  public get publicGatewayIpId(): string {
    return this.reservedIpId;
  }
}
