import { K8SAcl } from "@cdktf/provider-scaleway/lib/k8s-acl";
import { K8SCluster } from "@cdktf/provider-scaleway/lib/k8s-cluster";
import { Annotations } from "cdktf";
import { Construct, type IConstruct } from "constructs";

import type { ApiAccess } from "../access";
import { checkLocality, copyOf, defaultName, dependOn, lifecycleOf } from "../core";
import { attachGuard, importAs } from "../guard";
import { onEgressPoint } from "../network";
import { ClusterBase } from "./cluster-base";
import type { IKapsuleCluster } from "./i-kapsule-cluster";
import { type ClusterAttributes, ImportedCluster } from "./imported-cluster";
import { checkKapsuleCluster, stackErrors } from "./kapsule-cluster-checks";
import type { Isolation, KapsuleClusterProps, PoolDefaults } from "./kapsule-cluster-props";
import { type Kubeconfig, kubeconfigOf } from "./kubeconfig";
import { bindVersion } from "./kubernetes-version";
import { clusterTypeOf, markProduction } from "./production";

/**
 * A Kubernetes Kapsule cluster in a Private Network, with a security group for its nodes that exists before they do.
 *
 * Source: `scaleway_k8s_cluster`; "Securing a cluster with a regional Private Network".
 *
 * @example
 * ```typescript
 * const cluster = new KapsuleCluster(stack, "production", {
 *   network,
 *   version: "1.35",
 *   autoUpgrade: { day: "sunday", startHour: 3 },
 *   cni: "cilium",
 *   apiAccess: ApiAccess.from("203.0.113.0/24"),
 * });
 * cluster.addPools("workers", { zones: ["fr-par-1", "fr-par-2"], nodeType: "PRO2-XS", size: 2 });
 * ```
 */
export class KapsuleCluster extends ClusterBase {
  /** Refers to a cluster that is not made in this stack. Pools can be added to it. */
  public static fromClusterAttributes(scope: Construct, id: string, attributes: ClusterAttributes): IKapsuleCluster {
    return new ImportedCluster(scope, id, attributes);
  }

  /** Refers to a cluster that is not made in this stack, by its regional id. */
  public static fromClusterId(scope: Construct, id: string, clusterId: string): IKapsuleCluster {
    return new ImportedCluster(scope, id, { clusterId });
  }

  /** The cluster's region. Undefined: the provider's. */
  public readonly region?: string;
  /** Kubernetes version, as configured. */
  public readonly version: string;
  /** The underlying resource, for what has no property here. */
  public readonly resource: K8SCluster;
  /** How the nodes are kept from the internet. */
  public readonly isolation: Isolation;
  private readonly apiAccess?: Construct;
  private readonly defaults: PoolDefaults;
  private readonly made: { id?: string; endpoint?: string; wildcardDns?: string; kubeconfig?: Kubeconfig } = {};

  /** @throws InvalidPropertyError when a property is out of its bounds */
  constructor(scope: Construct, id: string, props: KapsuleClusterProps) {
    super(scope, id, props);
    checkKapsuleCluster(this, props);
    attachGuard(this);
    this.region = props.region;
    this.defaults = { ...props.poolDefaults };
    this.version = bindVersion(this, props);
    this.resource = this.makeResource(props);
    importAs(this.resource, props.importId);
    markProduction(this.resource, props);
    dependOn(this.resource, props.network);
    this.apiAccess = this.makeApiAccess(props.apiAccess);
    this.isolation = props.isolation ?? "controlled";
    onEgressPoint(props.network, ({ attachment }) => {
      this.haveAllWaitFor(attachment);
    });
    checkLocality(this, { region: props.region }, [{ property: "network", to: props.network, kind: "region" }]);
    this.node.addValidation({ validate: () => stackErrors(this, props, this.pools) });
  }

  /** Regional id of the cluster, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  public get clusterId(): string {
    return (this.made.id ??= this.resource.id);
  }

  /** URL of the Kubernetes API. */
  public get endpoint(): string {
    return (this.made.endpoint ??= this.resource.apiserverUrl);
  }

  /** Name under which every ready node is found. */
  public get wildcardDns(): string {
    return (this.made.wildcardDns ??= this.resource.wildcardDns);
  }

  /** How to reach the cluster as its administrator. It is a secret, and known only after apply. */
  public get kubeconfig(): Kubeconfig {
    return (this.made.kubeconfig ??= kubeconfigOf(this.resource));
  }

  protected override poolDependencies(): IConstruct[] {
    return this.apiAccess === undefined ? [] : [this.apiAccess];
  }

  protected override poolDefaults(): PoolDefaults {
    return this.defaults;
  }

  protected override isIsolated(): boolean {
    return this.isolation === "full";
  }

  private makeResource(props: KapsuleClusterProps): K8SCluster {
    const { network, autoUpgrade, autoscaler, openIdConnect, removalPolicy } = props;
    return new K8SCluster(this, "Resource", {
      name: props.name ?? defaultName(this),
      description: props.description,
      type: clusterTypeOf(props),
      version: this.version,
      cni: props.cni,
      privateNetworkId: network.privateNetworkId,
      region: props.region,
      projectId: props.projectId,
      tags: copyOf(props.tags),
      podCidr: props.podCidr,
      serviceCidr: props.serviceCidr,
      serviceDnsIp: props.serviceDnsIp,
      deleteAdditionalResources: props.deleteAdditionalResources ?? false,
      upgradePools: props.upgradePools,
      featureGates: copyOf(props.featureGates),
      admissionPlugins: copyOf(props.admissionPlugins),
      apiserverCertSans: copyOf(props.apiserverCertSans),
      autoUpgrade: autoUpgrade && {
        enable: true,
        maintenanceWindowDay: autoUpgrade.day,
        maintenanceWindowStartHour: autoUpgrade.startHour,
      },
      autoscalerConfig: autoscaler,
      openIdConnectConfig: openIdConnect && {
        ...openIdConnect,
        groupsClaim: copyOf(openIdConnect.groupsClaim),
        requiredClaim: copyOf(openIdConnect.requiredClaim),
      },
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
    const resource = new K8SAcl(scope, "Resource", {
      clusterId: this.clusterId,
      region: this.region,
      ...(rules.length === 0 ? { noIpAllowed: true } : { aclRules: rules }),
    });
    dependOn(resource, this);
    return scope;
  }
}
