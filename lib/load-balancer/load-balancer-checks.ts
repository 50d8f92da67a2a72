import type { IConstruct } from "constructs";

import { checkConstruct, checkName, checkOneOf, checkProps, checkUuid, checkZone, SHAPES } from "../core";
import { type LoadBalancerProps, SSL_COMPATIBILITIES } from "./load-balancer-props";

/**
 * Refuses what the provider or Scaleway would refuse in a load balancer.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkLoadBalancer(scope: IConstruct, props: LoadBalancerProps): void {
  checkProps(scope, props, SHAPES.LoadBalancerProps);
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkOneOf(scope, "sslCompatibility", props.sslCompatibility, SSL_COMPATIBILITIES);
  checkName(scope, "name", props.name);
  checkZone(scope, props.zone, props.network.region);
  checkUuid(scope, "projectId", props.projectId);
  if (props.ip === undefined) return;
  checkConstruct(scope, "ip", props.ip, "loadBalancerIpId", 'new LoadBalancerIp(this, "ip")');
}
