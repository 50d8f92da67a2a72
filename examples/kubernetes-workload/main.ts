import { DeploymentV1 } from "@cdktf/provider-kubernetes/lib/deployment-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformOutput, TerraformStack } from "cdktf";
import {
  ApiAccess,
  Bucket,
  ContainerRegistry,
  type IKapsuleCluster,
  KapsuleCluster,
  LoadBalancerIp,
  Observability,
  PrivateNetwork,
  ScalewayBackend,
  Secret,
  ServiceIdentity,
} from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const PROJECT = "11111111-1111-1111-1111-111111111111";
/** Who applies this: a bucket's policy has to name it, or it would be shut out. */
const DEPLOYER = "application_id:22222222-2222-2222-2222-222222222222";
const BACKEND = { bucket: "acme-terraform-states", region: "fr-par" } as const;

/** The cluster, and the address under which the workload will be found. */
export class WorkloadPlatformStack extends TerraformStack {
  public readonly cluster: IKapsuleCluster;
  /** Annotations of a Service, so that its load balancer takes the reserved address. */
  public readonly annotations: Record<string, string>;
  /** What the images' names begin with. */
  public readonly images: string;
  /** Content of a Secret with which the cluster pulls them. */
  public readonly dockerConfigJson: string;

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
    const registry = new ContainerRegistry(this, "registry", { name: "acme-images" });
    this.images = registry.endpoint;
    this.dockerConfigJson = registry.grantPull("pull", { projectId: PROJECT }).dockerConfigJson;

    // What the workload may do at Scaleway: read a bucket, and nothing else. It finds its key in Secret Manager.
    const storeIn = new Secret(this, "hello-key", { name: "hello-key" });
    const hello = new ServiceIdentity(this, "hello", {
      permissionSets: ["ObjectStorageObjectsRead", "ObjectStorageBucketsRead"],
      projectId: PROJECT,
      storeIn,
    });
    new Bucket(this, "pages", { name: "acme-hello-pages" }).restrictTo({
      administrators: [DEPLOYER],
      readers: [hello],
    });

    const cockpit = new Observability(this, "cockpit", { alertContacts: ["ops@example.com"], sources: { logs: 7 } });
    cockpit.addToken("dashboards", { read: ["logs", "metrics"] });
    new TerraformOutput(this, "address", { value: ip.address });
  }
}

/** What runs in the cluster. A stack of its own, so that the cluster is there before Kubernetes is asked. */
export class WorkloadStack extends TerraformStack {
  constructor(scope: Construct, id: string, platform: WorkloadPlatformStack) {
    super(scope, id);
    const { cluster, annotations, images, dockerConfigJson } = platform;
    new ScalewayBackend(this, BACKEND);
    new KubernetesProvider(this, "kubernetes", cluster.kubernetesProviderConfig());

    const labels = { app: "hello" };
    const namespace = new NamespaceV1(this, "namespace", { metadata: { name: "hello" } }).metadata.name;
    const pull = new SecretV1(this, "pull", {
      metadata: { name: "registry", namespace },
      type: "kubernetes.io/dockerconfigjson",
      data: { ".dockerconfigjson": dockerConfigJson },
    });
    new DeploymentV1(this, "deployment", {
      metadata: { name: "hello", namespace },
      spec: {
        replicas: "2",
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            imagePullSecrets: [{ name: pull.metadata.name }],
            container: [{ name: "hello", image: `${images}/hello:1.0`, port: [{ containerPort: 80 }] }],
          },
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
