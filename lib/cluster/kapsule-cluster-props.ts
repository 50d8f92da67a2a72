import type { IResolvable } from "cdktf";

import type { ApiAccess } from "../access";
import type { Region, RemovalPolicy } from "../core";
import type { IPrivateNetwork } from "../network";
import type { ClusterSecurityOptions } from "./cluster-security-options";
import type { ClusterVersion } from "./kubernetes-version";
import type { NodePoolOptions } from "./node-pool-options";

/** Container Network Interfaces of Kapsule. */
export const CNIS = ["cilium", "cilium_native", "calico", "kilo", "none"] as const;
/** Container Network Interface of a cluster. */
export type Cni = (typeof CNIS)[number];

/** Types of Kapsule clusters; dedicated ones reserve a control plane of that many GB. */
export const CLUSTER_TYPES = ["kapsule", "kapsule-dedicated-4", "kapsule-dedicated-8", "kapsule-dedicated-16"] as const;
/** Type of a Kapsule cluster. */
export type ClusterType = (typeof CLUSTER_TYPES)[number];

/** Ways in which nodes are kept from the internet. */
export const ISOLATIONS = ["controlled", "full"] as const;
/** How nodes are kept from the internet. */
export type Isolation = (typeof ISOLATIONS)[number];

/** Ways in which the cluster autoscaler can choose the pool to grow. */
export const AUTOSCALER_EXPANDERS = ["random", "most_pods", "least_waste", "priority", "price"] as const;
/** Way in which the cluster autoscaler chooses the pool to grow. */
export type AutoscalerExpander = (typeof AUTOSCALER_EXPANDERS)[number];

/** Ways in which the cluster autoscaler can reckon how many nodes pods need. */
export const AUTOSCALER_ESTIMATORS = ["binpacking"] as const;
/** Way in which the cluster autoscaler reckons how many nodes pods need. */
export type AutoscalerEstimator = (typeof AUTOSCALER_ESTIMATORS)[number];

/** Settings of the cluster autoscaler, with the defaults of Scaleway where they are left out. */
export interface ClusterAutoscaler {
  /** @default false */
  readonly disableScaleDown?: boolean | IResolvable | undefined;
  /** Duration after a scale up until a scale down is considered, such as `10m`. @default "10m" */
  readonly scaleDownDelayAfterAdd?: string | undefined;
  /** Duration that a node must be unneeded before it goes, such as `10m`. @default "10m" */
  readonly scaleDownUnneededTime?: string | undefined;
  /** Share of a node's capacity, 0 to 1, below which it may go. @default 0.5 */
  readonly scaleDownUtilizationThreshold?: number | undefined;
  /** @default "binpacking" */
  readonly estimator?: AutoscalerEstimator | undefined;
  /** How the pool to grow is chosen. @default "random" */
  readonly expander?: AutoscalerExpander | undefined;
  /** @default false */
  readonly ignoreDaemonsetsUtilization?: boolean | IResolvable | undefined;
  /** @default false */
  readonly balanceSimilarNodeGroups?: boolean | IResolvable | undefined;
  /** Pods of a lower priority neither hold a node nor cause one. @default -10 */
  readonly expendablePodsPriorityCutoff?: number | undefined;
  /** Seconds that a pod gets to terminate. @default 600 */
  readonly maxGracefulTerminationSec?: number | undefined;
  /** Whether nodes with pods that use local storage are kept. @default - Scaleway's choice */
  readonly skipNodesWithLocalStorage?: boolean | IResolvable | undefined;
  /** Verbosity from 0 to 4. @default - Scaleway's choice */
  readonly logLevel?: number | undefined;
}

