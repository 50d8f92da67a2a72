import type { IConstruct } from "constructs";

import {
  checkConstruct,
  checkInteger,
  checkName,
  checkOneOf,
  checkProps,
  checkZone,
  InvalidPropertyError,
  isToken,
  MAX_HOST_NAME_LENGTH,
  SHAPES,
} from "../core";
import { checkPoolVersion } from "./kubernetes-version";
import {
  CONTAINER_RUNTIMES,
  type PoolAutoscaling,
  type PoolUpgradePolicy,
  ROOT_VOLUME_TYPES,
  TAINT_EFFECTS,
} from "./node-pool-options";
import type { NodePoolProps } from "./node-pool-props";
import { DERIVED_NAME_SUFFIX_LENGTH } from "./pool-name";

/** The smallest system volume of a node, in GB (documentation of `scaleway_k8s_pool`). */
const MIN_ROOT_VOLUME_SIZE = 20;

/**
 * Refuses what the provider or Scaleway would refuse in a pool, and says of each what to write instead.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkNodePool(scope: IConstruct, props: NodePoolProps): void {
  checkProps(scope, props, SHAPES.NodePoolProps);
  checkConstruct(
    scope,
    "cluster",
    props.cluster,
    "clusterId",
    'KapsuleCluster.fromClusterId(this, "cluster", "fr-par/…")',
  );
  if (props.securityGroup !== undefined) {
    checkConstruct(scope, "securityGroup", props.securityGroup, "securityGroupId", "new NodeSecurityGroup(…)");
  }
  checkName(scope, "nodeType", props.nodeType);
  checkPoolName(scope, props.name);
  checkImportedName(scope, props);
  checkZone(scope, props.zone, props.cluster.region);
  checkPlacement(scope, props);
  checkPoolVersion(scope, props.version);
  checkOneOf(scope, "containerRuntime", props.containerRuntime, CONTAINER_RUNTIMES);
  checkInteger(scope, "size", props.size, { min: 0, unit: "nodes" });
  checkAutoscaling(scope, props.size, props.autoscaling);
  checkUpgradePolicy(scope, props.upgradePolicy);
  checkRootVolume(scope, props);
  checkTaints(scope, props);
}

/** A derived name would not be the one that the pool has, and replace it. */
function checkImportedName(scope: IConstruct, { importId, name }: NodePoolProps): void {
  if (importId === undefined || name !== undefined) return;
  throw new InvalidPropertyError(scope, {
    property: "name",
    requirement: "be the exact name that the pool has, where importId names one that exists",
    suggestion: 'Copy it from the console, such as name: "default".',
  });
}

/**
 * Refuses what no pool could have by default. The values are checked in each pool.
 *
 * @throws InvalidPropertyError for a name or a size, of which each pool has its own, and for values of another type
 */
export function checkPoolDefaults(scope: IConstruct, defaults: object | undefined): void {
  if (defaults === undefined) return;
  const { types } = SHAPES.NodePoolOptions;
  checkProps(scope, defaults, { types, within: "poolDefaults" });
  for (const property of ["name", "size", "importId"]) {
    const value = (defaults as Record<string, unknown>)[property];
    if (value === undefined) continue;
    throw new InvalidPropertyError(scope, {
      property: `poolDefaults.${property}`,
      value,
      requirement: "be absent: each pool has its own",
      suggestion: `Give ${property} to addPool.`,
    });
  }
}

function checkPlacement(scope: IConstruct, { placement, placementGroupId }: NodePoolProps): void {
  if (placement === undefined) return;
  if (placementGroupId !== undefined) {
    throw new InvalidPropertyError(scope, {
      property: "placementGroupId",
      value: placementGroupId,
      requirement: "not be given together with placement",
      suggestion: "Keep one of the two.",
    });
  }
  if (placement === "spread") return;
  checkConstruct(scope, "placement", placement, "placementGroupId", '"spread"');
}

function checkPoolName(scope: IConstruct, name: string | undefined): void {
  if (name === undefined) {
    checkName(scope, "id", scope.node.id, MAX_HOST_NAME_LENGTH - DERIVED_NAME_SUFFIX_LENGTH);
  } else {
    checkName(scope, "name", name, MAX_HOST_NAME_LENGTH);
  }
}

