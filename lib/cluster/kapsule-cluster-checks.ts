import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

import { ApiAccess, Cidr, DEFAULT_POD_CIDR, DEFAULT_SERVICE_CIDR, MAX_CLUSTER_PREFIX } from "../access";
import {
  checkConstruct,
  checkDuration,
  checkInteger,
  checkKnown,
  checkName,
  checkOneOf,
  checkProps,
  checkRegion,
  checkUuid,
  defaultName,
  describeInvalid,
  InvalidPropertyError,
  isSuppressed,
  isToken,
  MAX_HOST_NAME_LENGTH,
  ownsResource,
  SHAPES,
} from "../core";
import { isolatedPoolErrors, unservedZoneErrors } from "./egress-errors";
import type { INodePool } from "./i-node-pool";
import {
  AUTOSCALER_ESTIMATORS,
  AUTOSCALER_EXPANDERS,
  CLUSTER_TYPES,
  type ClusterAutoscaler,
  CNIS,
  ISOLATIONS,
  type KapsuleClusterProps,
  type OpenIdConnect,
} from "./kapsule-cluster-props";
import { checkMaintenanceWindow, isNewerVersion } from "./kubernetes-version";
import { checkPoolDefaults } from "./node-pool-checks";
import { checkProduction } from "./production";

/**
 * Refuses what the provider or Scaleway would refuse in a cluster, and says of each what to write instead.
 *
 * @throws InvalidPropertyError at the first property that is out of its bounds
 */
export function checkKapsuleCluster(scope: IConstruct, props: KapsuleClusterProps): void {
  checkProps(scope, props, SHAPES.KapsuleClusterProps);
  checkConstruct(scope, "network", props.network, "privateNetworkId", 'new PrivateNetwork(this, "network")');
  checkAccess(scope, props.apiAccess);
  checkUuid(scope, "projectId", props.projectId);
  checkType(scope, props.type);
  checkOneOf(scope, "cni", props.cni, CNIS);
  checkKnown(scope, "isolation", props.isolation);
  checkOneOf(scope, "isolation", props.isolation, ISOLATIONS);
  checkName(scope, "name", props.name ?? defaultName(scope), MAX_HOST_NAME_LENGTH);
  checkRegion(scope, props.region);
  if (props.autoUpgrade !== undefined) checkMaintenanceWindow(scope, props.autoUpgrade);
  if (props.autoscaler !== undefined) checkAutoscaler(scope, props.autoscaler);
  if (props.openIdConnect !== undefined) checkOpenIdConnect(scope, props.openIdConnect);
  checkPoolDefaults(scope, props.poolDefaults);
  checkProduction(scope, props);
  checkAddresses(scope, props);
  checkDeletion(scope, props);
}

function checkType(scope: IConstruct, type: string | undefined): void {
  if (typeof type === "string" && !isToken(type) && type.startsWith("multicloud")) {
    throw new InvalidPropertyError(scope, {
      property: "type",
      value: type,
      requirement:
        "be a Kapsule type: Kosmos joins nodes of any provider in a WireGuard mesh and takes no Private Network",
      suggestion:
        'Leave type out, or make the Kosmos cluster with K8SCluster of "@cdktf/provider-scaleway/lib/k8s-cluster".',
    });
  }
  checkOneOf(scope, "type", type, CLUSTER_TYPES);
}

function checkAccess(scope: IConstruct, access: unknown): void {
  if (access === undefined || access instanceof ApiAccess) return;
  throw new InvalidPropertyError(scope, {
    property: "apiAccess",
    value: access,
    requirement: "be an ApiAccess",
    suggestion: 'Write, for example, apiAccess: ApiAccess.from("203.0.113.0/24").',
  });
}

function checkAutoscaler(scope: IConstruct, autoscaler: ClusterAutoscaler): void {
  checkProps(scope, autoscaler, { ...SHAPES.ClusterAutoscaler, within: "autoscaler" });
  checkDuration(scope, "autoscaler.scaleDownDelayAfterAdd", autoscaler.scaleDownDelayAfterAdd);
  checkDuration(scope, "autoscaler.scaleDownUnneededTime", autoscaler.scaleDownUnneededTime);
  checkOneOf(scope, "autoscaler.estimator", autoscaler.estimator, AUTOSCALER_ESTIMATORS);
  checkOneOf(scope, "autoscaler.expander", autoscaler.expander, AUTOSCALER_EXPANDERS);
  checkInteger(scope, "autoscaler.expendablePodsPriorityCutoff", autoscaler.expendablePodsPriorityCutoff, {});
  checkInteger(scope, "autoscaler.logLevel", autoscaler.logLevel, { min: 0, max: 4 });
  checkInteger(scope, "autoscaler.maxGracefulTerminationSec", autoscaler.maxGracefulTerminationSec, {
    min: 0,
    unit: "seconds",
  });
  const threshold = autoscaler.scaleDownUtilizationThreshold;
  if (threshold === undefined || isToken(threshold) || (threshold >= 0 && threshold <= 1)) return;
  throw new InvalidPropertyError(scope, {
    property: "autoscaler.scaleDownUtilizationThreshold",
    value: threshold,
    requirement: "be a share from 0 to 1",
    suggestion: "Write, for example, scaleDownUtilizationThreshold: 0.5.",
  });
}

