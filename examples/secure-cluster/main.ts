import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { ApiAccess, DatabaseInstance, KapsuleCluster, Port, PrivateNetwork } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** The configuration of Scaleway's document "Securing a cluster with a regional Private Network". */
export class SecureClusterStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true });

    const network = new PrivateNetwork(this, "network", { name: "pn_kapsule", tags: ["kapsule"] });

    const cluster = new KapsuleCluster(this, "cluster", {
      name: "open-pn-test",
      network,
      version: "1.35.3",
      cni: "cilium",
      deleteAdditionalResources: true,
      apiAccess: ApiAccess.from({ cidr: "203.0.113.0/24", description: "office" }),
    });
    cluster.securityGroup.allowInbound(Port.ike(), { description: "IPsec key exchange" });
    cluster.addPool("default", { nodeType: "DEV1-M", size: 1, autohealing: true, waitForPoolReady: true });

    new DatabaseInstance(this, "database", {
      name: "pn-rdb",
      network,
      engine: "PostgreSQL-16",
      nodeType: "DB-DEV-S",
      highAvailability: true,
      backups: false,
      userName: "username",
      password: password.stringValue,
    });
  }
}
