import { K8SAcl } from "@cdktf/provider-scaleway/lib/k8s-acl";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { Annotations, IResolvable } from "cdktf";
import { Construct, IConstruct } from "constructs";

import { checkProps } from "../core/check";
import { dependenciesOn } from "../core/dependencies";
import { checkRegion, Region, regionOfId } from "../core/locality";
import { lifecycleOf, RemovalPolicy } from "../core/removal-policy";
import { attachGuard } from "../guard/attach";
import { IPrivateNetwork } from "../network/private-network";
import { ApiAccess } from "./api-access";
import { ClusterBase, ClusterSecurityOptions, ICluster } from "./cluster";
import { checkKapsuleCluster, defaultClusterName, stackErrors } from "./kapsule-cluster-checks";
import { Kubeconfig, kubeconfigOf } from "./kubeconfig";
import { bindVersion, ClusterVersion } from "./kubernetes-version";

/** Settings of the cluster autoscaler, with the defaults of Scaleway where they are left out. */
export interface ClusterAutoscaler {
  /** @default false */
  readonly disableScaleDown?: boolean | IResolvable;
  /** Duration after a scale up until a scale down is considered, such as `10m`. @default "10m" */
  readonly scaleDownDelayAfterAdd?: string;
  /** Duration that a node must be unneeded before it goes, such as `10m`. @default "10m" */
  readonly scaleDownUnneededTime?: string;
  /** Share of a node's capacity, 0 to 1, below which it may go. @default 0.5 */
  readonly scaleDownUtilizationThreshold?: number;
  /** @default "binpacking" */
  readonly estimator?: "binpacking";
  /** How the pool to grow is chosen. @default "random" */
  readonly expander?: "random" | "most_pods" | "least_waste" | "priority" | "price";
  /** @default false */
  readonly ignoreDaemonsetsUtilization?: boolean | IResolvable;
  /** @default false */
  readonly balanceSimilarNodeGroups?: boolean | IResolvable;
  /** Pods of a lower priority neither hold a node nor cause one. @default -10 */
  readonly expendablePodsPriorityCutoff?: number;
  /** Seconds that a pod gets to terminate. @default 600 */
  readonly maxGracefulTerminationSec?: number;
  /** Whether nodes with pods that use local storage are kept. @default - Scaleway's choice */
  readonly skipNodesWithLocalStorage?: boolean | IResolvable;
  /** Verbosity from 0 to 4. @default - Scaleway's choice */
  readonly logLevel?: number;
}

/** Users from an OpenID Connect provider. */
export interface OpenIdConnect {
  /** URL of the provider, with `https://`. */
  readonly issuerUrl: string;
  readonly clientId: string;
  /** @default - the claim `sub` */
  readonly usernameClaim?: string;
  /** @default - no prefix */
  readonly usernamePrefix?: string;
  /** @default - no groups */
  readonly groupsClaim?: string[];
  /** @default - no prefix */
  readonly groupsPrefix?: string;
  /** Claims that must be present, as `key=value`. @default - none */
  readonly requiredClaim?: string[];
}

/** Properties of a {@link KapsuleCluster}, without its version. */
export interface KapsuleClusterOptions extends ClusterSecurityOptions {
  /** The Private Network of the nodes. Immutable: another network means another cluster. */
  readonly network: IPrivateNetwork;
  /** Container Network Interface. Immutable. */
  readonly cni: "cilium" | "cilium_native" | "calico" | "kilo" | "none";
  /** @default - the construct's path, with hyphens */
  readonly name?: string;
  /** Dedicated types reserve a control plane of that many GB. @default - "kapsule", by Scaleway */
  readonly type?: "kapsule" | "kapsule-dedicated-4" | "kapsule-dedicated-8" | "kapsule-dedicated-16";
  /** Who may reach the Kubernetes API. @default - the whole internet, with a warning */
  readonly apiAccess?: ApiAccess;
  /** @default - no description */
  readonly description?: string;
  /** @default - the provider's region */
  readonly region?: Region;
  /** @default - the provider's project */
  readonly projectId?: string;
  /** @default - no tags */
  readonly tags?: string[];
  /** @default - Scaleway's settings */
  readonly autoscaler?: ClusterAutoscaler;
  /** @default - none */
  readonly openIdConnect?: OpenIdConnect;
  /** Kubernetes feature gates to enable. @default - none */
  readonly featureGates?: string[];
  /** Kubernetes admission plugins to enable. @default - none */
  readonly admissionPlugins?: string[];
  /** Further names in the API server's certificate. @default - none */
  readonly apiserverCertSans?: string[];
  /** Addresses of pods. Immutable. @default - 100.64.0.0/15, by Scaleway */
  readonly podCidr?: string;
  /** Addresses of services. Immutable. @default - 10.32.0.0/20, by Scaleway */
  readonly serviceCidr?: string;
  /** Address of the DNS service, in the service CIDR. Immutable. @default - its tenth address, by Scaleway */
  readonly serviceDnsIp?: string;
  /**
   * Whether volumes, load balancers and the Private Network (once empty) go with the cluster. Only with a network of
   * this stack.
   *
   * @default false
   */
  readonly deleteAdditionalResources?: boolean;
  /** Whether an upgrade of the cluster upgrades its pools. With `false`, each pool states its version. @default - yes */
  readonly upgradePools?: boolean | IResolvable;
  /** @default "protect" */
  readonly removalPolicy?: RemovalPolicy;
}

