import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

import { ApiAccess } from "../../lib/access/api-access";
import { KapsuleCluster } from "../../lib/cluster/kapsule-cluster";
import { Port } from "../../lib/cluster/port";
import { DatabaseInstance } from "../../lib/database/database-instance";
import { SecureKapsule } from "../../lib/secure-kapsule";
import { PrivateNetwork } from "../../lib/vpc/private-network";

/** The constructs of `secure-cluster` with the same ids, made in another order. */
export class ReorderedSecureCluster extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const network = new PrivateNetwork(this, "network", { tags: ["kapsule"], name: "pn_kapsule" });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true });
    new DatabaseInstance(this, "database", {
      password: password.stringValue,
      userName: "username",
      backups: false,
      highAvailability: true,
      nodeType: "DB-DEV-S",
      engine: "PostgreSQL-16",
      network,
      name: "pn-rdb",
    });
    const cluster = new KapsuleCluster(this, "cluster", {
      apiAccess: ApiAccess.from({ cidr: "203.0.113.0/24", description: "office" }),
      deleteAdditionalResources: true,
      cni: "cilium",
      version: "1.35.3",
      network,
      name: "open-pn-test",
    });
    cluster.addPool("default", { waitForPoolReady: true, autohealing: true, size: 1, nodeType: "DEV1-M" });
    cluster.securityGroup.allowInbound(Port.ike(), { description: "IPsec key exchange" });
    new ScalewayProvider(this, "scaleway", { zone: "fr-par-1", region: "fr-par" });
  }
}

/** The construct of `secure-kapsule`, made before what it refers to. */
export class ReorderedSecureKapsule extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true }).stringValue;
    new SecureKapsule(this, "platform", {
      database: { password, highAvailability: true, nodeType: "DB-DEV-S", engine: "PostgreSQL-16" },
      pools: { default: { autohealing: true, size: 1, nodeType: "DEV1-M" } },
      cluster: { apiAccess: ApiAccess.from("203.0.113.0/24"), cni: "cilium", version: "1.35.3" },
    });
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  }
}
