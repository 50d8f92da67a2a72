import { IpamIp } from "@cdktf/provider-scaleway/lib/ipam-ip";
import { VpcGatewayNetwork } from "@cdktf/provider-scaleway/lib/vpc-gateway-network";
import { VpcPublicGateway } from "@cdktf/provider-scaleway/lib/vpc-public-gateway";
import { Construct } from "constructs";

import { checkLocality, copyOf, dependOn, lifecycleOf, TimeSleep } from "../core";
import { attachGuard, importAs } from "../guard";
import { addEgressPoint, type EgressPoint, type IPrivateNetwork, type IPublicGatewayIp } from "../network";
import { checkPublicGateway } from "./public-gateway-checks";
import { PublicGatewayIp } from "./public-gateway-ip";
import type { PublicGatewayProps } from "./public-gateway-props";

/**
 * A Public Gateway as the egress of a network: a reserved address, the gateway, and its attachment to the network with an
 * IPAM address, masquerading and a default route. Pools of clusters in the network wait for the attachment.
 *
 * Source: `scaleway_vpc_public_gateway`, `scaleway_vpc_gateway_network`; "Public Gateways" and "IPAM" of Scaleway.
 */
export class PublicGateway extends Construct implements EgressPoint {
  public readonly zone?: string;
  /** The reserved address. */
  public readonly ip: IPublicGatewayIp;
  /** The underlying resource, for what has no property here. */
  public readonly resource: VpcPublicGateway;
  /** What others wait for: the attachment to the network, or the end of the waiting after it. */
  public readonly attachment: Construct;
  public readonly isDefaultRoute: boolean;
  private id?: string;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: PublicGatewayProps) {
    super(scope, id);
    checkPublicGateway(this, props);
    attachGuard(this);
    const { network, zone, type = "VPC-GW-S", bastion, tags, projectId, removalPolicy } = props;
    this.zone = zone;
    this.isDefaultRoute = props.defaultRoute ?? true;
    this.ip = props.ip ?? new PublicGatewayIp(this, "Ip", { zone, projectId, tags, removalPolicy });
    this.resource = new VpcPublicGateway(this, "Resource", {
      name: props.name,
      type,
      zone,
      ipId: this.ip.publicGatewayIpId,
      ...bastion?.bind(this),
      enableSmtp: props.smtp,
      projectId,
      tags: copyOf(tags),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
    importAs(this.resource, props.importId);
    const attachment = this.attach(network, props);
    this.attachment = this.settled("RouteSettled", props.settle?.afterRoute, attachment) ?? attachment;
    checkLocality(this, { zone }, [
      { property: "network", to: network, kind: "region" },
      { property: "ip", to: props.ip, kind: "zone" },
    ]);
    addEgressPoint(network, this);
  }

  /** Zonal id of the gateway. */
  public get publicGatewayId(): string {
    return (this.id ??= this.resource.id);
  }

  /** The address from which machines behind the gateway reach the internet, as a /32 block. */
  public get cidr(): string {
    return `${this.ip.address}/32`;
  }

  private attach(network: IPrivateNetwork, props: PublicGatewayProps): Construct {
    const { tags, projectId } = props;
    const attachment = new Construct(this, "Attachment");
    const address = new IpamIp(attachment, "Ip", {
      source: [{ privateNetworkId: network.privateNetworkId }],
      region: network.region,
      projectId,
      tags: copyOf(tags),
    });
    const resource = new VpcGatewayNetwork(attachment, "Resource", {
      gatewayId: this.publicGatewayId,
      privateNetworkId: network.privateNetworkId,
      // The provider takes it from nowhere else, least of all from the gateway's id.
      zone: this.zone,
      enableMasquerade: true,
      ipamConfig: [{ pushDefaultRoute: this.isDefaultRoute, ipamIpId: address.id }],
    });
    dependOn(address, network);
    const gatewaySettled = this.settled("Settled", props.settle?.afterGateway, this);
    dependOn(resource, network, ...(gatewaySettled === undefined ? [] : [gatewaySettled]));
    return attachment;
  }

  /** Waits for a time after something, if at all. */
  private settled(id: string, duration: string | undefined, after: Construct): Construct | undefined {
    if (duration === undefined) return undefined;
    const scope = new Construct(this, id);
    dependOn(new TimeSleep(scope, "Resource", duration), after);
    return scope;
  }
}