/** Properties of a {@link KapsuleCluster}. */
export type KapsuleClusterProps = KapsuleClusterOptions & ClusterVersion;

/** What is known of a cluster made elsewhere. */
export interface ClusterAttributes extends ClusterSecurityOptions {
  readonly clusterId: string;
  /** @default - the one that the id begins with */
  readonly region?: Region;
}

/**
 * A Kubernetes Kapsule cluster in a Private Network, with a security group for its nodes that exists before they do.
 *
 * Source: `scaleway_k8s_cluster`; "Securing a cluster with a regional Private Network".
 */
export class KapsuleCluster extends ClusterBase {
  /** Refers to a cluster that is not made in this stack. Pools can be added to it. */
  public static fromClusterAttributes(scope: Construct, id: string, attributes: ClusterAttributes): ICluster {
    return new ImportedCluster(scope, id, attributes);
  }

  /** Refers to a cluster that is not made in this stack, by its regional id. */
  public static fromClusterId(scope: Construct, id: string, clusterId: string): ICluster {
    return new ImportedCluster(scope, id, { clusterId });
  }

  public readonly clusterId: string;
  public readonly region?: string;
  /** Kubernetes version, as stated. */
  public readonly version: string;
  /** URL of the Kubernetes API. */
  public readonly endpoint: string;
  /** Name under which every ready node is found. */
  public readonly wildcardDns: string;
  /** Access to the Kubernetes API. */
  public readonly kubeconfig: Kubeconfig;
  /** The underlying resource, for what has no property here. */
  public readonly resource: K8SCluster;
  private readonly apiAccess?: Construct;

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: KapsuleClusterProps) {
    super(scope, id, props);
    checkKapsuleCluster(this, props);
    attachGuard(this);
    this.region = props.region;
    this.version = bindVersion(this, props);
    this.resource = this.makeResource(props);
    this.clusterId = this.resource.id;
    this.endpoint = this.resource.apiserverUrl;
    this.wildcardDns = this.resource.wildcardDns;
    this.kubeconfig = kubeconfigOf(this.resource);
    this.apiAccess = this.makeApiAccess(props.apiAccess);
    this.node.addValidation({ validate: () => stackErrors(this, props, this.pools) });
  }

  protected override poolDependencies(): IConstruct[] {
    return this.apiAccess === undefined ? [] : [this.apiAccess];
  }

  private makeResource(props: KapsuleClusterProps): K8SCluster {
    const { network, autoUpgrade, autoscaler, openIdConnect, removalPolicy } = props;
    return new K8SCluster(this, "Resource", {
      name: props.name ?? defaultClusterName(this),
      description: props.description,
      type: props.type,
      version: this.version,
      cni: props.cni,
      privateNetworkId: network.privateNetworkId,
      region: props.region,
      projectId: props.projectId,
      tags: props.tags,
      podCidr: props.podCidr,
      serviceCidr: props.serviceCidr,
      serviceDnsIp: props.serviceDnsIp,
      deleteAdditionalResources: props.deleteAdditionalResources ?? false,
      upgradePools: props.upgradePools,
      featureGates: props.featureGates,
      admissionPlugins: props.admissionPlugins,
      apiserverCertSans: props.apiserverCertSans,
      autoUpgrade: autoUpgrade && {
        enable: true,
        maintenanceWindowDay: autoUpgrade.day,
        maintenanceWindowStartHour: autoUpgrade.startHour,
      },
      autoscalerConfig: autoscaler,
      openIdConnectConfig: openIdConnect,
      dependsOn: dependenciesOn(this, network),
      lifecycle: lifecycleOf(this, removalPolicy),
    });
  }

  private makeApiAccess(access: ApiAccess | undefined): Construct | undefined {
    if (access === undefined) {
      Annotations.of(this).addWarning(
        'The Kubernetes API is open to the whole internet. State who may reach it: apiAccess: ApiAccess.from("203.0.113.0/24"), or ApiAccess.fromAnywhere().',
      );
      return undefined;
    }
    const rules = access.bind(this);
    const scope = new Construct(this, "ApiAccess");
    new K8SAcl(scope, "Resource", {
      clusterId: this.clusterId,
      region: this.region,
      ...(rules.length === 0 ? { noIpAllowed: true } : { aclRules: rules }),
      dependsOn: dependenciesOn(this, this),
    });
    return scope;
  }
}

class ImportedCluster extends ClusterBase {
  public readonly clusterId: string;
  public readonly region?: string;

  constructor(scope: Construct, id: string, attributes: ClusterAttributes) {
    super(scope, id, attributes);
    checkProps(this, attributes, ["clusterId"]);
    checkRegion(this, attributes.region);
    this.clusterId = attributes.clusterId;
    this.region = attributes.region ?? regionOfId(attributes.clusterId);
  }
}
