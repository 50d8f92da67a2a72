import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { ownsResource } from "../core/dependencies";
import { describeInvalid } from "../core/invalid-property";
import { resolvedText } from "../core/text";
import type { IPrivateNetwork } from "../network/private-network";
import type { INodePool } from "./i-node-pool";

/** What can lead traffic out of a Private Network: a Public Gateway that is attached to it, or a route of its VPC. */
const WAYS_OUT = ["scaleway_vpc_gateway_network", "scaleway_vpc_route"];

/**
 * The errors of pools whose nodes have no public address on a network that nothing leads out of: such nodes reach neither
 * the control plane nor a registry, and never become ready. A network made elsewhere may have a gateway made elsewhere.
 */
export function isolatedPoolErrors(network: IPrivateNetwork, pools: readonly INodePool[]): string[] {
  const isolated = pools.filter(({ resource }) => resource.publicIpDisabledInput === true);
  if (isolated.length === 0 || !ownsResource(network) || hasWayOut(network)) return [];
  return isolated.map(({ node }) =>
    describeInvalid({
      property: `publicIpDisabled of ${node.path}`,
      value: true,
      requirement: `not be set where nothing leads out of ${network.node.path}: the nodes would never become ready`,
      suggestion: "Attach a Public Gateway to the network, with a default route, or leave publicIpDisabled out.",
    }),
  );
}

function hasWayOut(network: IPrivateNetwork): boolean {
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
