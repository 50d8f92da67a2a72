import type { IConstruct } from "constructs";

import {
  areApart,
  describeInvalid,
  type InvalidProperty,
  InvalidPropertyError,
  ownsResource,
  providerDefaults,
  regionOfZone,
  zoneOfId,
} from "../core";
import type { ICluster } from "./i-cluster";
import type { INodePool } from "./i-node-pool";
import type { INodeSecurityGroup } from "./i-node-security-group";
import type { IPlacementGroup } from "./placement-group";

/**
 * Refuses a group that cannot hold the nodes of a pool, since groups are zonal.
 *
 * @throws InvalidPropertyError when both zones are stated and differ
 */
export function checkGroupZone(pool: IConstruct, zone: string | undefined, group: INodeSecurityGroup): void {
  if (areApart(zone, group.zone)) throw new InvalidPropertyError(pool, groupInOtherZone(group, zone, group.zone));
}

/**
 * Refuses a placement group that cannot hold the nodes of a pool, since those are zonal, too.
 *
 * @throws InvalidPropertyError when both zones are stated and differ
 */
export function checkPlacementGroupZone(pool: IConstruct, zone: string | undefined, placementGroupId?: string): void {
  const groupZone = zoneOfId(placementGroupId);
  if (areApart(zone, groupZone)) {
    throw new InvalidPropertyError(pool, placementGroupInOtherZone(placementGroupId, zone, groupZone));
  }
}

/** The same for a group that is a construct. */
export function checkPlacementZone(pool: IConstruct, zone: string | undefined, placement: IPlacementGroup): void {
  if (areApart(zone, placement.zone)) {
    throw new InvalidPropertyError(pool, placementGroupInOtherZone(placement.node.path, zone, placement.zone));
  }
}

/** What only the complete stack can tell of where a pool lies: the provider block may come after it. */
export function poolLocalityErrors(pool: INodePool, cluster: ICluster): string[] {
  // Another provider than the default one has regions and zones of its own.
  if (pool.resource.provider !== undefined) return [];
  const defaults = providerDefaults(pool);
  const { securityGroup: group } = pool;
  const zone = pool.zone ?? defaults.zone;
  const region = cluster.region ?? (ownsResource(cluster) ? defaults.region : undefined);
  const groupZone = group.zone ?? (ownsResource(group) ? defaults.zone : undefined);
  const placementGroupId = pool.resource.placementGroupIdInput;
  const { placement } = pool;
  const placementZone =
    placement === undefined
      ? zoneOfId(placementGroupId)
      : (placement.zone ?? (ownsResource(placement) ? defaults.zone : undefined));
  const zoneOutsideRegion = zone !== undefined && areApart(regionOfZone(zone), region);
  return [
    ...(zoneOutsideRegion ? [outsideRegion(zone, region)] : []),
    ...(areApart(zone, groupZone) ? [groupInOtherZone(group, zone, groupZone)] : []),
    ...(areApart(zone, placementZone)
      ? [placementGroupInOtherZone(placement?.node.path ?? placementGroupId, zone, placementZone)]
      : []),
  ].map(describeInvalid);
}

function outsideRegion(zone: string, region = ""): InvalidProperty {
  return {
    property: "zone",
    value: zone,
    requirement: `lie in the cluster's region ${region}`,
    suggestion: `Set zone of the pool, or of the provider, to one of ${region}.`,
  };
}

function groupInOtherZone(group: INodeSecurityGroup, zone = "", groupZone = ""): InvalidProperty {
  return {
    property: "securityGroup",
    value: group.node.path,
    requirement: `lie in the pool's zone ${zone}, but it lies in ${groupZone}`,
    suggestion: `Make a group with zone: "${zone}", or leave securityGroup out.`,
  };
}

function placementGroupInOtherZone(id: string | undefined, zone = "", groupZone = ""): InvalidProperty {
  return {
    property: "placementGroupId",
    value: id,
    requirement: `lie in the pool's zone ${zone}, but it lies in ${groupZone}`,
    suggestion: `Name a placement group of ${zone}, or make the pool with zone: "${groupZone}".`,
  };
}
