import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { EGRESS_TYPES } from "kapsule-guard/provider";

import { describeInvalid, isSuppressed, isToken, ownsResource, providerDefaults, resolvedString } from "../core";
import { egressPointsOf, type IPrivateNetwork } from "../network";
import type { INodePool } from "./i-node-pool";

/**
 * The errors of pools whose nodes have no public IPs on a network of another stack that nothing in the app leads out of. In one stack
 * the check `isolated-pool` tells it, and what suppresses that suppresses this; a network made elsewhere may have its gateway elsewhere.
 */
export function isolatedPoolErrors(scope: IConstruct, network: IPrivateNetwork, pools: readonly INodePool[]): string[] {
  const isolated = pools.filter(
    (pool) => pool.resource.publicIpDisabledInput === true && !isSuppressed(pool, "isolated-pool"),
  );
  const isOfOtherStack = TerraformStack.of(network) !== TerraformStack.of(scope);
  if (isolated.length === 0 || !isOfOtherStack || !ownsResource(network) || hasEgress(network)) return [];
  return [
    describeInvalid({
      property: `publicIps of ${isolated.map(({ node }) => node.path).join(", ")}`,
      value: false,
      requirement: `not be false where nothing leads out of ${network.node.path}: the nodes would never become ready`,
      suggestion:
        "Attach a Public Gateway to the network, with a default route, or leave publicIps out. Where another repository attaches " +
        'one: PlatformChecks.of(cluster).suppress("isolated-pool", "its gateway is in the network repository").',
    }),
  ];
}

/** Only in the network's own stack does a gateway say by a plain reference which network it is of. */
function hasEgress(network: IPrivateNetwork): boolean {
  if (egressPointsOf(network).length > 0) return true;
  const resources = network.node.root.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
  return resources.some(
    (resource: TerraformResource & { readonly privateNetworkIdInput?: string }) =>
      EGRESS_TYPES.includes(resource.terraformResourceType) &&
      (resource.privateNetworkIdInput === undefined ||
        TerraformStack.of(resource) !== TerraformStack.of(network) ||
        resolvedString(resource, resource.privateNetworkIdInput) === resolvedString(network, network.privateNetworkId)),
  );
}

/**
 * The error of zones with pools that no gateway serves, in a cluster whose nodes have no public address. A network made
 * elsewhere may have its gateways elsewhere, too.
 */
export function unservedZoneErrors(scope: IConstruct, network: IPrivateNetwork, pools: readonly INodePool[]): string[] {
  const egressPoints = egressPointsOf(network).filter(({ isDefaultRoute }) => isDefaultRoute);
  if (egressPoints.length === 0 && (!ownsResource(network) || isSuppressed(scope, "isolated-pool"))) return [];
  const { zone: inherited } = providerDefaults(scope);
  const served = egressPoints.map(({ zone }) => zone ?? inherited);
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
