import type { IConstruct } from "constructs";

import { Bastion } from "../access";
import {
  checkConstruct,
  checkDuration,
  checkKnown,
  checkName,
  checkProps,
  checkUuid,
  checkZone,
  InvalidPropertyError,
  SHAPES,
} from "../core";
import type { GatewaySettling } from "../network";
import type { PublicGatewayProps } from "./public-gateway-props";

/**
 * Refuses what the provider or Scaleway would refuse in a gateway, and says of each what to write instead.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkPublicGateway(scope: IConstruct, props: PublicGatewayProps): void {
  checkProps(scope, props, SHAPES.PublicGatewayProps);
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkName(scope, "name", props.name);
  checkZone(scope, props.zone, props.network.region);
  checkUuid(scope, "projectId", props.projectId);
  checkKnown(scope, "defaultRoute", props.defaultRoute);
  checkBastion(scope, props.bastion);
  checkSettling(scope, props.settle);
  if (props.ip !== undefined)
    checkConstruct(scope, "ip", props.ip, "publicGatewayIpId", 'new PublicGatewayIp(this, "ip")');
}

function checkSettling(scope: IConstruct, settle: GatewaySettling | undefined): void {
  if (settle === undefined) return;
  checkProps(scope, settle, { types: { afterGateway: "string", afterRoute: "string" }, within: "settle" });
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
