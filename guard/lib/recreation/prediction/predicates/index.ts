import { compareVersions } from "../../../terraform";
import { baremetalOffer } from "./baremetal-offer";
import { clusterPrivateNetwork } from "./cluster-private-network";
import { clusterType } from "./cluster-type";
import { containerTriggerSources } from "./container-trigger";
import { loadBalancerIps } from "./load-balancer-ips";
import { loadBalancerIpv6 } from "./load-balancer-ipv6";
import type { Predicate } from "./predicate";
import { recordName } from "./record-name";
import { redisClusterSize } from "./redis-cluster-size";
import { serverImage, serverRootVolume, serverType } from "./server";
import { volumeSize } from "./volume-size";
import { volumeSnapshot } from "./volume-snapshot";

export const predicates: readonly Predicate[] = [
  baremetalOffer,
  clusterPrivateNetwork,
  clusterType,
  ...containerTriggerSources,
  loadBalancerIps,
  loadBalancerIpv6,
  recordName,
  redisClusterSize,
  serverImage,
  serverRootVolume,
  serverType,
  volumeSize,
  volumeSnapshot,
];

const byName = new Map(predicates.map((predicate) => [predicate.name, predicate]));
const byAttribute = new Map(predicates.map((predicate) => [`${predicate.type}.${predicate.attribute}`, predicate]));

/** The rule of a name in the table. */
export function predicateNamed(name: string): Predicate | undefined {
  return byName.get(name);
}

/** The rule that was written for an attribute in a release, by its path without indices. */
export function predicateFor(type: string, path: string, release: string): Predicate | undefined {
  const found = byAttribute.get(`${type}.${path}`);
  return found?.since !== undefined && compareVersions(release, found.since) < 0 ? undefined : found;
}
