import type { IConstruct } from "constructs";

import { areApart, describeInvalid, ownsResource, providerDefaults } from "../core";
import type { IPrivateNetwork } from "./i-private-network";

/**
 * The error of a resource that lies in another region than its Private Network. To be asked at synth, since the
 * provider block, which may decide about both, can come after them.
 */
export function networkRegionErrors(
  scope: IConstruct,
  statedRegion: string | undefined,
  network: IPrivateNetwork,
): string[] {
  const region = statedRegion ?? providerDefaults(scope).region;
  const other = network.region ?? (ownsResource(network) ? providerDefaults(network).region : undefined);
  if (!areApart(region, other)) return [];
  return [
    describeInvalid({
      property: "network",
      value: network.node.path,
      requirement: `lie in the region ${region ?? ""} of what is attached to it, but it lies in ${other ?? ""}`,
      suggestion: "Give both the same region.",
    }),
  ];
}