function checkOpenIdConnect(scope: IConstruct, openIdConnect: OpenIdConnect): void {
  checkProps(scope, openIdConnect, {
    ...SHAPES.OpenIdConnect,
    within: "openIdConnect",
  });
  const { issuerUrl } = openIdConnect;
  if (isToken(issuerUrl) || /^https:\/\/[^\s/?#]+/.test(issuerUrl)) return;
  throw new InvalidPropertyError(scope, {
    property: "openIdConnect.issuerUrl",
    value: issuerUrl,
    requirement: "be a URL with https://, which the API server asks for the keys",
    suggestion: `Write, for example, issuerUrl: "https://${issuerUrl.replace(/^[a-z]*:\/\//i, "") || "id.example.com"}".`,
  });
}

function checkAddresses(scope: IConstruct, { network, podCidr, serviceCidr, serviceDnsIp }: KapsuleClusterProps): void {
  const subnet = block(scope, "network.subnet", network.subnet);
  const pods = block(scope, "podCidr", podCidr, DEFAULT_POD_CIDR);
  const services = block(scope, "serviceCidr", serviceCidr, DEFAULT_SERVICE_CIDR);
  if (subnet !== undefined && subnet.prefix > MAX_CLUSTER_PREFIX) {
    throw new InvalidPropertyError(scope, {
      property: "network.subnet",
      value: subnet.toString(),
      requirement: `be a /${MAX_CLUSTER_PREFIX} or larger, which Kapsule takes for the nodes`,
      suggestion: `Make the PrivateNetwork with a subnet such as "172.16.0.0/${MAX_CLUSTER_PREFIX}".`,
    });
  }
  refuseOverlap(scope, "podCidr", pods, "the network's subnet", subnet);
  refuseOverlap(scope, "serviceCidr", services, "the network's subnet", subnet);
  refuseOverlap(scope, "podCidr", pods, "the service CIDR", services);
  if (serviceDnsIp === undefined || isToken(serviceDnsIp) || services === undefined) return;
  if (services.containsAddress(serviceDnsIp)) return;
  throw new InvalidPropertyError(scope, {
    property: "serviceDnsIp",
    value: serviceDnsIp,
    requirement: `be an address in the service CIDR ${services.toString()}`,
    suggestion: "Leave it out to get its tenth address.",
  });
}

function block(scope: IConstruct, property: string, text: string | undefined, byDefault?: string): Cidr | undefined {
  const effective = text ?? byDefault;
  if (effective === undefined || isToken(effective)) return undefined;
  return Cidr.parse(scope, property, effective);
}

function refuseOverlap(
  scope: IConstruct,
  property: string,
  own: Cidr | undefined,
  otherName: string,
  other: Cidr | undefined,
): void {
  if (own === undefined || other === undefined || !own.overlaps(other)) return;
  throw new InvalidPropertyError(scope, {
    property,
    value: own.toString(),
    requirement: `not overlap ${otherName}, ${other.toString()}`,
    suggestion: "Move one of the two to other addresses.",
  });
}

function checkDeletion(scope: IConstruct, { network, deleteAdditionalResources }: KapsuleClusterProps): void {
  if (deleteAdditionalResources === undefined || (deleteAdditionalResources as unknown) === false) return;
  if (ownsResource(network) && TerraformStack.of(network) === TerraformStack.of(scope)) return;
  throw new InvalidPropertyError(scope, {
    property: "deleteAdditionalResources",
    value: true,
    requirement: "be false with a network that this stack does not own: it would delete the network once it is empty",
    suggestion: "Leave it out, and delete volumes and load balancers of the cluster by hand.",
  });
}

/** What only the complete stack can tell. */
export function stackErrors(scope: IConstruct, props: KapsuleClusterProps, pools: readonly INodePool[]): string[] {
  return [
    ...(isToken(props.type) || props.type?.includes("dedicated") === true ? [] : emptyPoolErrors(pools)),
    ...(props.upgradePools === false ? unversionedPoolErrors(pools) : []),
    ...newerPoolErrors(scope, props.version, pools),
    ...(props.isolation === "full"
      ? unservedZoneErrors(scope, props.network, pools)
      : isolatedPoolErrors(scope, props.network, pools)),
  ];
}

function emptyPoolErrors(pools: readonly INodePool[]): string[] {
  if (pools.length === 0 || pools.some((pool) => isToken(pool.size) || pool.size > 0)) return [];
  return [
    describeInvalid({
      property: "size of every pool",
      value: 0,
      requirement: "not be 0 in all pools: a cluster with a mutualized control plane needs a node",
      suggestion: "Start one pool with size: 1.",
    }),
  ];
}

function unversionedPoolErrors(pools: readonly INodePool[]): string[] {
  return pools
    .filter((pool) => pool.version === undefined)
    .map((pool) =>
      describeInvalid({
        property: `version of ${pool.node.path}`,
        value: undefined,
        requirement: "be given, since upgradePools is false",
        suggestion: 'Write, for example, version: "1.35.3" in the pool.',
      }),
    );
}

/** Nodes are never ahead of the control plane. Pools of the cluster's own stack are left to the check `version-ahead`. */
function newerPoolErrors(scope: IConstruct, clusterVersion: unknown, pools: readonly INodePool[]): string[] {
  if (typeof clusterVersion !== "string") return [];
  return pools
    .filter((pool) => TerraformStack.of(pool) !== TerraformStack.of(scope) && !isSuppressed(pool, "version-ahead"))
    .filter(({ version }) => version !== undefined && isNewerVersion(version, clusterVersion))
    .map(({ node, version }) =>
      describeInvalid({
        property: `version of ${node.path}`,
        value: version,
        requirement: `not be newer than the cluster's, ${clusterVersion}`,
        suggestion: "Upgrade the cluster first, then the pool.",
      }),
    );
}
