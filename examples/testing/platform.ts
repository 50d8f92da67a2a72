import { DataScalewayVpc } from "@cdktf/provider-scaleway/lib/data-scaleway-vpc";
import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { ApiAccess, SecureKapsule, Vpc } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** What an edit may change. */
export interface PlatformProps {
  readonly cni?: "cilium" | "calico";
  readonly poolSize?: number;
}

/** A cluster with a database, in a VPC that another team made. */
export class PlatformStack extends TerraformStack {
  readonly platform: SecureKapsule;

  constructor(scope: Construct, id: string, { cni = "cilium", poolSize = 1 }: PlatformProps = {}) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const vpc = new DataScalewayVpc(this, "vpc", { name: "shared" });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true });
    this.platform = new SecureKapsule(this, "platform", {
      network: { vpc: Vpc.fromVpcId(this, "shared", vpc.id) },
      cluster: { version: "1.35.3", cni, apiAccess: ApiAccess.from("203.0.113.0/24") },
      pools: { default: { nodeType: "DEV1-M", size: poolSize } },
      database: { engine: "PostgreSQL-16", nodeType: "DB-DEV-S", password: password.stringValue },
    });
  }
}