/** Users from an OpenID Connect provider. */
export interface OpenIdConnect {
  /** URL of the provider, with `https://`. */
  readonly issuerUrl: string;
  /** Id of the client that all tokens must be issued for. */
  readonly clientId: string;
  /** @default - the claim `sub` */
  readonly usernameClaim?: string | undefined;
  /** @default - no prefix */
  readonly usernamePrefix?: string | undefined;
  /** @default - no groups */
  readonly groupsClaim?: readonly string[] | undefined;
  /** @default - no prefix */
  readonly groupsPrefix?: string | undefined;
  /** Claims that must be present, as `key=value`. @default - none */
  readonly requiredClaim?: readonly string[] | undefined;
}

/** What the pools of a cluster have in common. */
export type PoolDefaults = Partial<Omit<NodePoolOptions, "importId" | "name" | "size">>;

/** Properties of a {@link KapsuleCluster}, without its version. */
export interface KapsuleClusterOptions extends ClusterSecurityOptions {
  /** The Private Network of the nodes. Immutable: another network means another cluster. */
  readonly network: IPrivateNetwork;
  /** Container Network Interface. Immutable. */
  readonly cni: Cni;
  /** @default - the construct's path, with hyphens */
  readonly name?: string | undefined;
  /** Dedicated types reserve a control plane of that many GB. @default - "kapsule", by Scaleway */
  readonly type?: ClusterType | undefined;
  /** Options of pools that are added by `addPool` and `addPools`, where those do not say otherwise. @default - none */
  readonly poolDefaults?: PoolDefaults | undefined;
  /** Who may reach the Kubernetes API. @default - the whole internet, with a warning */
  readonly apiAccess?: ApiAccess | undefined;
  /**
   * How the nodes are kept from the internet. `controlled`: they have public addresses, behind a group that lets nothing in.
   * `full`: they have none, and reach the internet through the gateways of the network, one in each zone with pools.
   *
   * @default "controlled"
   */
  readonly isolation?: Isolation | undefined;
  /**
   * Whether the cluster is held to what production takes: a control plane of its own (`kapsule-dedicated-4` unless `type` says
   * another), a maintenance window, an allow list for the API, and two nodes or more, none of them with shared vCPUs.
   *
   * @default false
   */
  readonly production?: boolean | undefined;
  /** @default - no description */
  readonly description?: string | undefined;
  /** @default - the provider's region */
  readonly region?: Region | undefined;
  /** @default - the provider's project */
  readonly projectId?: string | undefined;
  /** @default - no tags */
  readonly tags?: readonly string[] | undefined;
  /** @default - Scaleway's settings */
  readonly autoscaler?: ClusterAutoscaler | undefined;
  /** @default - none */
  readonly openIdConnect?: OpenIdConnect | undefined;
  /** Kubernetes feature gates to enable. @default - none */
  readonly featureGates?: readonly string[] | undefined;
  /** Kubernetes admission plugins to enable. @default - none */
  readonly admissionPlugins?: readonly string[] | undefined;
  /** Further names in the API server's certificate. @default - none */
  readonly apiserverCertSans?: readonly string[] | undefined;
  /** Addresses of pods. Immutable. @default - 100.64.0.0/15, by Scaleway */
  readonly podCidr?: string | undefined;
  /** Addresses of services. Immutable. @default - 10.32.0.0/20, by Scaleway */
  readonly serviceCidr?: string | undefined;
  /** Address of the DNS service, in the service CIDR. Immutable. @default - its tenth address, by Scaleway */
  readonly serviceDnsIp?: string | undefined;
  /**
   * Whether volumes, load balancers and the Private Network (once empty) go with the cluster. Only with a network of
   * this stack.
   *
   * @default false
   */
  readonly deleteAdditionalResources?: boolean | undefined;
  /** Whether an upgrade of the cluster upgrades its pools. With `false`, each pool states its version. @default - yes */
  readonly upgradePools?: boolean | IResolvable | undefined;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy | undefined;
  /** Id of one that exists, such as `fr-par/11111111-1111-1111-1111-111111111111`, which the next apply imports. @default - a new one is made */
  readonly importId?: string | undefined;
}

/** Properties of a {@link KapsuleCluster}. */
export type KapsuleClusterProps = KapsuleClusterOptions & ClusterVersion;
