import type { IConstruct } from "constructs";

import { checkKnown, isToken } from "../core/check";
import { describeInvalid, InvalidPropertyError } from "../core/invalid-property";
import { rangeOf } from "../core/node-ranges";
import type { INodePool } from "./i-node-pool";
import type { ClusterType, KapsuleClusterProps } from "./kapsule-cluster-props";

/** The smallest control plane that is a cluster's own. */
const DEDICATED: ClusterType = "kapsule-dedicated-4";
const LEAST_NODES = 2;

/** The type of a cluster: in production its control plane is its own. */
export function clusterTypeOf({ type, production }: KapsuleClusterProps): ClusterType | undefined {
  return type ?? (production === true ? DEDICATED : undefined);
}

/**
 * Refuses what a cluster in production should not be without.
 *
 * @throws InvalidPropertyError for a shared control plane, and where nobody said who reaches the API or when it is upgraded
 */
export function checkProduction(scope: IConstruct, props: KapsuleClusterProps): void {
  checkKnown(scope, "production", props.production);
  if (props.production !== true) return;
  const { type, autoUpgrade, apiAccess } = props;
  if (type === "kapsule") {
    throw new InvalidPropertyError(scope, {
      property: "type",
      value: type,
      requirement: "be a dedicated one in production: a shared control plane has no service level agreement",
      suggestion: `Leave it out, or write type: "${DEDICATED}".`,
    });
  }
  const missing = { autoUpgrade, apiAccess };
  for (const [property, value] of Object.entries(missing)) {
    if (value !== undefined) continue;
    throw new InvalidPropertyError(scope, { property, value, ...WHAT_IS_MISSING[property as keyof typeof missing] });
  }
}

const WHAT_IS_MISSING = {
  autoUpgrade: {
    requirement: "be given in production: a window in which patches are installed",
    suggestion: 'Write autoUpgrade: { day: "tuesday", startHour: 3 }, and a minor version.',
  },
  apiAccess: {
    requirement: "be given in production: who may reach the Kubernetes API",
    suggestion: 'Write apiAccess: ApiAccess.from("203.0.113.0/24").',
  },
};

/** The errors of a cluster in production that only its pools show: shared vCPUs, and a single node. */
export function productionErrors(isProduction: boolean | undefined, pools: readonly INodePool[]): string[] {
  if (isProduction !== true || pools.length === 0) return [];
  const shared = pools
    .map((pool) => ({ pool, nodeType: pool.resource.nodeTypeInput ?? "" }))
    .filter(({ nodeType }) => rangeOf(nodeType)?.isShared === true)
    .map(({ pool, nodeType }) =>
      describeInvalid({
        property: `nodeType of ${pool.node.path}`,
        value: nodeType,
        requirement: "have vCPUs of its own in production",
        suggestion: "Take, for example, a type of the POP2 range.",
      }),
    );
  return [...shared, ...singleNode(pools)];
}

function singleNode(pools: readonly INodePool[]): string[] {
  if (pools.some(({ size }) => isToken(size))) return [];
  const nodes = pools.reduce((sum, { size }) => sum + size, 0);
  if (nodes >= LEAST_NODES) return [];
  return [
    describeInvalid({
      property: `size of ${pools.map(({ node }) => node.path).join(", ")}`,
      value: nodes,
      requirement: `come to ${LEAST_NODES} nodes or more in production: an upgrade of the only one stops everything`,
      suggestion: `Write size: ${LEAST_NODES}, or add a pool in another zone.`,
    }),
  ];
}
