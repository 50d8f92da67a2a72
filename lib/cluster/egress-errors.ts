import type { IConstruct } from "constructs";

import { describeInvalid, isSuppressed, isToken, ownsResource, providerDefaults } from "../core";
import { egressPointsOf, type IPrivateNetwork } from "../network";
import type { INodePool } from "./i-node-pool";

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
