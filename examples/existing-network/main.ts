import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { ApiAccess, DatabaseInstance, KapsuleCluster, PrivateNetwork, PublicGatewayIp } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** What another team has made, by its ids; the console and `scw` show them. */
const NETWORK = "fr-par/aaaaaaaa-1111-1111-1111-111111111111";
const DATABASE = "fr-par/bbbbbbbb-1111-1111-1111-111111111111";
const EGRESS_IP = { id: "fr-par-1/cccccccc-1111-1111-1111-111111111111", address: "198.51.100.7" };

/** A cluster on a network, behind a gateway's address and beside a database that exist already. */
export class ExistingNetworkStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const network = PrivateNetwork.fromPrivateNetworkId(this, "network", NETWORK);
    const egress = PublicGatewayIp.fromPublicGatewayIpId(this, "egress", EGRESS_IP.id, EGRESS_IP.address);

    const cluster = new KapsuleCluster(this, "cluster", {
      network,
      version: "1.35.3",
      cni: "cilium",
      // The nodes leave through a gateway that another stack has attached to the network.
      isolation: "full",
      apiAccess: ApiAccess.from("203.0.113.0/24", {
        cidr: `${egress.address}/32`,
        description: "the nodes' egress",
      }),
    });
    cluster.addPool("workers", { nodeType: "PRO2-XS", size: 2, autohealing: true });

    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true });
    const database = DatabaseInstance.fromDatabaseInstanceId(this, "database", DATABASE);
    const orders = database.addDatabase("orders");
    database.addUser("orders", { password: password.stringValue }).grant(orders, "readwrite");
  }
}
