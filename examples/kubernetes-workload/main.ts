import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformOutput, TerraformStack } from "cdktf";
import {
  ApiAccess,
  type IKapsuleCluster,
  KapsuleCluster,
  LoadBalancerIp,
  PrivateNetwork,
  ScalewayBackend,
} from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const BACKEND = { bucket: "acme-terraform-states", region: "fr-par" } as const;

/** The cluster, and the address under which the workload will be found. */
export class WorkloadPlatformStack extends TerraformStack {
  public readonly cluster: IKapsuleCluster;
  /** Annotations of a Service, so that its load balancer takes the reserved address. */
  public readonly annotations: Record<string, string>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    new ScalewayBackend(this, BACKEND);
    const network = new PrivateNetwork(this, "network", { subnet: "172.16.0.0/22" });
    const cluster = new KapsuleCluster(this, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
      // Whoever applies the workload has to be in this list.
      apiAccess: ApiAccess.from({ cidr: "203.0.113.0/24", description: "office and CI runners" }),
    });
    cluster.addPool("workers", { nodeType: "PRO2-XS", size: 2, autohealing: true });
    const ip = new LoadBalancerIp(this, "ip");
    this.cluster = cluster;
    this.annotations = ip.serviceAnnotations({ network, type: "LB-S" });
    new TerraformOutput(this, "address", { value: ip.address });
  }
}

/** What runs in the cluster. A stack of its own, so that the cluster is there before Kubernetes is asked. */
export class WorkloadStack extends TerraformStack {
  constructor(scope: Construct, id: string, { cluster, annotations }: WorkloadPlatformStack) {
    super(scope, id);
    new ScalewayBackend(this, BACKEND);
    new KubernetesProvider(this, "kubernetes", cluster.kubernetesProviderConfig());

    const labels = { app: "hello" };
    const namespace = new NamespaceV1(this, "namespace", { metadata: { name: "hello" } }).metadata.name;
    new DeploymentV1(this, "deployment", {
      metadata: { name: "hello", namespace },
      spec: {
        replicas: "2",
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { container: [{ name: "hello", image: "nginx:1.29", port: [{ containerPort: 80 }] }] },
        },
      },
    });
    new ServiceV1(this, "service", {
      metadata: { name: "hello", namespace, annotations },
      spec: { type: "LoadBalancer", selector: labels, port: [{ port: 80, targetPort: "80" }] },
    });
  }
}

/** The platform and the workload on it. */
export function kubernetesWorkload(scope: Construct): TerraformStack[] {
  const platform = new WorkloadPlatformStack(scope, "workload-platform");
  return [platform, new WorkloadStack(scope, "workload", platform)];
}
