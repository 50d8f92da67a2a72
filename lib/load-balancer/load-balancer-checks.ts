import type { IConstruct } from "constructs";

import {
  areApart,
  checkConstruct,
  checkName,
  checkOneOf,
  checkProps,
  checkUuid,
  checkZone,
  describeInvalid,
  type InvalidProperty,
  InvalidPropertyError,
  ownsResource,
  type PropertyTypes,
  providerDefaults,
  regionOfZone,
} from "../core";
import type { IPrivateNetwork } from "../network";
import { LOAD_BALANCER_TYPES, type LoadBalancerProps, SSL_COMPATIBILITIES } from "./load-balancer-props";

const TYPES: PropertyTypes<LoadBalancerProps> = {
  network: "any",
  type: "text",
  zone: "text",
  name: "text",
  description: "text",
  address: "any",
  sslCompatibility: "text",
  projectId: "text",
  tags: "texts",
  removalPolicy: "any",
  importId: "text",
};

/**
 * Refuses what the provider or Scaleway would refuse in a load balancer.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkLoadBalancer(scope: IConstruct, props: LoadBalancerProps): void {
  checkProps(scope, props, { types: TYPES, required: ["network"] });
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkOneOf(scope, "type", props.type, LOAD_BALANCER_TYPES);
  checkOneOf(scope, "sslCompatibility", props.sslCompatibility, SSL_COMPATIBILITIES);
  checkName(scope, "name", props.name);
  checkZone(scope, props.zone, props.network.region);
  checkUuid(scope, "projectId", props.projectId);
  const { address, zone } = props;
  if (address === undefined) return;
  checkConstruct(scope, "address", address, "loadBalancerIpId", 'new LoadBalancerIp(this, "ip")');
  if (areApart(zone, address.zone)) {
    throw new InvalidPropertyError(scope, addressElsewhere(address.node.path, zone, address.zone));
  }
}

function addressElsewhere(path: string, zone = "", addressZone = ""): InvalidProperty {
  return {
    property: "address",
    value: path,
    requirement: `lie in the load balancer's zone ${zone}, but it lies in ${addressZone}`,
    suggestion: "Reserve an address in the zone of the load balancer.",
  };
}

/** A load balancer as far as its place goes. */
interface Placed extends IConstruct {
  readonly zone?: string;
  readonly ip: IConstruct & { readonly zone?: string };
}

/** What only the complete stack can tell of where a load balancer lies: the provider block may come after it. */
export function loadBalancerLocalityErrors(balancer: Placed, network: IPrivateNetwork): string[] {
  const defaults = providerDefaults(balancer);
  const zone = balancer.zone ?? defaults.zone;
  const addressZone = balancer.ip.zone ?? (ownsResource(balancer.ip) ? defaults.zone : undefined);
  const region = network.region ?? (ownsResource(network) ? providerDefaults(network).region : undefined);
  const outside: InvalidProperty[] =
    zone !== undefined && areApart(regionOfZone(zone), region)
      ? [
          {
            property: "zone",
            value: zone,
            requirement: `lie in the network's region ${region ?? ""}`,
            suggestion: `Set zone of the load balancer, or of the provider, to one of ${region ?? ""}.`,
          },
        ]
      : [];
  const elsewhere = areApart(zone, addressZone) ? [addressElsewhere(balancer.ip.node.path, zone, addressZone)] : [];
  return [...outside, ...elsewhere].map(describeInvalid);
}
