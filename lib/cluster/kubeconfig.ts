/** Access to the Kubernetes API, known after the cluster is made. All of it is sensitive. */
export interface Kubeconfig {
  /** URL of the API server. */
  readonly host: string;
  /** Certificate of the cluster's authority, base64. */
  readonly clusterCaCertificate: string;
  /** Token of an administrator. It is in the Terraform state. */
  readonly token: string;
  /** The whole file, YAML. */
  readonly configFile: string;
}

/** A resource or a data source that has a kubeconfig, in a list of one. */
interface KubeconfigSource {
  readonly kubeconfig: { get(index: number): Kubeconfig };
}

/** Refers to the kubeconfig that the provider reads from a cluster. */
export function kubeconfigOf(cluster: KubeconfigSource): Kubeconfig {
  const file = cluster.kubeconfig.get(0);
  const made: { -readonly [name in keyof Kubeconfig]?: string } = {};
  return {
    get host() {
      return (made.host ??= file.host);
    },
    get clusterCaCertificate() {
      return (made.clusterCaCertificate ??= file.clusterCaCertificate);
    },
    get token() {
      return (made.token ??= file.token);
    },
    get configFile() {
      return (made.configFile ??= file.configFile);
    },
  };
}
