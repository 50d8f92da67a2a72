import type { ITerraformDependable } from "cdktf";

import type { ICluster } from "./i-cluster";
import type { Kubeconfig } from "./kubeconfig";
import type { ClusterAuthenticationOptions, HelmProviderConfig, KubernetesProviderConfig } from "./provider-config";

/** A cluster of this library, made here or elsewhere, with the access to its Kubernetes API. */
export interface IKapsuleCluster extends ICluster {
  /** Access to the Kubernetes API. For a cluster made elsewhere, a data source reads it. */
  readonly kubeconfig: Kubeconfig;
  /**
   * Names the moment when workloads can be deployed, for `dependsOn` of a resource in the same stack: the API lets in those
   * that it should, and all pools of this stack have nodes. A `terraform_data` that is made when it is asked for.
   */
  readonly ready: ITerraformDependable;
  /**
   * Arguments for the Kubernetes provider. Use them in a stack of its own: while the cluster is not there, or is replaced, a
   * provider in the same stack has no address, and `kubernetes_manifest` fails to plan.
   *
   * @throws InvalidPropertyError for an unknown way to authenticate
   */
  kubernetesProviderConfig(options?: ClusterAuthenticationOptions): KubernetesProviderConfig;
  /**
   * Arguments for the Helm provider. As with `kubernetesProviderConfig`, use them in a stack of its own.
   *
   * @throws InvalidPropertyError for an unknown way to authenticate
   */
  helmProviderConfig(options?: ClusterAuthenticationOptions): HelmProviderConfig;
}
