import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { describeInvalid, isSuppressed, isToken, ownsResource, providerDefaults, resolvedText } from "../core";
import { exitsOf, type IPrivateNetwork } from "../network";
import type { INodePool } from "./i-node-pool";

/** What can lead traffic out of a Private Network: a Public Gateway that is attached to it, or a route of its VPC. */
const WAYS_OUT = ["scaleway_vpc_gateway_network", "scaleway_vpc_route"];

/**
 * The errors of pools whose nodes have no public address on a network that nothing leads out of: such nodes reach neither
 * the control plane nor a registry, and never become ready. A network made elsewhere may have a gateway made elsewhere, and where
 * another repository makes that of this network, the check `isolated-pool` is suppressed.
 */
export function isolatedPoolErrors(network: IPrivateNetwork, pools: readonly INodePool[]): string[] {
  const isolated = pools.filter(
    (pool) => pool.resource.publicIpDisabledInput === true && !isSuppressed(pool, "isolated-pool"),
  );
  if (isolated.length === 0 || !ownsResource(network) || hasWayOut(network)) return [];
  return [
    describeInvalid({
      property: `publicIpDisabled of ${isolated.map(({ node }) => node.path).join(", ")}`,
      value: true,
      requirement: `not be set where nothing leads out of ${network.node.path}: the nodes would never become ready`,
      suggestion:
        "Attach a Public Gateway to the network, with a default route, or leave publicIpDisabled out. Where another repository attaches " +
        'one: PlatformChecks.of(cluster).suppress("isolated-pool", "its gateway is in the network repository").',
    }),
  ];
}

/**
 * The error of zones with pools that no gateway serves, in a cluster whose nodes have no public address. A network made
 * elsewhere may have its gateways elsewhere, too.
 */
export function unservedZoneErrors(scope: IConstruct, network: IPrivateNetwork, pools: readonly INodePool[]): string[] {
  const exits = exitsOf(network).filter(({ isDefaultRoute }) => isDefaultRoute);
  if (exits.length === 0 && (!ownsResource(network) || isSuppressed(scope, "isolated-pool"))) return [];
  const { zone: inherited } = providerDefaults(scope);
  const served = exits.map(({ zone }) => zone ?? inherited);
  const isServed = (zone: string | undefined): boolean =>
    [zone, ...served].some((each) => each === undefined || isToken(each)) && served.length > 0;
  const zones = [...new Set(pools.map(({ zone }) => zone ?? inherited))].filter(
    (zone) => !isServed(zone) && !served.includes(zone),
  );
  if (zones.length === 0) return [];
  const named = zones.map((zone) => JSON.stringify(zone ?? "fr-par-1")).join(", ");
  return [
    describeInvalid({
      property: "isolation",
      value: "full",
      requirement: `have a gateway in each zone with pools, and there is none in ${zones.map((zone) => zone ?? "the provider's zone").join(", ")}`,
      suggestion: `Write, for example, network.addEgress("egress", { zones: [${named}] }).`,
    }),
  ];
}

function hasWayOut(network: IPrivateNetwork): boolean {
  if (exitsOf(network).length > 0) return true;
  return network.node.root.node
    .findAll()
    .filter((node) => TerraformResource.isTerraformResource(node))
    .some((resource) => WAYS_OUT.includes(resource.terraformResourceType) && mayServe(resource, network));
}

/** A gateway of the network's own stack names the network; from another stack the reference looks different. */
function mayServe(resource: TerraformResource & { privateNetworkIdInput?: string }, network: IPrivateNetwork): boolean {
  const sameStack = TerraformStack.of(resource) === TerraformStack.of(network);
  const named = resource.privateNetworkIdInput;
  return !sameStack || named === undefined || isSame(resource, named, network.privateNetworkId);
}

function isSame(scope: IConstruct, one: string, other: string): boolean {
  return resolvedText(scope, one) === resolvedText(scope, other);
}
