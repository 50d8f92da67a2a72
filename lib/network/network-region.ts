import { IConstruct } from "constructs";

import { isToken } from "../core/check";
import { describeInvalid } from "../core/invalid-property";
import { providerDefaults } from "../core/provider-defaults";
import { IPrivateNetwork } from "./private-network";

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
  const madeHere = network.node.tryFindChild("Resource") !== undefined;
  const other = network.region ?? (madeHere ? providerDefaults(network).region : undefined);
  if (region === undefined || other === undefined || region === other || isToken(region) || isToken(other)) return [];
  return [
    describeInvalid({
      property: "network",
      value: network.node.path,
      bound: `lie in the region ${region} of what is attached to it, but it lies in ${other}`,
      fix: "Give both the same region.",
    }),
  ];
}
