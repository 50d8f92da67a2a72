import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { type App, TerraformStack, TerraformVariable } from "cdktf";
import {
  ApiAccess,
  DatabaseInstance,
  KapsuleCluster,
  type NodePoolOptions,
  PrivateNetwork,
} from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

const OFFICE = { cidr: "203.0.113.0/24", description: "office" };
/** Who reads the database from outside of the network: a reporting service, by its addresses. */
const REPORTING = { cidr: "198.51.100.8/32", description: "reporting" };

/** What differs from one environment to the next. */
interface EnvironmentProps {
  readonly subnet: string;
  readonly production?: boolean;
  readonly workers: NodePoolOptions;
  /** Graphics cards for inference. @default - none */
  readonly gpu?: Pick<NodePoolOptions, "nodeType" | "size" | "autoscaling">;
  /** Whether the reporting service reads this database. @default false */
  readonly reporting?: boolean;
}

const ENVIRONMENTS: Readonly<Record<string, EnvironmentProps>> = {
  development: { subnet: "172.16.0.0/22", workers: { nodeType: "DEV1-M", size: 1 } },
  staging: {
    subnet: "172.16.4.0/22",
    workers: { nodeType: "PRO2-XS", size: 1 },
    gpu: { nodeType: "L4-1-24G", size: 0, autoscaling: { minSize: 0, maxSize: 1 } },
  },
  production: {
    subnet: "172.16.8.0/22",
    production: true,
    workers: { nodeType: "POP2-2C-8G", size: 2, autoscaling: { minSize: 2, maxSize: 6 } },
    gpu: { nodeType: "L4-1-24G", size: 1, autoscaling: { minSize: 1, maxSize: 4 } },
    reporting: true,
  },
};

/** An environment: a network, a cluster with a pool for graphics cards, and a database. */
export class EnvironmentStack extends TerraformStack {
  constructor(scope: Construct, id: string, { subnet, production, workers, gpu, reporting = false }: EnvironmentProps) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-2" });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true }).stringValue;
    const network = new PrivateNetwork(this, "network", { subnet });
    const cluster = new KapsuleCluster(this, "cluster", {
      network,
      version: "1.35",
      autoUpgrade: { day: "tuesday", startHour: 3 },
      cni: "cilium",
      apiAccess: ApiAccess.from(OFFICE),
      production,
    });
    cluster.addPool("workers", { autohealing: true, ...workers });
    if (gpu !== undefined) {
      cluster.addPool("gpu", {
        ...gpu,
        labels: { accelerator: "l4" },
        // Nothing but what asks for a graphics card runs there.
        taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
      });
    }
    const database = new DatabaseInstance(this, "database", {
      network,
      engine: "PostgreSQL-16",
      nodeType: production === true ? "DB-GP-XS" : "DB-DEV-S",
      highAvailability: production === true,
      publicEndpoint: reporting,
      password,
    });
    if (reporting) database.allowFrom(REPORTING.cidr, REPORTING.description);
  }
}

/** The stacks of all environments. */
export function environments(app: App): EnvironmentStack[] {
  return Object.entries(ENVIRONMENTS).map(([name, props]) => new EnvironmentStack(app, `environment-${name}`, props));
}
