import type { IConstruct } from "constructs";

import { Bastion } from "../access";
import {
  areApart,
  checkConstruct,
  checkDuration,
  checkKnown,
  checkName,
  checkOneOf,
  checkProps,
  checkUuid,
  checkZone,
  describeInvalid,
  InvalidPropertyError,
  ownsResource,
  type PropertyTypes,
  providerDefaults,
  regionOfZone,
} from "../core";
import { GATEWAY_TYPES, type GatewaySettling, type IPrivateNetwork } from "../network";
import type { PublicGatewayProps } from "./public-gateway-props";

const TYPES: PropertyTypes<PublicGatewayProps> = {
  network: "any",
  type: "text",
  zone: "text",
  name: "text",
  address: "any",
  bastion: "any",
  smtp: "boolean",
  defaultRoute: "boolean",
  settle: "object",
  projectId: "text",
  tags: "texts",
  removalPolicy: "any",
  importId: "text",
};

/**
 * Refuses what the provider or Scaleway would refuse in a gateway, and says of each what to write instead.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkPublicGateway(scope: IConstruct, props: PublicGatewayProps): void {
  checkProps(scope, props, { types: TYPES, required: ["network"] });
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkOneOf(scope, "type", props.type, GATEWAY_TYPES);
  checkName(scope, "name", props.name);
  checkZone(scope, props.zone, props.network.region);
  checkUuid(scope, "projectId", props.projectId);
  checkKnown(scope, "defaultRoute", props.defaultRoute);
  checkBastion(scope, props.bastion);
  checkSettling(scope, props.settle);
  checkAddress(scope, props);
}

function checkSettling(scope: IConstruct, settle: GatewaySettling | undefined): void {
  if (settle === undefined) return;
  checkProps(scope, settle, { types: { afterGateway: "text", afterRoute: "text" }, within: "settle" });
  checkDuration(scope, "settle.afterGateway", settle.afterGateway);
  checkDuration(scope, "settle.afterRoute", settle.afterRoute);
}

function checkBastion(scope: IConstruct, bastion: unknown): void {
  if (bastion === undefined || bastion instanceof Bastion) return;
  throw new InvalidPropertyError(scope, {
    property: "bastion",
    value: bastion,
    requirement: "be a Bastion, which says who may reach it",
    suggestion: 'Write bastion: Bastion.from("203.0.113.0/24").',
  });
}

function checkAddress(scope: IConstruct, { address, zone }: PublicGatewayProps): void {
  if (address === undefined) return;
  checkConstruct(scope, "address", address, "publicGatewayIpId", 'new PublicGatewayIp(this, "ip")');
  if (areApart(zone, address.zone))
    throw new InvalidPropertyError(scope, addressElsewhere(address.node.path, zone, address.zone));
}

function addressElsewhere(path: string, zone = "", addressZone = "") {
  return {
    property: "address",
    value: path,
    requirement: `lie in the gateway's zone ${zone}, but it lies in ${addressZone}`,
    suggestion: "Reserve an address in the zone of the gateway.",
  };
}

/** A gateway as far as its place goes. */
interface PlacedGateway extends IConstruct {
  readonly zone?: string;
  readonly ip: IConstruct & { readonly zone?: string };
}

/** What only the complete stack can tell of where a gateway lies: the provider block may come after it. */
export function gatewayLocalityErrors(gateway: PlacedGateway, network: IPrivateNetwork): string[] {
  const defaults = providerDefaults(gateway);
  const zone = gateway.zone ?? defaults.zone;
  const addressZone = gateway.ip.zone ?? (ownsResource(gateway.ip) ? defaults.zone : undefined);
  const region = network.region ?? (ownsResource(network) ? providerDefaults(network).region : undefined);
  const outside = zone !== undefined && areApart(regionOfZone(zone), region);
  return [
    ...(outside
      ? [
          {
            property: "zone",
            value: zone,
            requirement: `lie in the network's region ${region ?? ""}`,
            suggestion: `Set zone of the gateway, or of the provider, to one of ${region ?? ""}.`,
          },
        ]
      : []),
    ...(areApart(zone, addressZone) ? [addressElsewhere(gateway.ip.node.path, zone, addressZone)] : []),
  ].map(describeInvalid);
}
