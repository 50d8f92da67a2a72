import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  ApiAccess,
  DatabaseInstance,
  type ICluster,
  type INodeSecurityGroup,
  type IPrivateNetwork,
  KapsuleCluster,
  PrivateNetwork,
  ScalewayBackend,
  Vpc,
} from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** What all stacks of the platform have: the provider, and a state of their own in the team's bucket. */
abstract class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    new ScalewayBackend(this, { bucket: "acme-terraform-states", region: "fr-par", key: `platform/${id}.tfstate` });
  }
}

/** Changes rarely, and everything hangs on it. */
export class NetworkStack extends PlatformStack {
  public readonly network: IPrivateNetwork;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const vpc = new Vpc(this, "vpc", { region: "fr-par" });
    this.network = new PrivateNetwork(this, "network", { vpc, subnet: "172.16.0.0/22", region: "fr-par" });
  }
}

/** The cluster and the pools that belong to the platform. */
export class ClusterStack extends PlatformStack {
  public readonly cluster: ICluster;
  /** The group of the nodes, which is one in a zone, whichever stack makes the pools. */
  public readonly nodes: INodeSecurityGroup;

  constructor(scope: Construct, id: string, network: IPrivateNetwork) {
    super(scope, id);
    const cluster = new KapsuleCluster(this, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
      apiAccess: ApiAccess.from({ cidr: "203.0.113.0/24", description: "office" }),
    });
    const system = cluster.addPool("system", { nodeType: "PRO2-XS", size: 2, autohealing: true });
    this.cluster = cluster;
    this.nodes = system.securityGroup;
  }
}

/** The pools of one team, which changes them without touching the cluster's stack. */
export class WorkersStack extends PlatformStack {
  constructor(scope: Construct, id: string, { cluster: { clusterId }, nodes }: ClusterStack) {
    super(scope, id);
    const cluster = KapsuleCluster.fromClusterAttributes(this, "cluster", { clusterId, securityGroups: [nodes] });
    cluster.addPool("batch", {
      nodeType: "PRO2-S",
      size: 1,
      autoscaling: { minSize: 0, maxSize: 5 },
      labels: { team: "data" },
    });
  }
}

/** What holds data, apart from what is changed often. */
export class DataStack extends PlatformStack {
  constructor(scope: Construct, id: string, network: IPrivateNetwork) {
    super(scope, id);
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true });
    const database = new DatabaseInstance(this, "database", {
      network,
      engine: "PostgreSQL-16",
      nodeType: "DB-GP-XS",
      password: password.stringValue,
      region: "fr-par",
      highAvailability: true,
    });
    new TerraformOutput(this, "host", { value: database.endpoint.host });
  }
}

/** One platform in four stacks. */
export function multiStack(scope: Construct): TerraformStack[] {
  const networks = new NetworkStack(scope, "multi-network");
  const clusters = new ClusterStack(scope, "multi-cluster", networks.network);
  const workers = new WorkersStack(scope, "multi-workers", clusters);
  const data = new DataStack(scope, "multi-data", networks.network);
  return [networks, clusters, workers, data];
}
