import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformOutput, TerraformStack } from "cdktf";
import {
  ApiAccess,
  Certificate,
  DnsZone,
  HealthCheck,
  KapsuleCluster,
  LoadBalancer,
  LoadBalancerIp,
  Port,
  PrivateNetwork,
  Servers,
} from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const SUBNET = "172.16.0.0/22";
const OFFICE = "203.0.113.0/24";

/** Traffic comes in through managed load balancers, and from nowhere else. */
export class LoadBalancerStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const network = new PrivateNetwork(this, "network", { subnet: SUBNET });
    const cluster = new KapsuleCluster(this, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
      apiAccess: ApiAccess.from({ cidr: OFFICE, description: "office" }),
    });
    const workers = cluster.addPool("workers", { nodeType: "PRO2-XS", size: 2, autohealing: true });
    // The load balancer reaches the NodePorts by the network; the internet does not.
    cluster.securityGroup.allowInbound(Port.nodePorts(), { from: SUBNET, description: "load balancers" });

    const balancer = new LoadBalancer(this, "balancer", { network, sslCompatibility: "modern" });
    const web = balancer.addBackend("web", {
      port: 30080,
      protocol: "http",
      servers: Servers.ofPools(workers),
      healthCheck: HealthCheck.http("/healthz").with({ every: "10s" }),
    });
    // Let's Encrypt asks at this name before it signs.
    DnsZone.fromName(this, "zone", "example.com").addA("app", balancer.ip.address);
    const certificate = balancer.addCertificate("app", Certificate.letsEncrypt("app.example.com"));
    balancer.redirectToHttps("http", web);
    balancer.addFrontend("https", { port: 443, backend: web, certificates: [certificate] });
    balancer.addFrontend("admin", { port: 8443, backend: web, certificates: [certificate], allowFrom: [OFFICE] });

    // For an ingress controller, whose load balancer Kubernetes makes by itself.
    const ingress = new LoadBalancerIp(this, "ingress");
    new TerraformOutput(this, "ingress_annotations", {
      value: ingress.serviceAnnotations({ network, type: "LB-S", proxyProtocol: true }),
    });
  }
}
