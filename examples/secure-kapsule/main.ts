import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { ApiAccess, SecureKapsule } from "cdktf-scaleway-kapsule";
import type { Construct } from "constructs";

/** The same platform as in `secure-cluster`, from one props object. */
export class SecureKapsuleStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ScalewayProvider(this, "scaleway", { region: "fr-par", zone: "fr-par-1" });
    const password = new TerraformVariable(this, "database_password", { type: "string", sensitive: true }).stringValue;
    new SecureKapsule(this, "platform", {
      cluster: { version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.from("203.0.113.0/24") },
      pools: { default: { nodeType: "DEV1-M", size: 1, autohealing: true } },
      database: { engine: "PostgreSQL-16", nodeType: "DB-DEV-S", highAvailability: true, password },
    });
  }
}
