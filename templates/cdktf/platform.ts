import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import {
  ApiAccess,
  DatabaseInstance,
  type Isolation,
  KapsuleCluster,
  type NodePoolOptions,
  PrivateNetwork,
  ScalewayBackend,
} from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** Who may reach the Kubernetes API: replace it by the addresses of your office, VPN or runners. */
const OFFICE = { cidr: "203.0.113.0/24", description: "office" };

/** The bucket of the states. Until there is one, each state is a file beside this program. */
const STATE_BUCKET: string | undefined = undefined;

/** What differs from one environment to the next. */
export interface PlatformProps {
  /** The addresses of the Private Network. */
  readonly subnet: string;
  /** Whether nodes have public addresses ("controlled"), or leave through a Public Gateway ("full"). */
  readonly isolation: Isolation;
  readonly pool: NodePoolOptions;
  readonly database: { readonly nodeType: string; readonly highAvailability?: boolean };
  /** Whether the control plane is the cluster's own. */
  readonly production?: boolean;
}

/** An environment: a Private Network, a cluster on it, and a database that only the network reaches. */
export class Platform extends TerraformStack {
  readonly network: PrivateNetwork;
  readonly cluster: KapsuleCluster;
  readonly database: DatabaseInstance;

  constructor(scope: Construct, id: string, { subnet, isolation, pool, database, production }: PlatformProps) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    if (STATE_BUCKET !== undefined)
      new ScalewayBackend(this, { bucket: STATE_BUCKET, region: "fr-par", key: `${id}.tfstate` });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true }).stringValue;

    this.network = new PrivateNetwork(this, "network", { subnet });
    const office = ApiAccess.from(OFFICE);
    const egress = isolation === "full" ? this.network.addEgress("egress", { zones: ["fr-par-1"] }) : undefined;
    this.cluster = new KapsuleCluster(this, "cluster", {
      network: this.network,
      version: "1.35",
      autoUpgrade: { day: "tuesday", startHour: 3 },
      cni: "cilium",
      isolation,
      production,
      apiAccess: egress === undefined ? office : office.and(egress.apiAccess),
    });
    this.cluster.addPool("default", { autohealing: true, ...pool });
    this.database = new DatabaseInstance(this, "database", {
      network: this.network,
      engine: "PostgreSQL-16",
      password,
      ...database,
    });
  }
}