function checkAutoscaling(scope: IConstruct, size: number, autoscaling: PoolAutoscaling | undefined): void {
  if (autoscaling === undefined) {
    // Without autoscaling the provider takes the size for the most nodes as well, of which the API wants one.
    checkInteger(scope, "size", size, { min: 1, unit: "nodes without autoscaling" });
    return;
  }
  const bounds: Partial<PoolAutoscaling> = autoscaling;
  if (typeof autoscaling !== "object" || bounds.minSize === undefined || bounds.maxSize === undefined) {
    throw new InvalidPropertyError(scope, {
      property: "autoscaling",
      value: autoscaling,
      requirement: "have both bounds, minSize and maxSize",
      suggestion: "Write, for example, autoscaling: { minSize: 1, maxSize: 5 }.",
    });
  }
  const { minSize, maxSize } = autoscaling;
  checkInteger(scope, "autoscaling.minSize", minSize, { min: 0, unit: "nodes" });
  checkInteger(scope, "autoscaling.maxSize", maxSize, { min: 1, unit: "nodes" });
  if (isToken(minSize) || isToken(maxSize)) return;
  if (minSize > maxSize) {
    throw new InvalidPropertyError(scope, {
      property: "autoscaling.minSize",
      value: minSize,
      requirement: `be at most maxSize, ${maxSize}`,
      suggestion: `Write autoscaling: { minSize: ${maxSize}, maxSize: ${minSize} }?`,
    });
  }
  if (isToken(size) || (size >= minSize && size <= maxSize)) return;
  throw new InvalidPropertyError(scope, {
    property: "size",
    value: size,
    requirement: `lie within the autoscaling bounds, ${minSize} to ${maxSize}`,
    suggestion: `Write size: ${minSize}.`,
  });
}

function checkUpgradePolicy(scope: IConstruct, policy: PoolUpgradePolicy | undefined): void {
  if (policy === undefined) return;
  checkProps(scope, policy, { types: { maxSurge: "any", maxUnavailable: "any" }, within: "upgradePolicy" });
  checkInteger(scope, "upgradePolicy.maxSurge", policy.maxSurge, { min: 0, unit: "nodes" });
  checkInteger(scope, "upgradePolicy.maxUnavailable", policy.maxUnavailable, { min: 0, unit: "nodes" });
  // The provider's default for maxSurge is 0, so leaving it out does not help.
  if ((policy.maxSurge ?? 0) !== 0 || policy.maxUnavailable !== 0) return;
  throw new InvalidPropertyError(scope, {
    property: "upgradePolicy",
    value: policy,
    requirement: "let an upgrade add a node or take one out: maxSurge and maxUnavailable are both 0",
    suggestion: "Write upgradePolicy: { maxSurge: 1, maxUnavailable: 0 } to keep every node in service.",
  });
}

function checkRootVolume(scope: IConstruct, { rootVolume }: NodePoolProps): void {
  if (rootVolume === undefined) return;
  checkProps(scope, rootVolume, { types: { type: "any", sizeInGb: "any" }, within: "rootVolume" });
  checkOneOf(scope, "rootVolume.type", rootVolume.type, ROOT_VOLUME_TYPES);
  checkInteger(scope, "rootVolume.sizeInGb", rootVolume.sizeInGb, { min: MIN_ROOT_VOLUME_SIZE, unit: "GB" });
}

function checkTaints(scope: IConstruct, { taints = [], startupTaints = [] }: NodePoolProps): void {
  for (const [within, list] of Object.entries({ taints, startupTaints })) {
    for (const taint of list) checkProps(scope, taint, { ...SHAPES.Taint, within });
  }
  for (const taint of [...taints, ...startupTaints]) {
    checkOneOf(scope, `effect of taint ${taint.key}`, taint.effect, TAINT_EFFECTS);
  }
  if (taints.length === 0 || startupTaints.length === 0) return;
  throw new InvalidPropertyError(scope, {
    property: "startupTaints",
    value: startupTaints,
    requirement: "not be given together with taints: at creation the provider would overwrite these",
    suggestion: "Keep one of the two, or make two pools.",
  });
}
